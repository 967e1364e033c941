import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ActingPage } from '../acting';
import '../figures.css';
import { messages } from '../messages';
import '../security/security.css';

const SCOPES = ['queue:read', 'decisions:write', 'screening:read', 'screening:write', 'statistics:read', 'audit:read', 'accounts:write', 'akismet'] as const;

interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly lastFour: string;
  readonly createdBy: { readonly name?: string | null };
  readonly createdAt: string;
  readonly expires: string | null;
  readonly revoked: boolean;
}

/** The keys that programs come with: who made which, what it opens, and taking it back. */
export class TokensPage extends ActingPage {
  @state() private tokens: readonly Token[] | null = null;
  /** Told once. */
  @state() private secret = '';
  @state() private sure: string | null = null;

  protected get problems(): Readonly<Record<string, string>> {
    return messages.tokens.problems;
  }

  protected override firstUpdated(): void {
    void this.attempt(() => this.read());
  }

  protected override render(): TemplateResult {
    const texts = messages.tokens;
    return html`
      <div class="figures" data-tokens>
        <header><h2>${texts.title}</h2></header>
        <p>${texts.is}</p>
        <p class="failure" role="alert" data-failure>${this.failure || nothing}</p>
        <section class="panel" aria-labelledby="new-token">
          <h3 id="new-token">${texts.make}</h3>
          <form data-form="token" @submit=${this.onMake}>
            <label><span>${texts.name}</span> <input name="name" maxlength="64" autocomplete="off" required /></label>
            <label><span>${texts.expires}</span> <input name="expires" type="date" /></label>
            <fieldset class="scopes">
              <legend>${texts.scopes}</legend>
              ${SCOPES.map((scope) => html`<label><input type="checkbox" name="scope" value=${scope} /> <span>${texts.may[scope]} <code>${scope}</code></span></label>`)}
            </fieldset>
            <button type="submit" class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>${texts.make}</button>
          </form>
          <div role="status" data-secret>
            ${this.secret === ''
              ? nothing
              : html`<p>${texts.once}</p><p><code>${this.secret}</code> <button type="button" data-action="copy" @click=${() => void this.copy()}>${this.said || texts.copy}</button></p>`}
          </div>
        </section>
        ${this.tokens === null ? html`<p>${messages.loading}</p>` : this.tokens.length === 0 ? html`<p class="quiet">${texts.none}</p>` : this.table(this.tokens)}
      </div>
    `;
  }

  private table(tokens: readonly Token[]): TemplateResult {
    const texts = messages.tokens;
    return html`<div class="scrolls" tabindex="0" role="region" aria-label=${texts.title}>
      <table>
        <thead><tr><th scope="col">${texts.name}</th><th scope="col">${texts.scopes}</th><th scope="col">${texts.made}</th><th scope="col">${texts.stands}</th></tr></thead>
        <tbody>${tokens.map((token) => this.row(token))}</tbody>
      </table>
    </div>`;
  }

  private row(token: Token): TemplateResult {
    const texts = messages.tokens;
    const over = token.expires !== null && Date.parse(token.expires) <= Date.now();
    const until = token.expires === null ? texts.forEver : texts.until(messages.exactly(new Date(token.expires)));
    return html`<tr data-token=${token.name}>
      <th scope="row"><bdi>${token.name}</bdi> <span class="quiet">…${token.lastFour}</span></th>
      <td>${token.scopes.join(', ')}</td>
      <td>${messages.exactly(new Date(token.createdAt))} <bdi>${token.createdBy.name ?? ''}</bdi></td>
      <td>
        ${token.revoked ? texts.revoked : over ? texts.over : until}
        ${token.revoked || over ? nothing : this.revoking(token)}
      </td>
    </tr>`;
  }

  private revoking(token: Token): TemplateResult {
    const texts = messages.tokens;
    if (this.sure !== token.id) {
      return html`<button type="button" class="quiet" data-action="revoke" aria-label=${texts.revokeOf(token.name)} @click=${() => { this.sure = token.id; }}>${texts.revoke}</button>`;
    }
    return html`<span role="alert">${texts.sure}</span>
      <button type="button" data-action="revoke-sure" @click=${() => void this.attempt(() => this.revoke(token))}>${texts.revoke}</button>
      <button type="button" class="quiet" @click=${() => { this.sure = null; }}>${messages.cancel}</button>`;
  }

  private readonly onMake = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const entered = new FormData(form);
    const day = entered.get('expires') as string;
    const body = { name: entered.get('name'), scopes: entered.getAll('scope'), ...(day === '' ? {} : { expires: new Date(`${day}T00:00:00`).toISOString() }) };
    void this.attempt(async () => {
      this.secret = '';
      this.secret = (await this.session.request<{ secret: string }>('api/tokens', { method: 'POST', body })).data.secret;
      form.reset();
      await this.read();
    });
  };

  private async revoke({ id }: Token): Promise<void> {
    await this.session.request(`api/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
    this.sure = null;
    await this.read();
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.secret);
    this.said = messages.tokens.copied;
  }

  private async read(): Promise<void> {
    this.tokens = (await this.session.request<{ tokens: readonly Token[] }>('api/tokens')).data.tokens;
  }
}

customElements.define('rejoinder-tokens', TokensPage);
