import type { EventStream } from '../shared/stream';
import { Problem } from '../shared/problem';
import type { Item, QueueApi, Sort, Tab } from './api';
import { deciderOf } from './card';
import { Decisions, type Desk as DecisionDesk } from './decisions';
import { messages } from './messages';
import { Queue } from './queue';
import { Toasts } from './toasts';

const PAGE = 30;
/** The count of held ones is asked for at most this often while things happen, milliseconds. */
const COUNT_EVERY = 1_000;

/** A moderator's desk: the open tab's list, the comment in hand, and what comes in live. */
export class Desk implements DecisionDesk {
  queue = new Queue('held', 'oldest');
  held = 0;
  phase: 'loading' | 'ready' | 'failed' = 'loading';
  connected = true;
  current: string | null = null;
  readonly notices = new Map<string, string>();
  readonly toasts = new Toasts(() => { this.changed(); });
  readonly decisions: Decisions;
  private stream: EventStream | null = null;
  private counting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: QueueApi,
    readonly changed: () => void,
    private readonly scrollTo: (id: string) => void,
  ) {
    this.decisions = new Decisions(api, this);
  }

  async open(tab: Tab, sort: Sort): Promise<void> {
    this.queue = new Queue(tab, sort);
    this.phase = 'loading';
    this.notices.clear();
    this.changed();
    await this.load();
  }

  async more(): Promise<void> {
    const { queue } = this;
    if (queue.next === null) return;
    try {
      queue.addPage(await this.api.page(queue.tab, queue.sort, queue.next, PAGE));
    } catch (thrown) {
      this.fail(thrown);
    }
    this.changed();
  }

  showFresh(): void {
    this.queue.showFresh();
    const first = this.queue.items[0];
    if (first) this.focus(first.id);
  }

  close(): void {
    this.stream?.close();
    clearTimeout(this.counting);
  }

  /** Moves to the next or the previous comment. */
  step(by: 1 | -1): void {
    const { items } = this.queue;
    const at = items.findIndex(({ id }) => id === this.current);
    const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) this.focus(next.id);
  }

  focus(id: string): void {
    this.current = id;
    this.changed();
    this.scrollTo(id);
  }

  dismiss(id: string): void {
    this.notices.delete(id);
    this.leave(id, () => { this.queue.dismiss(id); });
  }

  /** Takes a comment off by `act`; if it was the current one, that which moves into its place is. */
  leave<T>(id: string, act: () => T): T {
    const at = this.queue.items.findIndex((item) => item.id === id);
    const result = act();
    const { items } = this.queue;
    if (this.current === id && !items.some((item) => item.id === id)) {
      const next = items[Math.min(at, items.length - 1)];
      if (next) this.focus(next.id);
      else this.current = null;
    }
    this.changed();
    return result;
  }

  countHeld(by: number): void {
    this.held = Math.max(0, this.held + by);
  }

  /** Reads the open tab anew; what is shown stays until that is there. */
  private async load(): Promise<void> {
    const asked = this.queue;
    const queue = new Queue(asked.tab, asked.sort);
    try {
      const page = await this.api.page(queue.tab, queue.sort, null, PAGE);
      if (this.queue !== asked) return;
      queue.addPage(page);
      this.queue = queue;
      this.phase = 'ready';
      if (!queue.items.some(({ id }) => id === this.current)) this.current = queue.items[0]?.id ?? null;
      if (queue.tab === 'held') this.held = page.count;
      else this.countSoon();
      this.follow(page.cursor);
    } catch (thrown) {
      this.fail(thrown);
      if (this.phase === 'loading') this.phase = 'failed';
    }
    this.changed();
  }

  private follow(cursor: string): void {
    this.stream?.close();
    this.stream = this.api.stream(
      cursor,
      (item) => { this.happened(item); },
      () => void this.load(),
      (connected) => { this.connected = connected; this.changed(); },
    );
  }

  private happened(item: Item): void {
    const before = this.queue.latest(item.id);
    const change = this.leave(item.id, () => this.queue.apply(item));
    if (change === 'left') this.toasts.add({ text: leftBecause(item), kind: 'told', undo: null });
    if (change === 'updated' && before && before.revision < item.revision) this.notices.set(item.id, messages.revisedNow);
    this.countSoon();
    this.changed();
  }

  private countSoon(): void {
    this.counting ??= setTimeout(() => {
      this.counting = undefined;
      this.api.page('held', 'oldest', null, 1).then(({ count }) => { this.held = count; this.changed(); }, () => undefined);
    }, COUNT_EVERY);
  }

  private fail(thrown: unknown): void {
    Problem.of(thrown);
    this.toasts.add({ text: messages.unreachable, kind: 'failed', undo: null });
  }
}

function leftBecause({ status, author, decision }: Item): string {
  const name = author?.name ?? messages.someone;
  if (status === 'withdrawn' || status === 'erased') return messages.gone(name);
  return messages.othersDid(messages.outcomes[status] ?? status, decision ? deciderOf(decision) : messages.someone, name);
}
