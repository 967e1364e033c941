import { Problem } from '../shared/problem';
import type { Batch, QueueApi, Reason, Verdict, Wish } from './api';
import { messages } from './messages';

/** How often the progress is asked for, milliseconds. */
const LOOK_EVERY = 500;

export interface Asked {
  readonly wish: Wish;
  readonly verdict: Verdict;
  readonly count: number;
}

/** Decisions on many comments: asked about, begun, watched, stopped, taken back. */
export class Bulk {
  /** What is about to be done, until it is confirmed. */
  asked: Asked | null = null;
  /** What is being done, or was last. */
  batch: Batch | null = null;
  /** Whether the batch takes another back. */
  undoes = false;
  failure = '';

  constructor(
    private readonly api: Pick<QueueApi, 'beginBatch' | 'batch' | 'stopBatch' | 'undoBatch'>,
    private readonly changed: () => void,
    private readonly ended: () => void,
    private readonly pause: (milliseconds: number) => Promise<void> = wait,
  ) {}

  ask(asked: Asked | null): void {
    this.asked = asked;
    this.changed();
  }

  async confirm(reason: Reason | null): Promise<void> {
    const { asked } = this;
    this.asked = null;
    if (asked) await this.watch(false, () => this.api.beginBatch(asked.wish, asked.verdict, reason));
  }

  async stop(): Promise<void> {
    const { batch } = this;
    if (batch) await this.attempt(async () => { this.batch = await this.api.stopBatch(batch.id); });
  }

  /** Takes back every decision of the batch that still stands. */
  async undo(id: string): Promise<void> {
    await this.watch(true, () => this.api.undoBatch(id));
  }

  dismiss(): void {
    this.batch = null;
    this.failure = '';
    this.changed();
  }

  private async watch(undoes: boolean, begin: () => Promise<Batch>): Promise<void> {
    await this.attempt(async () => {
      this.undoes = undoes;
      let batch = await begin();
      this.show(batch);
      while (batch.state === 'running') {
        await this.pause(LOOK_EVERY);
        batch = await this.api.batch(batch.id);
        this.show(batch);
      }
      this.ended();
    });
  }

  private show(batch: Batch): void {
    this.batch = batch;
    this.changed();
  }

  private async attempt(what: () => Promise<void>): Promise<void> {
    this.failure = '';
    try {
      await what();
    } catch (thrown) {
      const { status, errors, document } = Problem.of(thrown);
      const wrong = errors[0];
      if (wrong) this.failure = messages.fault(String(wrong.value), String(wrong.bound));
      else this.failure = status === 0 ? messages.unreachable : (document.detail ?? document.title ?? messages.failed);
    }
    this.changed();
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
