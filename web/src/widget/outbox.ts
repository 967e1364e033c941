import { backoff } from '../shared/backoff';
import { Problem } from '../shared/problem';
import type { Entry } from './discussion';
import { type OwnComment, UNKNOWN } from './own';
import { refusalOf } from './refusal';
import type { Storage } from './storage';

/** A comment that no server has taken yet. */
export interface Unsent {
  /** Its `Idempotency-Key`: however often it is sent, it is one comment. */
  readonly key: string;
  readonly entry: Entry;
  readonly parent: string | null;
  readonly createdAt: string;
  /** Why the server does not take it, once it has said so. */
  readonly refusal?: string;
}

const PREFIX = 'unsent-';

/** Whether a problem says that nobody has taken what was sent, and that it may be taken later. */
export const isAway = ({ status }: Problem): boolean => status === 0 || status === 502 || status === 503 || status === 504;

/** What was written while no server was to be reached: kept in the browser, and sent when it is back. */
export class Outbox {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private sending = false;
  private readonly online = (): void => void this.flush();

  constructor(
    private readonly storage: Storage,
    /** Posts one, and does with the receipt what has to be done. */
    private readonly post: (unsent: Unsent) => Promise<void>,
    private readonly changed: () => void,
  ) {
    addEventListener('online', this.online);
  }

  /** As comments of the reader's own, by their ids here. */
  get all(): readonly OwnComment[] {
    return this.stored.map(({ key, entry, parent, createdAt, refusal }) => ({
      id: PREFIX + key,
      token: '',
      parent,
      name: entry.name,
      createdAt,
      state: 'unsent',
      reason: refusal === undefined ? null : { code: '', text: refusal },
      text: entry.text,
      html: null,
      revision: 0,
      version: UNKNOWN,
    }));
  }

  /** Keeps one, and tries it again from time to time; gives its id here. */
  add(entry: Entry, parent: string | null, key: string): string {
    this.store([...this.stored.filter((other) => other.key !== key), { key, entry, parent, createdAt: new Date().toISOString() }]);
    this.later();
    return PREFIX + key;
  }

  /** Takes one out, to be written anew or given up. */
  take(id: string): Unsent | null {
    const found = this.stored.find(({ key }) => PREFIX + key === id) ?? null;
    this.store(this.stored.filter((other) => other.key !== found?.key));
    return found;
  }

  /** Sends what waits, the oldest first, until one finds nobody. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (const unsent of this.stored.filter(({ refusal }) => refusal === undefined)) {
        if (!(await this.sent(unsent))) {
          this.failures++;
          this.later();
          return;
        }
        this.failures = 0;
      }
    } finally {
      this.sending = false;
    }
  }

  close(): void {
    clearTimeout(this.timer);
    removeEventListener('online', this.online);
  }

  /** Whether somebody has answered: with a receipt, or with a refusal that is told beside the text. */
  private async sent(unsent: Unsent): Promise<boolean> {
    try {
      await this.post(unsent);
      this.store(this.stored.filter(({ key }) => key !== unsent.key));
    } catch (thrown) {
      const problem = Problem.of(thrown);
      if (isAway(problem) || problem.status === 429) return false;
      const { whole, fields } = refusalOf(problem);
      const refusal = whole ?? Object.values(fields).join(' ');
      this.store(this.stored.map((other) => (other.key === unsent.key ? { ...other, refusal } : other)));
    }
    return true;
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), backoff(this.failures));
  }

  /** Read each time: another tab may have sent or written some. */
  private get stored(): readonly Unsent[] {
    return (this.storage.read('unsent') as readonly Unsent[] | null) ?? [];
  }

  private store(unsent: readonly Unsent[]): void {
    if (unsent.length === 0) this.storage.remove('unsent');
    else this.storage.write('unsent', unsent);
    this.changed();
  }
}
