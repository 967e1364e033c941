import type { Item, Page } from './api';
import type { View } from './view';

/** What an item's new state did to the list; `left` is one that someone else decided, `kept` one that is shown nevertheless. */
export type Change = 'nothing' | 'added' | 'waiting' | 'updated' | 'left' | 'kept';

/** Of so many comments that are not listed the newest state is remembered: a shift goes on for hours, and what comes in never ends. */
const REMEMBERED = 50;
/** Of more than these it is not kept which of them wait behind "new". */
const MOST_WAITING = 10_000;

/**
 * One view's list, kept by versions: an older state of an item never replaces a newer one. What arrives never moves what
 * is looked at: it goes to the end where that is its place, and else waits until it is asked for. A decided item leaves at
 * once; it comes back where it was when the server refuses.
 */
export class Queue {
  items: readonly Item[] = [];
  next: string | null = null;
  /** Ids of those that are not in the list and would be, were it read now. */
  private readonly waiting = new Set<string>();
  private readonly newest = new Map<string, Item>();
  private readonly taken = new Map<string, number>();

  constructor(public view: View) {}

  get fresh(): number {
    return this.waiting.size;
  }

  /** Whether the view lists an item, as far as that can be told without asking: not by what a search says of it. */
  belongs({ status, lists }: Item): boolean {
    const { tab } = this.view;
    if (tab === 'all') return status !== 'sampled' && status !== 'erased';
    return tab === 'sampled' ? status === 'sampled' : lists.includes(tab);
  }

  /** The newest state that was seen of an item, whether it is listed or not. */
  latest(id: string): Item | undefined {
    return this.newest.get(id);
  }

  addPage(page: Page): void {
    const shown = new Set(this.items.map(({ id }) => id));
    const items = page.items.map((item) => this.note(item)).filter((item) => !shown.has(item.id) && this.lists(item));
    items.forEach(({ id }) => this.waiting.delete(id));
    this.items = [...this.items, ...items];
    this.next = page.next;
  }

  /** Takes a state from the stream; the comment `inHand` stays where it is even if it does not belong there any more. */
  apply(item: Item, inHand: string | null = null): Change {
    const before = this.newest.get(item.id);
    if (before && before.version >= item.version) return 'nothing';
    this.remember(item);
    if (this.taken.has(item.id)) return 'nothing';
    const listed = this.items.some(({ id }) => id === item.id);
    if (!this.belongs(item)) {
      this.waiting.delete(item.id);
      if (!listed) return 'nothing';
      if (item.id === inHand) {
        this.items = this.items.map((one) => (one.id === item.id ? item : one));
        return 'kept';
      }
      this.items = this.items.filter(({ id }) => id !== item.id);
      return 'left';
    }
    if (!listed) return this.arrive(item);
    this.items = this.items.map((one) => (one.id === item.id ? item : one));
    return 'updated';
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
    const at = this.taken.get(id) ?? 0;
    this.taken.delete(id);
    if (item) this.note(item);
    const latest = this.newest.get(id);
    if (item && latest && this.belongs(latest)) this.show(latest, at);
  }

  /** The server has not: the newest state of the item is back where it was, if it still belongs there or is `kept`. */
  putBack(id: string, kept = false): void {
    const at = this.taken.get(id) ?? 0;
    this.taken.delete(id);
    const latest = this.newest.get(id);
    if (latest && (kept || this.belongs(latest))) this.show(latest, at);
  }

  /** Lists an item, where it is not: by its age in a list of age, else at this place. */
  show(item: Item, at = 0): void {
    const others = this.items.filter(({ id }) => id !== item.id);
    const { sort } = this.view;
    const found = sort === 'oldest' || sort === 'newest' ? others.findIndex((one) => this.compare(item, one) < 0) : at;
    this.items = others.toSpliced(found < 0 ? others.length : found, 0, item);
  }

  /** Moves an item behind all others that are loaded. */
  skip(id: string): void {
    const item = this.items.find((one) => one.id === id);
    if (item) this.items = [...this.items.filter((one) => one !== item), item];
  }

  dismiss(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
  }

  /** Replaces what is listed of an item by another view of the same state. */
  amend(id: string, change: Partial<Item>): void {
    const before = this.newest.get(id);
    if (!before) return;
    const after = { ...before, ...change };
    this.newest.set(id, after);
    this.items = this.items.map((one) => (one.id === id ? after : one));
  }

  /** Keeps the newest of what is known and what is told. */
  note(item: Item): Item {
    const before = this.newest.get(item.id);
    if (before && before.version > item.version) return before;
    this.remember(item);
    return item;
  }

  private remember(item: Item): void {
    // The one that was told of last is forgotten last.
    this.newest.delete(item.id);
    this.newest.set(item.id, item);
    const listed = this.items.length + this.taken.size;
    if (this.newest.size <= listed + 2 * REMEMBERED) return;
    const kept = new Set([...this.items.map(({ id }) => id), ...this.taken.keys()]);
    const others = [...this.newest.keys()].filter((id) => !kept.has(id));
    for (const id of others.slice(0, -REMEMBERED)) this.newest.delete(id);
  }

  private lists(item: Item): boolean {
    return this.belongs(item) && !this.taken.has(item.id);
  }

  private arrive(item: Item): Change {
    const { sort, search } = this.view;
    const last = this.items.at(-1);
    // What a search says of it only the server knows; an order other than by age only it, too.
    const atTheEnd = search === '' && (!last || (sort === 'oldest' && this.compare(item, last) > 0));
    if (atTheEnd && this.next !== null) return 'nothing';
    if (atTheEnd) {
      this.items = [...this.items, item];
      return 'added';
    }
    if (this.waiting.size < MOST_WAITING) this.waiting.add(item.id);
    return 'waiting';
  }

  private compare(a: Item, b: Item): number {
    const age = Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || (a.id < b.id ? -1 : Number(a.id > b.id));
    return this.view.sort === 'oldest' ? age : -age;
  }
}
