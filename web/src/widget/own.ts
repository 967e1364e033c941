import type { Appealing, Submission, SubmissionState } from './api';
import type { Storage } from './storage';

/** A comment that was written in this browser. Its token alone lets its author read, edit and withdraw it. */
export interface OwnComment {
  readonly id: string;
  readonly token: string;
  readonly parent: string | null;
  readonly name: string;
  readonly createdAt: string;
  /** `unsent` while no server has taken it. */
  readonly state: SubmissionState | 'unsent';
  readonly reason: { readonly code: string; readonly text: string } | null;
  readonly text: string;
  /** The text as the server renders it; null until it has said so. */
  readonly html: string | null;
  readonly revision: number;
  /** The version of the last state that the server told; {@link UNKNOWN} before the first. */
  readonly version: number;
  /** Until when it can be edited, unless somebody replies; null for not at all. */
  readonly editableUntil?: string | null;
  readonly appeal?: Appealing | null;
}

export const UNKNOWN = -1;

/** How many are remembered for each thread; beyond that the oldest are forgotten. */
const REMEMBERED = 100;

export const undecided = ({ state, appeal }: OwnComment): boolean => state === 'checking' || state === 'held' || appeal === 'open';

/** The reader's own comments in one thread, kept in the browser so that they are there after a reload. */
export class OwnComments {
  private readonly byId: Map<string, OwnComment>;
  private readonly forgotten = new Set<string>();

  constructor(private readonly storage: Storage) {
    this.byId = new Map(stored(storage).map((own) => [own.id, own]));
  }

  get all(): ReadonlyMap<string, OwnComment> {
    return this.byId;
  }

  add(own: OwnComment): void {
    // The same draft sent again is the same comment: what is known of it already stays.
    if (!this.byId.has(own.id)) this.set(own);
  }

  /**
   * Takes what the server says; tells whether it changed anything. An older version is dropped, and so is an equal one,
   * which while an edit is on its way is the state before it; `restoring` takes an equal one, since after a reload
   * nothing is on its way.
   */
  update(submission: Submission, restoring = false): boolean {
    const before = this.byId.get(submission.id);
    const version = submission.version ?? UNKNOWN;
    if (!before || before.state === 'withdrawn') return false;
    if (version < before.version || (version === before.version && !restoring)) return false;
    this.set({
      ...before,
      state: submission.state,
      reason: submission.reason ?? null,
      appeal: submission.appeal ?? null,
      text: submission.text ?? before.text,
      html: submission.html ?? (submission.text === before.text ? before.html : null),
      revision: submission.revision ?? before.revision,
      createdAt: submission.createdAt ?? before.createdAt,
      version,
      ...(submission.editableUntil === undefined || version === UNKNOWN ? {} : { editableUntil: submission.editableUntil }),
    });
    return true;
  }

  /** Shows an edit whose outcome is not known yet. */
  editing(id: string, text: string): void {
    const before = this.byId.get(id);
    if (before) this.set({ ...before, state: 'checking', reason: null, text, html: null, revision: before.revision + 1 });
  }

  /** A withdrawn one is shown as such for now, and not after a reload. */
  withdrawn(id: string): void {
    const before = this.byId.get(id);
    if (!before) return;
    this.byId.set(id, { ...before, state: 'withdrawn', text: '', html: null });
    this.persist();
  }

  forget(id: string): void {
    this.byId.delete(id);
    this.forgotten.add(id);
    this.persist();
  }

  private set(own: OwnComment): void {
    this.byId.set(own.id, own);
    this.persist();
  }

  private persist(): void {
    // Another tab may have written since: its comments are kept, too.
    const others = stored(this.storage).filter(({ id }) => !this.byId.has(id) && !this.forgotten.has(id));
    const kept = [...others, ...this.byId.values()].filter(({ state }) => state !== 'withdrawn');
    this.storage.write('own', kept.slice(-REMEMBERED));
  }
}

function stored(storage: Storage): OwnComment[] {
  return (storage.read('own') as OwnComment[] | null) ?? [];
}
