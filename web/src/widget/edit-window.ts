import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { leftToEdit } from './editable';
import './later';
import { messages } from './messages';
import type { OwnComment } from './own';

const SECOND = 1_000;
/** Those who hear the page are told once, when so much is left, milliseconds. */
const LAST_CALL = 60_000;

/** `4:32`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * The time that is left, shown beside the button and silent: only the last minute and the end are told. It counts for itself, so that the thread is
 * not rendered anew each second.
 */
export class EditWindow extends LitElement {
  @property({ attribute: false }) own!: OwnComment;
  @property({ attribute: false }) over!: () => void;
  @property({ attribute: false }) announce!: (text: string) => void;
  private timer: ReturnType<typeof setInterval> | undefined;
  private earlier = Infinity;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => { this.tick(); }, SECOND);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult | typeof nothing {
    const left = leftToEdit(this.own, Date.now());
    return left === null || left === 0 ? nothing : html`<span aria-hidden="true" data-left>(${clockText(left)})</span>`;
  }

  private tick(): void {
    const left = leftToEdit(this.own, Date.now());
    if (left === null) return;
    if (left <= LAST_CALL && this.earlier > LAST_CALL && this.earlier !== Infinity) this.announce(messages.lastMinute);
    this.earlier = left;
    this.requestUpdate();
    if (left > 0) return;
    clearInterval(this.timer);
    this.over();
  }
}

if (!customElements.get('rejoinder-edit-window')) customElements.define('rejoinder-edit-window', EditWindow);
