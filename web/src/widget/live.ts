import { backoff } from '../shared/backoff';
import type { Comment } from './api';
import type { EventType } from './comments';
import { onSight } from './sight';
import { type Said, Tabs } from './tabs';
import { covers } from './tally';

export interface LiveListener {
  readonly onEvent: (type: EventType, comment: Comment, id: string) => void;
  /** The stream cannot go on from where it was: what is shown must be read again. */
  readonly onReset: () => void;
}

const TYPES: readonly EventType[] = ['published', 'revised', 'removed'];

/**
 * The thread's stream, one for all tabs of the browser. `EventSource` reconnects by itself with the last id; it gives up
 * when a server refuses, as a starting one does, and then this opens another one from the last id on. Closed while the
 * tab is out of sight.
 */
export class Live {
  private tabs: Tabs | null = null;
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private readonly unsight: () => void;

  constructor(
    private readonly url: (after: string) => string,
    private lastId: string,
    private readonly listener: LiveListener,
  ) {
    this.unsight = onSight(() => { this.leave(); }, () => { this.join(); });
    this.join();
  }

  close(): void {
    this.unsight();
    this.leave();
  }

  private join(): void {
    this.leave();
    this.tabs = new Tabs(`rejoinder:${this.url('')}`, () => { this.lead(); }, (said) => { this.hear(said); });
    this.tabs.tell({ type: 'at', id: this.lastId });
  }

  private leave(): void {
    this.disconnect();
    this.tabs?.close();
    this.tabs = null;
  }

  private lead(): void {
    this.connect();
    this.tabs?.tell({ type: 'leads' });
  }

  private hear(said: Said): void {
    if (said.type === 'at') {
      // Another tab has read less than this one: what it has missed comes once more, and is known here.
      if (!this.source || said.id === this.lastId || !covers(this.lastId, said.id)) return;
      this.lastId = said.id;
      this.connect();
    } else if (said.type === 'leads') {
      this.tabs?.tell({ type: 'at', id: this.lastId });
    } else if (said.type === 'reset') {
      this.reset();
    } else {
      this.take(said.type, said.comment, said.id);
    }
  }

  private take(type: EventType, comment: Comment, id: string): void {
    this.lastId = id;
    this.listener.onEvent(type, comment, id);
  }

  private reset(): void {
    this.close();
    this.listener.onReset();
  }

  private connect(): void {
    this.disconnect();
    const source = new EventSource(this.url(this.lastId));
    this.source = source;
    source.onopen = () => { this.failures = 0; };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      this.timer = setTimeout(() => { this.connect(); }, backoff(this.failures++));
    };
    for (const type of TYPES) {
      source.addEventListener(type, (event: MessageEvent<string>) => {
        const comment = JSON.parse(event.data) as Comment;
        this.tabs?.tell({ type, comment, id: event.lastEventId });
        this.take(type, comment, event.lastEventId);
      });
    }
    source.addEventListener('reset', () => {
      this.tabs?.tell({ type: 'reset' });
      this.reset();
    });
  }

  private disconnect(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }
}
