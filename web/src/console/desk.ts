import type { EventStream } from '../shared/stream';
import { Problem } from '../shared/problem';
import type { Claimed, Item, QueueApi } from './api';
import { Bulk } from './bulk';
import { Claims } from './claims';
import { Counts } from './counts';
import { Decisions, type Desk as DecisionDesk } from './decisions';
import { messages } from './messages';
import { Queue } from './queue';
import { Startled } from './startled';
import { Toasts } from './toasts';
import { leftBecause } from './told';
import { type View, viewOf } from './view';

const PAGE = 30;
/** From so few on behind the comment in hand, the next page is read before it is asked for. */
const AHEAD = 8;

/** A moderator's desk: the list that is open, the comment in hand, and what comes in live. */
export class Desk implements DecisionDesk {
  queue = new Queue(viewOf('held'));
  /** How many comments the open view has. */
  count = 0;
  phase: 'loading' | 'ready' | 'failed' = 'loading';
  /** What is wrong with the search, in the server's words. */
  fault: string | null = null;
  connected = true;
  current: string | null = null;
  readonly notices = new Map<string, string>();
  readonly toasts = new Toasts(() => { this.changed(); });
  readonly decisions: Decisions;
  readonly claims: Claims;
  readonly bulk: Bulk;
  readonly counts: Counts;
  readonly startled = new Startled();
  /** What is selected to be decided at once. */
  selected: ReadonlySet<string> = new Set();
  private stream: EventStream | null = null;
  private reading = false;

  constructor(
    private readonly api: QueueApi,
    readonly changed: () => void,
    private readonly scrollTo: (id: string) => void,
  ) {
    this.decisions = new Decisions(api, this);
    this.counts = new Counts(api, () => { this.changed(); });
    this.bulk = new Bulk(api, () => { this.changed(); }, () => { this.selectNone(); void this.load(); });
    this.claims = new Claims(api, (claimed) => { this.claimed(claimed); });
  }

  get view(): View {
    return this.queue.view;
  }

  async open(view: View): Promise<void> {
    this.queue = new Queue(view);
    this.selected = new Set();
    this.phase = 'loading';
    this.fault = null;
    this.notices.clear();
    this.changed();
    await this.load();
  }

  /** The same list in another way. */
  look(view: View): void {
    this.queue.view = view;
    this.changed();
    if (this.current !== null) this.scrollTo(this.current);
  }

  /** Reads the next page, once at a time. */
  async more(): Promise<void> {
    const { queue } = this;
    if (queue.next === null || this.reading) return;
    this.reading = true;
    try {
      queue.addPage(await this.api.page(queue.view, queue.next, PAGE));
    } catch (thrown) {
      this.fail(thrown);
    } finally {
      this.reading = false;
    }
    this.changed();
  }

  /** Reads the list anew: what is new stands where it belongs then. */
  async showFresh(): Promise<void> {
    await this.load();
    const first = this.queue.items[0];
    if (first) this.focus(first.id);
  }

  close(): void {
    this.stream?.close();
    this.claims.look(null);
    this.counts.close();
  }

  /** Whether a comment is shown only for what somebody else has made of it. */
  isDone(id: string): boolean {
    const item = this.queue.latest(id);
    return item !== undefined && !this.queue.belongs(item);
  }

  /** Moves to the next or the previous comment. */
  step(by: 1 | -1): void {
    const { items } = this.queue;
    const at = items.findIndex(({ id }) => id === this.current);
    const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) this.focus(next.id);
  }

  focus(id: string): void {
    this.choose(id);
    this.changed();
    this.scrollTo(id);
  }

  /** Takes a comment in hand. */
  choose(id: string | null): void {
    this.current = id;
    this.claims.look(id);
    const { items } = this.queue;
    if (items.length - items.findIndex((item) => item.id === id) <= AHEAD) void this.more();
  }

  dismiss(id: string): void {
    this.notices.delete(id);
    this.leave(id, () => { this.queue.dismiss(id); });
  }

  /** Shows what has changed around a comment, as how its author stands. */
  async reread(id: string): Promise<void> {
    try {
      this.queue.amend(id, await this.api.item(id));
      this.changed();
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  select(id: string, selected: boolean): void {
    const all = new Set(this.selected);
    if (selected) all.add(id);
    else all.delete(id);
    this.selected = all;
    this.changed();
  }

  selectNone(): void {
    this.selected = new Set();
    this.changed();
  }

  /** Puts a comment off; one that somebody else has decided meanwhile is done with. */
  skip(id: string): void {
    if (this.isDone(id)) {
      this.dismiss(id);
      return;
    }
    if (this.queue.items.length < 2) return;
    const at = this.queue.items.findIndex((item) => item.id === id);
    this.queue.skip(id);
    const next = this.queue.items[Math.min(at, this.queue.items.length - 1)];
    if (next) this.focus(next.id);
  }

  /** Takes a comment off by `act`; if it was the current one, that which moves into its place is. */
  leave<T>(id: string, act: () => T): T {
    const at = this.queue.items.findIndex((item) => item.id === id);
    const result = act();
    const { items } = this.queue;
    if (this.current === id && !items.some((item) => item.id === id)) {
      const next = items[Math.min(at, items.length - 1)];
      if (next) this.focus(next.id);
      else this.choose(null);
    }
    this.changed();
    return result;
  }

  countHeld(by: number): void {
    this.counts.addHeld(by);
  }

  /** Reads the open view anew; what is shown stays until that is there. */
  private async load(unasked = false): Promise<void> {
    const asked = this.queue;
    const queue = new Queue(asked.view);
    try {
      const page = await this.api.page(queue.view, null, PAGE);
      if (this.queue !== asked) return;
      queue.addPage(page);
      this.queue = queue;
      this.count = page.count;
      this.fault = null;
      this.phase = 'ready';
      const first = queue.items[0]?.id ?? null;
      if (!queue.items.some(({ id }) => id === this.current)) {
        this.choose(first);
        if (unasked && first !== null) this.startled.by(first);
      }
      this.counts.now();
      this.follow(page.cursor);
    } catch (thrown) {
      this.failed(thrown);
    }
    this.changed();
  }

  private failed(thrown: unknown): void {
    const { status, errors } = Problem.of(thrown);
    const wrong = errors[0];
    if (status === 422 && wrong) {
      this.fault = messages.fault(String(wrong.value), String(wrong.bound));
      this.phase = 'ready';
    } else {
      this.fail(thrown);
      if (this.phase === 'loading') this.phase = 'failed';
    }
  }

  private follow(cursor: string): void {
    this.stream?.close();
    this.stream = this.api.stream(cursor, {
      onItem: (item) => { this.happened(item); },
      onClaim: (claimed) => { this.claimed(claimed); },
      onReset: () => void this.load(true),
      onState: (connected) => { this.connected = connected; this.changed(); },
    });
  }

  private claimed({ id, claim }: Claimed): void {
    this.queue.amend(id, { claim });
    this.changed();
  }

  private happened(item: Item): void {
    const before = this.queue.latest(item.id);
    const change = this.leave(item.id, () => this.queue.apply(item, this.current));
    if (change === 'left') this.toasts.add({ text: leftBecause(item), kind: 'told', undo: null });
    if (change === 'kept') this.notices.set(item.id, leftBecause(item));
    if (change === 'updated' && before && before.revision < item.revision) {
      this.notices.set(item.id, messages.revisedNow);
      this.startled.by(item.id);
    }
    this.counts.soon();
    this.changed();
  }

  private fail(thrown: unknown): void {
    Problem.of(thrown);
    this.toasts.add({ text: messages.unreachable, kind: 'failed', undo: null });
  }
}
