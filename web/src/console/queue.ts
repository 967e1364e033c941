import type { Item, Page, Sort, Tab } from './api';

/** What an item's new state did to the list; `left` is one that someone else decided. */
export type Change = 'nothing' | 'added' | 'updated' | 'left';

/** Whether a tab lists an item: what people approved, but all that is held or rejected. */
function belongs(tab: Tab, { status, decision }: Item): boolean {
  return status === tab && (tab !== 'approved' || decision?.by.kind === 'moderator');
}

/**
 * One tab's list, kept by versions: an older state of an item never replaces a newer one. A decided item leaves at
 * once; it comes back where it was when the server refuses.
 */
export class Queue {
  items: readonly Item[] = [];
  next: string | null = null;
  /** Newer ones than the first, kept back so that the list does not move; only for newest first. */
  private waiting: readonly Item[] = [];
  private readonly newest = new Map<string, Item>();
  private readonly taken = new Map<string, number>();

  constructor(
    readonly tab: Tab,
    readonly sort: Sort,
  ) {}

  get fresh(): number {
    return this.waiting.length;
  }

  /** The newest state that was seen of an item, whether it is listed or not. */
  latest(id: string): Item | undefined {
    return this.newest.get(id);
  }

  addPage(page: Page): void {
    const shown = new Set(this.items.map(({ id }) => id));
    const items = page.items.map((item) => this.note(item)).filter((item) => !shown.has(item.id) && this.lists(item));
    this.items = [...this.items, ...items];
    this.next = page.next;
  }

  /** Takes a state from the stream. */
  apply(item: Item): Change {
    const before = this.newest.get(item.id);
    if (before && before.version >= item.version) return 'nothing';
    this.newest.set(item.id, item);
    if (this.taken.has(item.id)) return 'nothing';
    this.waiting = this.waiting.filter(({ id }) => id !== item.id);
    const listed = this.items.some(({ id }) => id === item.id);
    if (listed && belongs(this.tab, item)) this.items = this.items.map((one) => (one.id === item.id ? item : one));
    else if (listed) this.items = this.items.filter(({ id }) => id !== item.id);
    else return belongs(this.tab, item) ? this.arrive(item) : 'nothing';
    return belongs(this.tab, item) ? 'updated' : 'left';
  }

  showFresh(): void {
    this.items = [...this.waiting, ...this.items].sort((a, b) => this.compare(a, b));
    this.waiting = [];
  }

  /** Takes an item off the list before the server has answered. */
  take(id: string): Item | null {
    const at = this.items.findIndex((item) => item.id === id);
    const item = this.items[at];
    if (!item) return null;
    this.taken.set(id, at);
    this.items = this.items.filter((one) => one !== item);
    return item;
  }

  /** The server has taken the command; `item` is its newest state where that is known. */
  settle(id: string, item: Item | null): void {
    this.taken.delete(id);
    if (item) this.note(item);
    const latest = this.newest.get(id);
    if (item && latest && belongs(this.tab, latest)) this.show(latest);
  }

  /** The server has not: the newest state of the item is back where it was, if it still belongs there or is `kept`. */
  putBack(id: string, kept = false): void {
    const at = this.taken.get(id) ?? 0;
    this.taken.delete(id);
    const latest = this.newest.get(id);
    if (latest && (kept || belongs(this.tab, latest))) this.items = this.items.toSpliced(at, 0, latest);
  }

  /** Lists an item where it belongs by its age. */
  show(item: Item): void {
    this.items = [...this.items.filter(({ id }) => id !== item.id), item].sort((a, b) => this.compare(a, b));
  }

  dismiss(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
  }

  /** Keeps the newest of what is known and what is told. */
  note(item: Item): Item {
    const before = this.newest.get(item.id);
    if (before && before.version > item.version) return before;
    this.newest.set(item.id, item);
    return item;
  }

  private lists(item: Item): boolean {
    return belongs(this.tab, item) && !this.taken.has(item.id);
  }

  private arrive(item: Item): Change {
    const last = this.items.at(-1);
    const first = this.items[0];
    if (this.next !== null && last && this.compare(item, last) > 0) return 'nothing';
    if (this.sort === 'newest' && first && this.compare(item, first) < 0) this.waiting = [item, ...this.waiting];
    else this.show(item);
    return 'added';
  }

  private compare(a: Item, b: Item): number {
    const age = Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || (a.id < b.id ? -1 : Number(a.id > b.id));
    return this.sort === 'oldest' ? age : -age;
  }
}
