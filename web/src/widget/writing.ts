import { Problem } from '../shared/problem';
import type { Page, Settings, ThreadApi } from './api';
import type { Entry, Host } from './discussion';
import { messages } from './messages';
import { isAway, Outbox, type Unsent } from './outbox';
import { type OwnComment, type OwnComments, UNKNOWN } from './own';
import type { Storage } from './storage';

/** What writing has to do with the thread that it goes into. */
export interface Desk {
  readonly own: OwnComments;
  readonly settings: Settings;
  /** The page that shows the thread. */
  readonly page: () => Page;
  /** Something of the reader's own has changed. */
  readonly follow: () => void;
  /** Asks the server how an own comment stands. */
  readonly refresh: (own: OwnComment) => Promise<void>;
  /** The thread has been closed meanwhile. */
  readonly closed: () => void;
}

/** What a reader sends to a thread: comments, edits, withdrawals; kept for later where no server is reached. */
export class Writing {
  private readonly outbox: Outbox;

  constructor(
    private readonly api: ThreadApi,
    private readonly desk: Desk,
    private readonly host: Host,
    storage: Storage,
  ) {
    this.outbox = new Outbox(storage, async ({ entry, parent, key }) => { await this.deliver(entry, parent, key); }, () => { host.changed(); });
  }

  /** What no server has taken yet, as the reader's own comments. */
  get unsent(): readonly OwnComment[] {
    return this.outbox.all;
  }

  /** Sends what waits. */
  flush(): void {
    void this.outbox.flush();
  }

  close(): void {
    this.outbox.close();
  }

  preview(text: string): Promise<string> {
    return this.api.preview(text);
  }

  /** Sends a new comment or a reply, and shows it at once; gives its id. */
  async post(entry: Entry, parent: string | null, key: string): Promise<string> {
    try {
      return await this.deliver(entry, parent, key);
    } catch (thrown) {
      if (!isAway(Problem.of(thrown))) throw thrown;
      this.host.announce(messages.unsent);
      return this.outbox.add(entry, parent, key);
    }
  }

  /** Takes a comment back that no server has taken. */
  takeBack(id: string): Unsent | null {
    return this.outbox.take(id);
  }

  async edit(own: OwnComment, text: string): Promise<void> {
    const { desk } = this;
    try {
      const outcome = await this.api.edit(own.id, own.token, text, own.revision);
      if (outcome === null) desk.own.editing(own.id, text);
      else desk.own.update(outcome);
      desk.follow();
      this.host.announce(messages.saved);
    } catch (thrown) {
      if (Problem.of(thrown).status === 409) await desk.refresh(own);
      throw thrown;
    }
  }

  async withdraw({ id, token }: OwnComment): Promise<void> {
    await this.api.withdraw(id, token);
    this.desk.own.withdrawn(id);
    this.desk.follow();
    this.host.announce(messages.isWithdrawn);
  }

  private async deliver(entry: Entry, parent: string | null, key: string): Promise<string> {
    const { text, name, email, website = '' } = entry;
    const author = email === '' ? { name } : { name, email };
    const receipt = await this.api
      .post({ text, author, page: this.desk.page(), ...(parent === null ? {} : { parent }) }, website, key)
      .catch((thrown: unknown) => { throw this.noteClosed(thrown); });
    const { id, token, state } = receipt;
    const createdAt = new Date().toISOString();
    const { editSeconds } = this.desk.settings;
    const editableUntil = editSeconds === 0 ? null : new Date(Date.now() + editSeconds * 1000).toISOString();
    this.desk.own.add({ id, token, parent, name, createdAt, state, reason: null, text, html: null, revision: 1, version: UNKNOWN, editableUntil });
    this.desk.follow();
    this.host.announce(messages.sent);
    return id;
  }

  private noteClosed(thrown: unknown): unknown {
    if (thrown instanceof Problem && thrown.slug === 'closed-thread') this.desk.closed();
    return thrown;
  }
}
