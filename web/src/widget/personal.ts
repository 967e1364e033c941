import { html, nothing, type TemplateResult } from 'lit';
import { messages } from './messages';
import type { Reader } from './reader';

/** The panel on what is kept of the reader; it is fetched when it is first wanted. */
export class Personal {
  private shown = false;

  constructor(
    private readonly base: string,
    private readonly reader: Reader,
    private readonly changed: () => void,
    private readonly announce: (text: string) => void,
    /** All of it is gone: what the page shows is read anew. */
    private readonly erased: () => void,
    /** Whether there is a mail server, and so a page for what belongs to an e-mail address. */
    private readonly mail: () => boolean | undefined,
  ) {}

  get view(): TemplateResult | typeof nothing {
    if (!this.shown) return nothing;
    return html`<rejoinder-personal-data .base=${this.base} .reader=${this.reader} .announce=${this.announce} .erased=${this.erased} .mail=${this.mail()}></rejoinder-personal-data>`;
  }

  readonly toggle = (): void => {
    void import('./personal-data').catch(() => { this.announce(messages.failed); });
    this.shown = !this.shown;
    this.changed();
  };
}
