import { backoff } from '../shared/backoff';
import { Problem } from '../shared/problem';
import type { Comment, Page, Settings, Sort, Submission, ThreadApi } from './api';
import { Comments, type EventType } from './comments';
import { Likes } from './likes';
import { Live } from './live';
import { messages } from './messages';
import { type OwnComment, type OwnComments, undecided } from './own';
import { SETTINGS } from './settings';
import type { Storage } from './storage';
import type { Watch } from './watch';
import { Writing } from './writing';

/** How many roots a page has; the server's most is 200. */
const PAGE = 50;
const MOST = 200;
/** How many of the reader's newest comments are asked for after a reload. */
const RESTORED = 20;

export type Phase = 'loading' | 'ready' | 'failed' | 'missing' | 'refused';

export interface Host {
  /** Something that is shown has changed. */
  changed(): void;
  announce(text: string): void;
  /** Somebody else's comment has come, and waits to be shown. */
  arrived(name: string): void;
}

export interface Entry {
  readonly text: string;
  readonly name: string;
  readonly email: string;
  /** What stands in the field that nobody sees. */
  readonly website?: string;
}

/** One thread as this browser sees it: what is loaded, what comes live, and what its reader wrote. */
export class Discussion {
  phase: Phase = 'loading';
  open = true;
  settings: Settings = SETTINGS;
  comments: Comments;
  readonly likes: Likes;
  readonly writing: Writing;
  private live: Live | null = null;
  private watch: Promise<Watch> | null = null;
  private stopped = false;

  constructor(
    private readonly api: ThreadApi,
    readonly own: OwnComments,
    private readonly host: Host,
    /** As the reader or the page chose; null for what the site has set. */
    private chosen: Sort | null,
    readonly page: () => Page,
    storage: Storage,
  ) {
    this.comments = new Comments(chosen ?? SETTINGS.sort);
    this.writing = new Writing(api, this, host, storage);
    this.likes = new Likes(api, () => { this.host.changed(); });
  }

  /** Reads the thread from its start, and goes on live from there; after a failure, when called again. */
  async start(sort: Sort | null = this.chosen): Promise<void> {
    this.chosen = sort;
    try {
      await this.read(sort, 1);
      void this.likes.load();
      this.restore();
      this.writing.flush();
    } catch (thrown) {
      const { status, slug } = Problem.of(thrown);
      this.phase = status === 404 ? 'missing' : slug === 'origin-refused' ? 'refused' : 'failed';
    }
    this.host.changed();
  }

  readonly closed = (): void => {
    this.open = false;
    this.host.changed();
  };

  stop(): void {
    this.stopped = true;
    this.live?.close();
    this.watch?.then((watch) => { watch.close(); }, () => undefined);
    this.writing.close();
  }

  /** All that is the reader's own here, what waits to be sent included. */
  get mine(): ReadonlyMap<string, OwnComment> {
    return new Map([...this.own.all, ...this.writing.unsent.map((unsent) => [unsent.id, unsent] as const)]);
  }

  async more(): Promise<void> {
    const { comments } = this;
    if (comments.next === null) return;
    comments.addPage(await this.api.page(comments.sort, PAGE, comments.next));
    this.host.changed();
  }

  /** Shows what others wrote meanwhile; gives the ids. */
  showNew(): string[] {
    const ids = this.comments.waiting(this.own.all);
    this.comments.release();
    this.host.changed();
    return ids;
  }

  /** Loads as many pages as it takes for a comment to be there; tells whether it is. */
  async reach(id: string): Promise<boolean> {
    const { comments } = this;
    while (!comments.get(id) && comments.next !== null && !this.stopped) {
      comments.addPage(await this.api.page(comments.sort, MOST, comments.next));
    }
    const found = comments.get(id)?.status === 'published';
    if (found && comments.isHeld(id)) comments.release();
    this.host.changed();
    return found;
  }

  private async read(sort: Sort | null, roots: number): Promise<void> {
    let comments = new Comments(sort ?? this.settings.sort);
    let cursor: string | null = null;
    do {
      const page = await this.api.page(cursor === null ? (sort ?? 'site') : comments.sort, Math.min(MOST, Math.max(PAGE, roots)), comments.next);
      this.settings = page.settings ?? SETTINGS;
      if (cursor === null && sort === null) comments = new Comments(this.settings.sort);
      comments.addPage(page);
      // The stream goes on from the first page: what came after it changes what later pages said only where it is newer.
      cursor ??= page.cursor;
      this.open = page.open;
    } while (comments.next !== null && comments.rootsLoaded < roots);
    if (this.stopped) return;
    this.comments = comments;
    this.phase = 'ready';
    this.live?.close();
    this.live = new Live((after) => this.api.streamUrl(after), cursor, {
      onEvent: (type, comment, id) => { this.happened(type, comment, id); },
      onReset: () => void this.reload(0),
    });
  }

  private async reload(tries: number): Promise<void> {
    const before = this.comments;
    try {
      await this.read(before.sort, before.rootsLoaded);
      // What came meanwhile waits, as if it had come by the stream.
      for (const { id } of this.comments.all) if (!before.get(id) || before.isHeld(id)) this.comments.hold(id);
      this.host.changed();
    } catch (thrown) {
      Problem.of(thrown);
      setTimeout(() => { if (!this.stopped) void this.reload(tries + 1); }, backoff(tries));
    }
  }

  private happened(type: EventType, comment: Comment, id: string): void {
    const own = this.own.all.get(comment.id);
    const news = !this.comments.get(comment.id);
    if (!this.comments.apply(type, comment, id)) return;
    if (own && comment.version > own.version) void this.refresh(own);
    else if (!own && news && type !== 'removed') {
      this.comments.hold(comment.id);
      this.host.arrived(comment.author?.name ?? '');
    }
    this.host.changed();
  }

  private decided(submission: Submission, restoring = false): void {
    // An answer that comes late would keep what the reader has had erased meanwhile.
    if (this.stopped) return;
    const before = this.own.all.get(submission.id)?.state;
    if (submission.state === 'erased') {
      this.forget(submission.id);
      return;
    }
    if (!this.own.update(submission, restoring)) return;
    this.follow();
    const says = { published: messages.isPublished, held: messages.isHeld, rejected: messages.isRejected, checking: null, withdrawn: null, erased: null };
    const text = says[submission.state];
    if (!restoring && text !== null && before !== submission.state) this.host.announce(text);
  }

  private restore(): void {
    const newest = [...this.own.all.values()].slice(-RESTORED);
    for (const own of newest) void this.refresh(own, true);
    this.follow();
  }

  readonly refresh = async ({ id, token }: OwnComment, restoring = false): Promise<void> => {
    try {
      this.decided(await this.api.submission(id, token), restoring);
    } catch (thrown) {
      if ([401, 403, 404].includes(Problem.of(thrown).status)) this.forget(id);
    }
  };

  private forget(id: string): void {
    if (this.stopped) return;
    this.own.forget(id);
    this.follow();
  }

  readonly follow = (): void => {
    this.watchOwn();
    this.host.changed();
  };

  /** What watches them is fetched with the first one that waits: most readers write nothing. */
  private watchOwn(): void {
    if (this.stopped || (this.watch === null && ![...this.own.all.values()].some(undecided))) return;
    this.watch ??= import('./watch').then(({ Watch }) => new Watch(this.api, (submission) => { this.decided(submission); }, (id) => { this.forget(id); }));
    this.watch.then(
      (watch) => {
        if (this.stopped) watch.close();
        else watch.follow(this.own.all.values());
      },
      // Without a network: the next one that waits, or a reload, fetches it.
      () => { this.watch = null; },
    );
  }
}
