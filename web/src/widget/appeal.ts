import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { send } from '../shared/http';
import { Problem } from '../shared/problem';
import { bearer } from './api';
import './later';
import { messages } from './messages';
import type { OwnComment } from './own';
import { refusalOf } from './refusal';

/** Code points of what an author says. */
const LONGEST = 1000;

let forms = 0;

/**
 * What its author can do about a rejection: ask once that somebody else looks at it, and read how that stands. It stands in the
 * thread's shadow root, and has none of its own.
 */
export class AppealForm extends LitElement {
  @property({ attribute: false }) own!: OwnComment;
  /** The address of the submission. */
  @property({ attribute: false }) at = '';
  /** Asks the server how the comment stands. */
  @property({ attribute: false }) done!: (own: OwnComment) => Promise<void>;
  /** What it speaks; nothing but a reason to be rendered anew. */
  @property({ attribute: false }) language = '';
  @state() private open = false;
  @state() private sending = false;
  /** Sent, and the server has not said more yet. */
  @state() private sent = false;
  @state() private failure = '';
  private readonly number = forms++;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    if (this.own.appeal === 'upheld') return html`<p class="note" data-appeal="upheld">${messages.appealUpheld}</p>`;
    if (this.sent || this.own.appeal === 'open') return html`<p class="note" role="status" tabindex="-1" data-appeal="open">${messages.appealOpen}</p>`;
    return this.open
      ? this.form()
      : html`<div class="actions"><button type="button" class="quiet" data-action="appeal" @click=${this.show}>${messages.appeal}</button></div>`;
  }

  private form(): TemplateResult {
    const id = `rejoinder-appeal-${this.number}`;
    return html`
      <form class="compose" part="form" data-form="appeal" aria-label=${messages.appeal} novalidate @submit=${this.onSubmit} @keydown=${this.onKey}>
        <p>${messages.appealIs}</p>
        <div class="field">
          <label for=${id}>${messages.appealText}</label>
          <textarea id=${id} name="text" rows="3" dir="auto" maxlength=${LONGEST} aria-describedby="${id}-failure"></textarea>
        </div>
        <p class="failure" role="alert" id="${id}-failure" data-failure>${this.failure}</p>
        <div class="choice">
          <button type="submit" class="primary" aria-disabled=${this.sending ? 'true' : 'false'}>${this.sending ? messages.sending : messages.appealSend}</button>
          <button type="button" class="quiet" data-action="cancel" @click=${this.cancel}>${messages.cancel}</button>
        </div>
      </form>
    `;
  }

  private readonly show = (): void => {
    this.open = true;
    this.focusOn('textarea');
  };

  private readonly cancel = (): void => {
    this.open = false;
    this.failure = '';
    this.focusOn('[data-action="appeal"]');
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) this.cancel();
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.sending) return;
    const text = (new FormData(event.currentTarget as HTMLFormElement).get('text') as string).trim();
    this.sending = true;
    this.failure = '';
    const { own } = this;
    try {
      await send(`${this.at}/appeal`, { method: 'POST', headers: bearer(own.token), body: { revision: own.revision, ...(text === '' ? {} : { text }) } });
      this.sent = true;
      this.focusOn('[data-appeal]');
      await this.done(own);
    } catch (thrown) {
      const problem = Problem.of(thrown);
      // Asked before, from another tab, or decided anew meanwhile: the comment says how it stands.
      if (problem.status === 409) await this.done(own);
      this.failure = refusalOf(problem).whole ?? messages.failed;
      this.focusOn('textarea');
    } finally {
      this.sending = false;
    }
  }

  private focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

if (!customElements.get('rejoinder-appeal')) customElements.define('rejoinder-appeal', AppealForm);
