import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { send } from '../shared/http';
import { Problem } from '../shared/problem';
import { bearer } from './api';
import './later';
import { messages } from './messages';
import type { OwnComment } from './own';
import type { Reader } from './reader';
import { refusalOf } from './refusal';

let forms = 0;

/**
 * A button that asks to be told by e-mail, of what is new in a thread or of replies to one's own comment, and its form. It stands
 * in the thread's shadow root, where the operator has set a mail server.
 */
export class Follow extends LitElement {
  /** The address of the API, without the thread or comment. */
  @property({ attribute: false }) base = '';
  @property({ attribute: false }) thread = '';
  /** The comment whose replies alone are followed; null for the thread. */
  @property({ attribute: false }) own: OwnComment | null = null;
  @property({ attribute: false }) reader!: Reader;
  @state() private open = false;
  @state() private sending = false;
  @state() private asked = false;
  @state() private failure = '';
  private readonly number = forms++;

  protected override createRenderRoot(): this {
    return this;
  }

  /** Open, it has a line of its own among the buttons; no style sheet, as that of the thread is loaded by all. */
  protected override updated(): void {
    const wide = this.open || this.asked;
    this.style.display = wide ? 'block' : 'inline';
    this.style.flexBasis = wide ? '100%' : 'auto';
    this.style.order = wide ? '1' : '0';
    // Back by what the buttons of a comment are out, so that nothing is cut off.
    this.style.marginInlineStart = wide && this.own ? '0.55em' : '0';
  }

  protected override render(): TemplateResult {
    const says = this.own ? messages.followReplies : messages.follow;
    if (this.asked) return html`<p class="note" role="status" tabindex="-1" data-asked>${messages.followAsked}</p>`;
    const button = html`<button type="button" class="quiet" data-action="follow" aria-expanded=${this.open ? 'true' : 'false'} @click=${this.toggle}>${says}</button>`;
    return this.open ? html`${button} ${this.form(says)}` : button;
  }

  private form(says: string): TemplateResult {
    const id = `rejoinder-follow-${this.number}`;
    const failed = this.failure !== '';
    return html`
      <form class="compose" part="form" data-form="follow" aria-label=${says} novalidate @submit=${this.onSubmit} @keydown=${this.onKey}>
        <p>${this.own ? messages.followRepliesIs : messages.followIs}</p>
        <div class="field">
          <label for=${id}>${messages.followEmail}</label>
          <input
            id=${id}
            type="email"
            name="email"
            autocomplete="email"
            dir="auto"
            required
            maxlength="254"
            aria-invalid=${failed ? 'true' : 'false'}
            aria-describedby="${id}-failure"
          />
        </div>
        <p class="failure" role="alert" id="${id}-failure" data-failure>${this.failure}</p>
        <div class="choice">
          <button type="submit" class="primary" aria-disabled=${this.sending ? 'true' : 'false'}>${this.sending ? messages.sending : messages.followSend}</button>
          <button type="button" class="quiet" data-action="cancel" @click=${this.cancel}>${messages.cancel}</button>
        </div>
      </form>
    `;
  }

  private readonly toggle = (): void => {
    this.open = !this.open;
    if (this.open) this.focusOn('input');
  };

  private readonly cancel = (): void => {
    this.open = false;
    this.failure = '';
    this.focusOn('[data-action="follow"]');
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) this.cancel();
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.sending) return;
    const entered = new FormData(event.currentTarget as HTMLFormElement).get('email') as string;
    this.sending = true;
    this.failure = '';
    try {
      await this.ask(entered.trim());
      this.asked = true;
      this.focusOn('[data-asked]');
    } catch (thrown) {
      const refusal = refusalOf(Problem.of(thrown));
      this.failure = refusal.fields.email ? messages.badEmail : (refusal.whole ?? messages.failed);
      this.focusOn('input');
    } finally {
      this.sending = false;
    }
  }

  /** With the identity of this browser: nobody is told of what they write themselves. */
  private async ask(email: string): Promise<void> {
    const body = { email, language: messages.language };
    const { own } = this;
    if (own) {
      await send(`${this.base}/api/submissions/${encodeURIComponent(own.id)}/followers`, { method: 'POST', headers: bearer(own.token), body });
      return;
    }
    const url = `${this.base}/api/threads/${encodeURIComponent(this.thread)}/followers`;
    await this.reader.asGuest((headers) => send(url, { method: 'POST', headers, body }));
  }

  private focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

if (!customElements.get('rejoinder-follow')) customElements.define('rejoinder-follow', Follow);
