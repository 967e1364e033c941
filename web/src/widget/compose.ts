import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Problem } from '../shared/problem';
import type { Entry } from './discussion';
import type { Draft } from './draft';
import { check, counter, isTooLong } from './entry';
import { messages } from './messages';
import { renderedProse } from './prose';
import { type Field, type Refusal, refusalOf } from './refusal';
import type { Storage } from './storage';

export type Kind = 'new' | 'reply' | 'edit';

let forms = 0;

/** The form for a new comment, a reply or an edit. It stands in the thread's shadow root, and has none of its own. */
export class Compose extends LitElement {
  @property({ attribute: false }) kind: Kind = 'new';
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) reader!: Storage;
  @property({ attribute: false }) label = '';
  /** Who is signed in, in place of the fields for name and e-mail; null for a guest. */
  @property({ attribute: false }) signedIn: TemplateResult | null = null;
  @property({ attribute: false }) send!: (entry: Entry, key: string) => Promise<void>;
  @property({ attribute: false }) longest: number | undefined;
  @property({ attribute: false }) preview!: (text: string) => Promise<string>;
  /** Why it cannot be sent any more; its text stays to be copied. */
  @property({ attribute: false }) over: string | null = null;
  @property({ attribute: false }) cancel: (() => void) | null = null;
  @state() private text = '';
  @state() private sending = false;
  /** The text as it would be published, as long as it is shown. */
  @state() private previewed: string | null = null;
  @state() private refusal: Refusal = { fields: {}, whole: null };
  private readonly number = forms++;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft')) this.text = this.draft.text;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // A form that was asked for takes the focus; the one at the top was always there.
    if (changed.has('draft') && this.kind !== 'new') this.field('text')?.focus();
  }

  protected override render(): TemplateResult {
    const { kind, refusal, sending } = this;
    return html`
      <form
        part="form"
        class="compose"
        data-form=${kind}
        aria-label=${this.label}
        novalidate
        @submit=${this.onSubmit}
        @keydown=${this.onKey}
      >
        ${this.labelled('text', this.label, html`
          <textarea
            id=${this.idOf('text')}
            name="text"
            rows="3"
            dir="auto"
            placeholder=${messages.placeholder[kind]}
            aria-invalid=${refusal.fields.text ? 'true' : 'false'}
            aria-describedby="${this.idOf('text')}-error ${this.idOf('text')}-hint"
            .value=${this.text}
            @input=${this.onText}
          ></textarea>
        `)}
        <p class="hint" id="${this.idOf('text')}-hint">
          <span class="formatting" dir="ltr">${messages.formatting}</span>
          <span class="counter ${isTooLong(this.text, this.longest) ? 'over' : ''}" data-counter role="status">${counter(this.text, this.longest)}</span>
        </p>
        ${this.previewed === null ? nothing : html`<div class="preview" role="region" aria-label=${messages.preview} data-preview>${renderedProse(this.previewed)}</div>`}
        ${kind === 'edit' ? nothing : (this.signedIn ?? this.who())}
        <p class="failure" role="alert" data-failure>${this.over ?? refusal.whole ?? nothing}</p>
        <div class="actions">
          <button type="submit" class="primary" aria-disabled=${sending || this.over !== null ? 'true' : 'false'}>
            ${sending ? messages.sending : messages.send[kind]}
          </button>
          <button type="button" class="quiet" data-action="preview" aria-expanded=${this.previewed === null ? 'false' : 'true'} @click=${this.onPreview}>${messages.preview}</button>
          <button type="button" class="quiet" data-action="spoiler" @click=${this.onSpoiler}>${messages.markSpoiler}</button>
          ${this.cancel ? html`<button type="button" class="quiet" data-action="cancel" @click=${this.cancel}>${messages.cancel}</button>` : nothing}
        </div>
      </form>
    `;
  }

  private who(): TemplateResult {
    return html`
      <div class="who">
        ${this.labelled('name', messages.name, this.input('name', 'text', (this.reader.read('name') as string | null) ?? ''))}
        ${this.labelled('email', messages.email, this.input('email', 'email', ''))}
        <div class="unseen" aria-hidden="true">
          <label for="rejoinder-${this.number}-website">${messages.website}</label>
          <input id="rejoinder-${this.number}-website" name="website" type="text" tabindex="-1" autocomplete="off" />
        </div>
      </div>
    `;
  }

  private input(field: Field, type: string, value: string): TemplateResult {
    const id = this.idOf(field);
    return html`<input
      id=${id}
      name=${field}
      type=${type}
      dir="auto"
      autocomplete=${field}
      value=${value}
      aria-invalid=${this.refusal.fields[field] ? 'true' : 'false'}
      aria-describedby="${id}-error"
    />`;
  }

  private labelled(field: Field, label: string, input: TemplateResult): TemplateResult {
    const id = this.idOf(field);
    return html`
      <div class="field">
        <label for=${id}>${label}</label>
        ${input}
        <p class="error" id="${id}-error" role="alert" data-error=${field}>${this.refusal.fields[field] ?? nothing}</p>
      </div>
    `;
  }

  private idOf(field: Field): string {
    return `rejoinder-${this.number}-${field}`;
  }

  private field(name: Field): HTMLInputElement | HTMLTextAreaElement | null {
    return this.renderRoot.querySelector(`[name="${name}"]`);
  }

  /** Programs fill every field that they find; people see none here, and neither do screen readers. */
  private trap(): string {
    return this.renderRoot.querySelector<HTMLInputElement>('[name="website"]')?.value ?? '';
  }

  private onText({ target }: InputEvent): void {
    this.write((target as HTMLTextAreaElement).value);
  }

  private write(text: string): void {
    this.text = text;
    this.previewed = null;
    this.draft.write(text);
  }

  /** Shows the text as it would be published, by the server that would; a second time hides it. */
  private async onPreview(): Promise<void> {
    const { text } = this;
    if (this.previewed !== null || text.trim() === '') {
      this.previewed = null;
      return;
    }
    try {
      const shown = await this.preview(text);
      if (this.text === text) this.previewed = shown;
      this.refusal = { fields: {}, whole: null };
    } catch (thrown) {
      this.refuse(refusalOf(Problem.of(thrown)));
    }
  }

  /** Covers what is selected, or what is written next. */
  private onSpoiler(): void {
    const field = this.field('text');
    if (!field) return;
    const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    field.focus();
    field.setRangeText(`||${field.value.slice(from, to)}||`, from, to, 'end');
    if (from === to) field.setSelectionRange(from + 2, from + 2);
    this.write(field.value);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      (event.currentTarget as HTMLFormElement).requestSubmit();
    } else if (event.key === 'Escape' && this.cancel && !event.isComposing) {
      this.cancel();
    }
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.sending || this.over !== null) return;
    const value = (field: Field): string => this.field(field)?.value.trim() ?? '';
    const entry = { text: value('text'), name: value('name'), email: value('email'), website: this.trap() };
    const fields = check(entry, this.kind === 'edit' || this.signedIn ? ['text'] : ['text', 'name', 'email'], this.longest);
    if (Object.keys(fields).length > 0) {
      this.refuse({ fields, whole: null });
      return;
    }
    this.sending = true;
    this.refusal = { fields: {}, whole: null };
    try {
      await this.draft.send((key) => this.send(entry, key));
      if (entry.name !== '') this.reader.write('name', entry.name);
      this.text = this.draft.text;
      this.previewed = null;
    } catch (thrown) {
      this.refuse(refusalOf(Problem.of(thrown)));
    } finally {
      this.sending = false;
    }
  }

  private refuse(refusal: Refusal): void {
    this.refusal = refusal;
    const first = (['text', 'name', 'email'] as const).find((field) => refusal.fields[field]);
    if (first) this.field(first)?.focus();
  }
}

if (!customElements.get('rejoinder-compose')) customElements.define('rejoinder-compose', Compose);
