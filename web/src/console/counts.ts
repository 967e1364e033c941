import type { QueueApi, Sizes } from './api';

/** Sizes are asked for at most this often while things happen, milliseconds. */
const EVERY = 1_000;

/** How much stands on each list, kept up while the desk is open. */
export class Counts {
  sizes: Sizes = {};
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: Pick<QueueApi, 'sizes'>,
    private readonly changed: () => void,
  ) {}

  /** So many more wait, as far as is known before the service says so. */
  addHeld(by: number): void {
    const { held } = this.sizes;
    if (held) this.sizes = { ...this.sizes, held: { ...held, count: Math.max(0, held.count + by) } };
    this.soon();
  }

  /** Asks once a few things have happened. */
  soon(): void {
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      this.now();
    }, EVERY);
  }

  now(): void {
    this.api.sizes().then((sizes) => { this.sizes = sizes; this.changed(); }, () => undefined);
  }

  close(): void {
    clearTimeout(this.waiting);
  }
}
