import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The comment that an address points at, by `#comment-ID`; null for none. */
const linkedIn = (hash: string): string | null => /^#comment-([0-9a-f]{32})$/.exec(hash)?.[1] ?? null;

/** Leads to the comment that the page's address points at, at first and whenever that changes. */
export class Permalink implements ReactiveController {
  /** The comment, once it is on the page. */
  id: string | null = null;
  private readonly onHash = (): void => { void this.follow(); };

  /** `lead` puts a comment on the page and in view, and tells whether it is there. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly lead: (id: string) => Promise<boolean>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.onHash);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.onHash);
  }

  async follow(): Promise<void> {
    const id = linkedIn(location.hash);
    this.id = id;
    if (id === null || (await this.lead(id))) this.host.requestUpdate();
    else this.id = null;
  }
}
