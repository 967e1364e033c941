/** One event of a `text/event-stream`. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
  /** The last id that the stream has named so far, which is where to resume. */
  readonly id: string;
}

/** Takes a `text/event-stream` apart, in whatever pieces it arrives (HTML standard, 9.2.6). */
export class EventParser {
  private buffer = '';
  private data: string[] = [];
  private type = '';
  private id: string;

  constructor(lastId = '') {
    this.id = lastId;
  }

  /** The events that this piece completes. */
  push(piece: string): StreamEvent[] {
    this.buffer += piece;
    const events: StreamEvent[] = [];
    // A CR at the very end may be half of a CRLF: it waits for the next piece.
    for (let end; (end = /\r\n|\n|\r(?!$)/.exec(this.buffer)); ) {
      const line = this.buffer.slice(0, end.index);
      this.buffer = this.buffer.slice(end.index + end[0].length);
      const event = this.line(line);
      if (event) events.push(event);
    }
    return events;
  }

  private line(line: string): StreamEvent | null {
    if (line === '') return this.complete();
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.data.push(value);
    else if (name === 'event') this.type = value;
    else if (name === 'id' && !value.includes('\0')) this.id = value;
    return null;
  }

  private complete(): StreamEvent | null {
    const { data, type } = this;
    this.data = [];
    this.type = '';
    return data.length === 0 ? null : { type: type || 'message', data: data.join('\n'), id: this.id };
  }
}
