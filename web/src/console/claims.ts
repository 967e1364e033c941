import type { Claimed, QueueApi } from './api';

/** A claim lasts a minute and is renewed while its comment is in hand, milliseconds. */
const RENEW_EVERY = 30_000;
/** Whoever only passes by on the way to another comment claims nothing, milliseconds. */
const SETTLE = 400;

/** Tells the others which comment this moderator has in hand, for as long as the page is looked at. */
export class Claims {
  private looked: string | null = null;
  private held: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: Pick<QueueApi, 'claim' | 'release'>,
    private readonly claimed: (claimed: Claimed) => void,
  ) {
    document.addEventListener('visibilitychange', () => { this.begin(document.hidden ? null : this.looked); });
  }

  /** Takes a comment in hand, and lets go of the one before. */
  look(id: string | null): void {
    if (id === this.looked) return;
    this.looked = id;
    this.begin(document.hidden ? null : id);
  }

  private begin(id: string | null): void {
    clearTimeout(this.timer);
    if (this.held !== null && this.held !== id) {
      // A claim that cannot be let go of ends by itself.
      this.api.release(this.held).catch(() => undefined);
      this.held = null;
    }
    if (id !== null) this.timer = setTimeout(() => void this.claim(id), SETTLE);
  }

  private async claim(id: string): Promise<void> {
    this.held = id;
    try {
      const claim = await this.api.claim(id);
      this.claimed({ id, claim });
    } catch {
      // Nobody learns of it, and the decision is safe without.
    }
    if (this.held === id) this.timer = setTimeout(() => void this.claim(id), RENEW_EVERY);
  }
}
