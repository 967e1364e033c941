import { backoff } from '../shared/backoff';
import type { Comment } from './api';
import type { EventType } from './comments';
import { onSight } from './sight';

export interface LiveListener {
  readonly onEvent: (type: EventType, comment: Comment, id: string) => void;
  /** The stream cannot go on from where it was: what is shown must be read again. */
  readonly onReset: () => void;
}

const TYPES: readonly EventType[] = ['published', 'revised', 'removed'];

/**
 * The thread's stream. `EventSource` reconnects by itself with the last id; it gives up when a server refuses, as a
 * starting one does, and then this opens another one from the last id on. Closed while the tab is out of sight.
 */
export class Live {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private readonly unsight: () => void;

  constructor(
    private readonly url: (after: string) => string,
    private lastId: string,
    private readonly listener: LiveListener,
  ) {
    this.unsight = onSight(() => { this.disconnect(); }, () => { this.open(); });
    this.open();
  }

  close(): void {
    this.unsight();
    this.disconnect();
  }

  private open(): void {
    this.disconnect();
    const source = new EventSource(this.url(this.lastId));
    this.source = source;
    source.onopen = () => { this.failures = 0; };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      this.timer = setTimeout(() => { this.open(); }, backoff(this.failures++));
    };
    for (const type of TYPES) {
      source.addEventListener(type, (event: MessageEvent<string>) => {
        this.lastId = event.lastEventId;
        this.listener.onEvent(type, JSON.parse(event.data) as Comment, event.lastEventId);
      });
    }
    source.addEventListener('reset', () => {
      this.close();
      this.listener.onReset();
    });
  }

  private disconnect(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }
}
