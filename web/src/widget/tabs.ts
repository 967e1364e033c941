import type { Comment } from './api';
import type { EventType } from './comments';

/** What the tabs of a browser tell each other of a stream that they share. */
export type Said =
  | { readonly type: EventType; readonly comment: Comment; readonly id: string }
  /** The stream cannot go on; each tab reads anew. */
  | { readonly type: 'reset' }
  /** A tab leads from now on: the others say where they are. */
  | { readonly type: 'leads' }
  /** Where a tab is; the one that leads goes back to there. */
  | { readonly type: 'at'; readonly id: string };

/**
 * The tabs of one browser in which the same thread is open: one of them leads, which holds the stream, and tells the
 * others what comes. When it is closed or goes out of sight for long, another leads. Where a browser has no locks,
 * as on pages without TLS, every tab leads.
 */
export class Tabs {
  private readonly channel: BroadcastChannel | null = null;
  private readonly waiting = new AbortController();
  private release: (() => void) | null = null;

  constructor(name: string, lead: () => void, hear: (said: Said) => void) {
    const locks = (navigator as { locks?: LockManager }).locks;
    if (!locks || typeof BroadcastChannel === 'undefined') {
      lead();
      return;
    }
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Said>) => { hear(data); };
    const held = (): Promise<void> => new Promise((release) => {
      this.release = release;
      lead();
    });
    locks.request(name, { signal: this.waiting.signal }, held).catch(() => undefined);
  }

  tell(said: Said): void {
    this.channel?.postMessage(said);
  }

  close(): void {
    this.waiting.abort();
    this.release?.();
    this.channel?.close();
  }
}
