import { html, nothing, type TemplateResult } from 'lit';
import type { ThreadApi } from './api';
import { messages } from './messages';
import type { Storage } from './storage';
import type { Branch } from './tree';

/** How many are remembered for each thread; beyond that the oldest are forgotten. */
const REMEMBERED = 200;

/** What this reader reports to moderators: one form at a time, and what was reported from this browser before. */
export class Reports {
  private open: string | null = null;
  /** Read once: it is asked for with every comment. */
  private known: readonly string[] | null = null;

  constructor(
    private readonly api: ThreadApi,
    private readonly storage: Storage,
    private readonly changed: () => void,
    private readonly announce: (text: string) => void,
    private readonly focus: (id: string, inside?: string) => void,
  ) {}

  /** What of it shows at a comment, as a value to compare. */
  stateOf(id: string): string {
    return `${this.open === id} ${this.ids.includes(id)}`;
  }

  /** The button among those for a comment of somebody else; once it is reported, that it is. */
  button({ id, own, comment }: Branch): TemplateResult | typeof nothing {
    if (own || comment?.status !== 'published') return nothing;
    if (this.ids.includes(id)) return html`<span class="likes" data-reported>${messages.reported}</span>`;
    return html`<button type="button" class="quiet" data-action="report" aria-expanded=${this.open === id ? 'true' : 'false'} @click=${() => { this.toggle(id); }}>${messages.report}</button>`;
  }

  /** The form, below the comment that it is about. */
  form({ id }: Branch, name: string): TemplateResult | typeof nothing {
    if (this.open !== id) return nothing;
    return html`<rejoinder-report
      .name=${name}
      .send=${(reason: string, text: string) => this.send(id, reason, text)}
      .cancel=${() => { this.close(id); }}
    ></rejoinder-report>`;
  }

  private toggle(id: string): void {
    // The form is fetched when it is first wanted; it shows once it is there.
    void import('./report-form').catch(() => { this.announce(messages.failed); });
    this.open = this.open === id ? null : id;
    this.changed();
  }

  private async send(id: string, reason: string, text: string): Promise<void> {
    await this.api.report(id, reason, text);
    this.known = [...this.ids, id].slice(-REMEMBERED);
    this.storage.write('reported', this.known);
    this.announce(messages.reportThanks);
    this.close(id);
  }

  private close(id: string): void {
    this.open = null;
    this.changed();
    this.focus(id, '[data-action="report"]');
  }

  private get ids(): readonly string[] {
    this.known ??= (this.storage.read('reported') as readonly string[] | null) ?? [];
    return this.known;
  }
}
