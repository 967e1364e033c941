import { html, type TemplateResult } from 'lit';
import { messages } from './messages';
import type { ConsolePage, Wanted } from './page';
import { addressOf, DESK, PAGES, pageOf, parametersOf } from './pages';
import type { Session } from './session';

/** Where the pages beside the desk appear, as the address names them. */
export class Outlet {
  page = DESK;
  private parameters = new URLSearchParams();
  /** The open page's element, once it is there. */
  private element: ConsolePage | null = null;
  private failed = false;

  /** `onDesk` is called when the address has come to name the desk, or another view of it. */
  constructor(
    private readonly session: Session,
    private readonly changed: () => void,
    private readonly onDesk: () => void,
  ) {}

  /** Opens a page, which the address names from then on, unless the present one does not let go. */
  go(page: string, parameters: Readonly<Record<string, string>> = {}): void {
    if (page !== this.page && this.element?.mayLeave() === false) return;
    history.pushState(null, '', addressOf(page, parameters));
    this.arrive();
  }

  /** Shows what the address names. */
  arrive(): void {
    const page = pageOf(location.search, this.session);
    this.parameters = parametersOf(location.search);
    if (page !== this.page) this.close();
    this.page = page;
    if (page === DESK) this.onDesk();
    else if (!this.element) void this.fetch(page);
    this.changed();
  }

  /** Forgets the open page and what it holds. */
  close(): void {
    this.element = null;
    this.page = DESK;
  }

  view(): TemplateResult {
    const { element, page, session, parameters } = this;
    if (element) Object.assign(element, { session, query: parameters });
    return html`<main class="page" data-page-open=${page} @go=${this.onGo}>${element ?? this.waiting()}</main>`;
  }

  private waiting(): TemplateResult {
    if (!this.failed) return html`<p class="empty">${messages.loading}</p>`;
    return html`<p class="empty" role="alert">${messages.unreachable}</p>
      <button type="button" class="more" data-action="again" @click=${() => void this.fetch(this.page)}>${messages.tryAgain}</button>`;
  }

  private readonly onGo = ({ detail: { page, parameters } }: CustomEvent<Wanted>): void => { this.go(page ?? this.page, parameters); };

  private async fetch(page: string): Promise<void> {
    this.failed = false;
    try {
      const Element = await PAGES.find(({ id }) => id === page)?.load?.();
      if (Element && page === this.page) this.element = new Element();
    } catch {
      this.failed = true;
    }
    this.changed();
  }
}
