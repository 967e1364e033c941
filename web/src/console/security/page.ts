import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ActingPage } from '../acting';
import '../figures.css';
import { messages } from '../messages';
import { type Offer, SecurityApi, type SignedIn } from './api';
import { picture } from './qr';
import './security.css';

/** How one signs in: what is asked for besides the password, and where one is signed in. */
export class SecurityPage extends ActingPage {
  @state() private sessions: readonly SignedIn[] | null = null;
  @state() private offer: Offer | null = null;
  @state() private removing = false;
  /** Told once. */
  @state() private codes: readonly string[] = [];
  private asked: boolean | null = null;

  protected get problems(): Readonly<Record<string, string>> {
    return messages.security.problems;
  }

  private get api(): SecurityApi {
    return new SecurityApi(this.session);
  }

  private get everyone(): boolean {
    return this.session.administrator && this.query.get('of') === 'all';
  }

  protected override updated(): void {
    super.updated();
    if (this.asked !== this.everyone) void this.attempt(() => this.read());
  }

  protected override render(): TemplateResult {
    const texts = messages.security;
    return html`
      <div class="figures security" data-security>
        <header><h2>${texts.title}</h2></header>
        <p class="failure" role="alert" data-failure>${this.failure || nothing}</p>
        <p class="quiet" role="status" data-said>${this.said}</p>
        <section class="panel" aria-labelledby="second-factor">
          <h3 id="second-factor">${texts.secondFactor}</h3>
          ${this.secondFactor()}
        </section>
        <section class="panel" aria-labelledby="signed-in">
          <header>
            <h3 id="signed-in">${texts.signedIn}</h3>
            ${this.session.administrator
              ? html`<label><input type="checkbox" name="everyone" .checked=${this.everyone} @change=${() => { this.go({ of: this.everyone ? '' : 'all' }); }} /> ${texts.everyone}</label>`
              : nothing}
          </header>
          ${this.sessions === null ? html`<p>${messages.loading}</p>` : html`<ul>${this.sessions.map((one) => this.row(one))}</ul>`}
        </section>
      </div>
    `;
  }

  private secondFactor(): TemplateResult {
    const texts = messages.security;
    if (this.codes.length > 0) {
      return html`<p>${texts.codesAre}</p>
        <ul class="codes" data-codes>${this.codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
        <button type="button" class="primary" data-action="kept" @click=${() => { this.codes = []; }}>${texts.codesKept}</button>`;
    }
    if (this.offer) return this.setUp(this.offer);
    if (!this.session.secondFactor) {
      return html`<p>${texts.isOff}</p>
        <button type="button" class="primary" data-action="switch-on" @click=${() => void this.attempt(async () => { this.offer = await this.api.offer(); })}>${texts.switchOn}</button>`;
    }
    return html`<p data-on>${texts.isOn(this.session.recoveryCodes)}</p>
      ${this.removing
        ? html`<form data-form="switch-off" @submit=${this.onSwitchOff}>
            ${this.password()}
            <button type="submit" class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>${texts.switchOff}</button>
            <button type="button" class="quiet" @click=${() => { this.removing = false; }}>${messages.cancel}</button>
          </form>`
        : html`<button type="button" data-action="switch-off" @click=${() => { this.removing = true; }}>${texts.switchOff}</button>`}`;
  }

  private setUp(offer: Offer): TemplateResult {
    const texts = messages.security;
    return html`
      <p>${texts.scan}</p>
      ${picture(offer.uri, texts.picture)}
      <p>${texts.orType} <code data-secret>${offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
      <form data-form="switch-on" @submit=${this.onSwitchOn}>
        <label><span>${texts.code}</span> <input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]*" maxlength="16" required /></label>
        ${this.password()}
        <button type="submit" class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>${texts.confirm}</button>
        <button type="button" class="quiet" @click=${() => { this.offer = null; }}>${messages.cancel}</button>
      </form>
    `;
  }

  private readonly password = (): TemplateResult =>
    html`<label><span>${messages.currentPassword}</span> <input name="password" type="password" autocomplete="current-password" maxlength="128" required /></label>`;

  private row(one: SignedIn): TemplateResult {
    const texts = messages.security;
    const what = one.agent ?? texts.unknownAgent;
    const when = messages.exactly(new Date(one.started));
    return html`<li data-session-row=${one.id}>
      <span>${this.everyone ? html`<bdi><strong>${one.name}</strong></bdi> · ` : nothing}${what} <span class="quiet">${texts.since(when, texts.hows[one.how] ?? one.how)}</span></span>
      ${one.current
        ? html`<span class="tag">${texts.here}</span>`
        : html`<button type="button" class="quiet" data-action="end" aria-label=${`${texts.end}: ${what}, ${when}`} @click=${() => void this.attempt(() => this.end(one))}>${texts.end}</button>`}
    </li>`;
  }

  private async end({ id }: SignedIn): Promise<void> {
    await this.api.end(id);
    this.said = messages.security.ended;
    await this.read();
  }

  private readonly onSwitchOn = (event: SubmitEvent): void => {
    event.preventDefault();
    const { offer } = this;
    const entered = new FormData(event.currentTarget as HTMLFormElement);
    if (!offer) return;
    void this.attempt(async () => {
      this.codes = await this.api.switchOn(offer, (entered.get('code') as string).trim(), entered.get('password') as string);
      this.offer = null;
      await this.again();
    });
  };

  private readonly onSwitchOff = (event: SubmitEvent): void => {
    event.preventDefault();
    const password = new FormData(event.currentTarget as HTMLFormElement).get('password') as string;
    void this.attempt(async () => {
      await this.api.switchOff(password);
      this.removing = false;
      await this.again();
    });
  };

  /** The session says whether codes are asked for; the other sessions have ended with the change. */
  private async again(): Promise<void> {
    await this.session.open();
    await this.read();
  }

  private async read(): Promise<void> {
    this.asked = this.everyone;
    this.sessions = await this.api.sessions(this.everyone);
  }
}

customElements.define('rejoinder-security', SecurityPage);
