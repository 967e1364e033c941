/** An event's id is `<topic>-<offset>`; anything else is a place that cannot be compared. */
function placeOf(eventId: string): { topic: string; offset: number } | null {
  const match = /^(.*)-(\d+)$/.exec(eventId);
  return match ? { topic: match[1] ?? '', offset: Number(match[2]) } : null;
}

/** Whether what was read up to a cursor has an event in it. */
export function covers(cursor: string, eventId: string): boolean {
  const [upTo, event] = [placeOf(cursor), placeOf(eventId)];
  return upTo !== null && event !== null && upTo.topic === event.topic && event.offset <= upTo.offset;
}

/** How many comments are visible: the server's count, plus what the stream has told since the position of that count. */
export class Tally {
  private base = 0;
  private cursor = '';
  private changes: { readonly id: string; readonly by: number }[] = [];

  get value(): number {
    return Math.max(0, this.changes.reduce((sum, { by }) => sum + by, this.base));
  }

  /** Takes a newer count; one that is older than the last, from a server that lags, is passed over. */
  set(count: number, cursor: string): void {
    if (cursor !== this.cursor && covers(this.cursor, cursor)) return;
    this.base = count;
    this.cursor = cursor;
    this.changes = this.changes.filter(({ id }) => !covers(cursor, id));
  }

  add(by: number, eventId: string): void {
    if (by !== 0 && !covers(this.cursor, eventId)) this.changes.push({ id: eventId, by });
  }
}
