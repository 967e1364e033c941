import { backoff } from './backoff';
import { problemOf } from './http';
import type { Problem } from './problem';
import { EventParser, type StreamEvent } from './sse';

/** Servers send a heartbeat every 15 s; three missed ones mean that the line is dead, milliseconds. */
const SILENCE = 45_000;

export interface StreamOptions {
  /** The address, asked for anew before every connection. */
  readonly url: () => string;
  readonly headers?: () => Record<string, string>;
  readonly onEvent: (event: StreamEvent) => void;
  readonly onState?: (connected: boolean) => void;
  /** A refusal: returns whether to try again. */
  readonly onRefused?: (problem: Problem) => boolean | Promise<boolean>;
}

/**
 * Server-sent events over `fetch`, for streams that need a header or the status of a refusal, neither of which
 * `EventSource` offers. Reconnects until closed, from the last event's id on.
 */
export class EventStream {
  private readonly closing = new AbortController();
  private lastId = '';

  constructor(private readonly options: StreamOptions) {
    void this.run();
  }

  close(): void {
    this.closing.abort();
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.isClosed(); failures++) {
      try {
        const response = await this.connect();
        if (response.ok && response.body) {
          this.options.onState?.(true);
          failures = -1;
          await this.read(response.body);
        } else if (!(await this.retries(response))) return;
      } catch {
        // No connection, or one that broke: the next try says whether it is back.
      }
      if (this.isClosed()) return;
      this.options.onState?.(false);
      await this.pause(backoff(Math.max(failures, 0)));
    }
  }

  private connect(): Promise<Response> {
    return fetch(this.options.url(), {
      headers: {
        Accept: 'text/event-stream',
        ...(this.lastId === '' ? {} : { 'Last-Event-ID': this.lastId }),
        ...this.options.headers?.(),
      },
      cache: 'no-store',
      signal: this.closing.signal,
    });
  }

  private async retries(response: Response): Promise<boolean> {
    const problem = problemOf(response, await response.text());
    return (await this.options.onRefused?.(problem)) ?? true;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
    const parser = new EventParser(this.lastId);
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    try {
      for (;;) {
        watchdog = setTimeout(() => void reader.cancel(), SILENCE);
        const { done, value } = await reader.read();
        clearTimeout(watchdog);
        if (done) return;
        for (const event of parser.push(value)) {
          this.lastId = event.id;
          if (!this.isClosed()) this.options.onEvent(event);
        }
      }
    } finally {
      clearTimeout(watchdog);
      reader.cancel().catch(() => undefined);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
      this.closing.signal.addEventListener('abort', () => { resolve(); }, { once: true });
    });
  }
}
