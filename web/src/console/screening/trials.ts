import type { TemplateResult } from 'lit';
import type { Draft, ScreeningApi, Trial, VerdictChange } from './api';
import { trialView } from './trial';

/** How often a trial is asked how far it is, milliseconds. */
const EVERY = 1_000;

type Attempt = (work: () => Promise<void>) => void;

/** The trial that was begun here, as it goes on. */
export class Trials {
  private trial: Trial | null = null;
  private changes: readonly VerdictChange[] = [];
  private next: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: () => ScreeningApi,
    private readonly changed: () => void,
  ) {}

  view(draft: Draft, editable: boolean, attempt: Attempt, openThread: (thread: string) => void): TemplateResult {
    const { trial, next } = this;
    return trialView({
      trial,
      changes: this.changes,
      more: trial === null || next === null ? null : () => { attempt(() => this.more(trial.id)); },
      editable,
      begin: (days) => { attempt(() => this.begin(draft, days, attempt)); },
      stop: () => { if (trial) attempt(() => this.api().stop(trial.id)); },
      open: ({ thread }) => { openThread(thread); },
    });
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private async begin(draft: Draft, days: number, attempt: Attempt): Promise<void> {
    this.close();
    this.trial = await this.api().begin(draft, days);
    this.changes = [];
    this.next = null;
    this.changed();
    this.follow(attempt);
  }

  private follow(attempt: Attempt): void {
    this.timer = setTimeout(() => { attempt(() => this.look(attempt)); }, EVERY);
  }

  private async look(attempt: Attempt): Promise<void> {
    if (!this.trial) return;
    this.trial = await this.api().trial(this.trial.id);
    if (this.trial.state === 'running') this.follow(attempt);
    else await this.more(this.trial.id);
    this.changed();
  }

  private async more(id: string): Promise<void> {
    const page = await this.api().changes(id, this.next);
    this.changes = [...this.changes, ...page.changes];
    this.next = page.next;
    this.changed();
  }
}
