import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Problem } from '../shared/problem';
import './later';
import { messages } from './messages';
import { refusalOf } from './refusal';

/** What can be wrong with a comment, in the order in which it is offered. */
const REASONS = ['spam', 'abuse', 'off-topic', 'spoiler', 'personal-data', 'other'] as const;

/** Code points of what a reader adds. */
const LONGEST = 500;

let forms = 0;

/** The form by which a reader tells moderators of a comment. It stands in the thread's shadow root, and has none of its own. */
export class ReportForm extends LitElement {
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) send!: (reason: string, text: string) => Promise<void>;
  @property({ attribute: false }) cancel!: () => void;
  @state() private sending = false;
  @state() private failure = '';
  private readonly number = forms++;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const id = `rejoinder-report-${this.number}`;
    return html`
      <form class="compose report" part="form" data-form="report" aria-label=${messages.reportOf(this.name)} novalidate @submit=${this.onSubmit} @keydown=${this.onKey}>
        <fieldset>
          <legend>${messages.reportWhy}</legend>
          ${REASONS.map((reason) => html`<label class="choice"><input type="radio" name="reason" value=${reason} /> ${messages.wrongs[reason]}</label>`)}
        </fieldset>
        <div class="field">
          <label for="${id}-text">${messages.reportText}</label>
          <textarea id="${id}-text" name="text" rows="2" dir="auto" maxlength=${LONGEST}></textarea>
        </div>
        <p class="failure" role="alert" data-failure>${this.failure === '' ? nothing : this.failure}</p>
        <div class="actions">
          <button type="submit" class="primary" aria-disabled=${this.sending ? 'true' : 'false'}>${this.sending ? messages.sending : messages.reportSend}</button>
          <button type="button" class="quiet" data-action="cancel" @click=${this.cancel}>${messages.cancel}</button>
        </div>
      </form>
    `;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) this.cancel();
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.sending) return;
    const entered = new FormData(event.currentTarget as HTMLFormElement);
    const reason = entered.get('reason') as string | null;
    if (reason === null) {
      this.failure = messages.reportNoReason;
      this.renderRoot.querySelector('input')?.focus();
      return;
    }
    this.sending = true;
    this.failure = '';
    try {
      await this.send(reason, (entered.get('text') as string).trim());
    } catch (thrown) {
      this.failure = refusalOf(Problem.of(thrown)).whole ?? messages.failed;
      this.sending = false;
    }
  }
}

if (!customElements.get('rejoinder-report')) customElements.define('rejoinder-report', ReportForm);
