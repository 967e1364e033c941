import { backoff } from '../shared/backoff';
import { Problem, type ProblemDocument } from '../shared/problem';
import type { Item, QueueApi, Reason, Verdict } from './api';
import { messages } from './messages';
import type { Queue } from './queue';
import type { Startled } from './startled';
import type { Toasts } from './toasts';
import { type Happened, told } from './told';

/** How often a command is sent again by itself when no answer came: it has an id, and counts once. */
const TRIES = 3;

interface Conflict extends ProblemDocument {
  readonly happened?: Happened;
  readonly item?: Item;
}

/** What the decisions need of the desk that they are made at. */
export interface Desk {
  readonly queue: Queue;
  readonly notices: Map<string, string>;
  readonly toasts: Toasts;
  /** Changes what is shown, the list staying where it is. */
  changed(): void;
  /** Makes a comment the current one. */
  focus(id: string): void;
  /** Takes a comment off by `act`; if it was the current one, that which moves into its place is. */
  leave<T>(id: string, act: () => T): T;
  countHeld(by: number): void;
  readonly startled: Startled;
}

/** Decisions and their undoing: shown at once, sent, and taken back with a reason when the server refuses. */
export class Decisions {
  private readonly done: string[] = [];
  private readonly inFlight = new Map<string, Promise<void>>();

  constructor(
    private readonly api: QueueApi,
    private readonly desk: Desk,
    private readonly pause: (milliseconds: number) => Promise<void> = wait,
  ) {}

  isBusy(id: string): boolean {
    return this.inFlight.has(id);
  }

  decide(id: string, verdict: Verdict, reason: Reason | null): void {
    const before = this.inFlight.get(id);
    if (before) {
      // Whoever is quicker than the server means what stands once it has answered.
      void before.then(() => { this.decide(id, verdict, reason); });
      return;
    }
    const { queue, toasts } = this.desk;
    const item = this.desk.leave(id, () => queue.take(id));
    if (!item) return;
    this.desk.notices.delete(id);
    toasts.add({ text: messages.done[verdict](item.author.name), kind: 'done', undo: id });
    this.done.push(id);
    const held = item.status === 'held' && verdict !== 'escalate' ? 1 : 0;
    this.desk.countHeld(-held);
    this.track(id, async () => {
      try {
        queue.settle(id, await this.sent((command) => this.api.decide(item, verdict, reason, command)));
      } catch (thrown) {
        this.done.splice(this.done.lastIndexOf(id), 1);
        toasts.removeFor(id);
        this.desk.countHeld(held);
        this.refused(id, Problem.of(thrown));
      }
    });
  }

  undoLast(): void {
    const id = this.done.at(-1);
    if (id === undefined) this.tell(messages.nothingToUndo, 'told');
    else void this.undo(id);
  }

  /** Undoes the newest decision on a comment; one that is still on its way is waited for. */
  async undo(id: string): Promise<void> {
    const { queue, toasts } = this.desk;
    toasts.removeFor(id);
    await this.inFlight.get(id);
    const item = queue.latest(id) ?? (await this.found(id));
    if (item?.decision?.by.kind !== 'moderator') {
      this.tell(messages.notConfirmed, 'failed');
      return;
    }
    const decision = item.decision.number;
    if (!queue.take(id)) queue.show(item);
    this.track(id, async () => {
      try {
        queue.settle(id, await this.sent((command) => this.api.undo(item, decision, command)));
        const at = this.done.lastIndexOf(id);
        if (at >= 0) this.done.splice(at, 1);
        this.tell(messages.undoneOne(item.author.name), 'told');
        this.desk.focus(id);
      } catch (thrown) {
        queue.dismiss(id);
        this.refused(id, Problem.of(thrown));
      }
    });
    this.desk.focus(id);
  }

  /** A comment that was decided at another list, or long ago. */
  private async found(id: string): Promise<Item | null> {
    try {
      return await this.api.item(id);
    } catch (thrown) {
      Problem.of(thrown);
      return null;
    }
  }

  private track(id: string, work: () => Promise<void>): void {
    const promise = work().finally(() => {
      this.inFlight.delete(id);
      this.desk.changed();
    });
    this.inFlight.set(id, promise);
    this.desk.changed();
  }

  private async sent(send: (command: string) => Promise<Item | null>): Promise<Item | null> {
    const command = crypto.randomUUID();
    for (let tries = 0; ; tries++) {
      try {
        return await send(command);
      } catch (thrown) {
        const { status } = Problem.of(thrown);
        if ((status !== 0 && status !== 503) || tries + 1 >= TRIES) throw thrown;
        await this.pause(backoff(tries));
      }
    }
  }

  private refused(id: string, problem: Problem): void {
    const { queue, notices } = this.desk;
    if (problem.status !== 409) {
      queue.putBack(id);
      this.tell(messages.notSaved(messages.problems[problem.slug] ?? problem.document.detail ?? messages.failed), 'failed');
      return;
    }
    const { happened, item } = problem.document as Conflict;
    if (item) queue.note(item);
    queue.putBack(id, true);
    notices.set(id, problem.slug === 'own-decision' ? messages.ownDecision : happened ? told(happened) : messages.changed);
    this.desk.focus(id);
    this.desk.startled.by(id);
  }

  private tell(text: string, kind: 'told' | 'failed'): void {
    this.desk.toasts.add({ text, kind, undo: null });
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
