import { html, type TemplateResult } from 'lit';
import { send } from '../shared/http';
import { Problem } from '../shared/problem';
import { messages } from './messages';
import type { OwnComment } from './own';
import type { Reader } from './reader';

type Written = Pick<OwnComment, 'id' | 'token' | 'state'>;

/** How many are remembered that need not be claimed any more. */
const REMEMBERED = 1000;
/** No longer than this is waited where the server asks to be asked more slowly, seconds. */
const PATIENCE = 30;

/** What this browser wrote on a site as a guest: once its author is signed in, it can be made theirs. */
export class Claims {
  private readonly done: string;

  constructor(
    private readonly base: string,
    private readonly site: string,
    private readonly reader: Reader,
  ) {
    this.done = `claimed:${site}`;
  }

  /** What has no name of theirs yet, in all threads of the site that were written in. */
  get open(): readonly Written[] {
    const settled = new Set(this.settled);
    return this.threads
      .flatMap((thread) => (this.reader.storage.read(`${thread}:own`) as readonly Written[] | null) ?? [])
      .filter(({ id, state }) => !settled.has(id) && state !== 'withdrawn' && state !== 'erased');
  }

  /** One that has nothing to be claimed: it was written by who is signed in, or cannot be had. */
  settle(id: string): void {
    this.reader.storage.write(this.done, [...this.settled, id].slice(-REMEMBERED));
  }

  /** Claims all, one after another; tells whether none is left. */
  async claim(): Promise<boolean> {
    for (const written of this.open) {
      if (await this.one(written)) this.settle(written.id);
    }
    return this.open.length === 0;
  }

  /** Whether a comment is settled: it is theirs now, or never will be. */
  private async one({ id, token }: Written, again = true): Promise<boolean> {
    const url = `${this.base}/api/submissions/${encodeURIComponent(id)}/claim`;
    try {
      await this.reader.as((headers) => send(url, { method: 'POST', headers: { ...headers, Authorization: `Bearer ${token}` } }));
      return true;
    } catch (thrown) {
      const { status, slug, retryAfter } = Problem.of(thrown);
      if (!this.reader.session) throw thrown;
      if (status === 429 && again) {
        await new Promise((over) => { setTimeout(over, Math.min(retryAfter ?? 1, PATIENCE) * 1000); });
        return this.one({ id, token, state: 'published' });
      }
      // It is somebody else's, withdrawn, or forgotten: asking again would change nothing.
      return slug === 'outdated' || slug === 'token-refused';
    }
  }

  private get settled(): readonly string[] {
    return (this.reader.storage.read(this.done) as readonly string[] | null) ?? [];
  }

  private get threads(): string[] {
    const prefix = `rejoinder:${this.base}:`;
    const ours = (thread: string): boolean => (this.site === '' ? !thread.includes('--') : thread.startsWith(`${this.site}--`));
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix) && key.endsWith(':own'))
        .map((key) => key.slice(prefix.length, -':own'.length))
        .filter(ours);
    } catch {
      // Where storage is forbidden nothing was kept.
      return [];
    }
  }
}

export const claimable = (n: number, busy: boolean, claim: () => void): TemplateResult => html`
  <p class="hint" data-claim>
    <span>${messages.claimable(n)}</span>
    <button type="button" class="quiet" data-action="claim" aria-disabled=${busy ? 'true' : 'false'} @click=${claim}>${messages.claim}</button>
  </p>
`;
