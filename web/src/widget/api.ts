import { type Answer, send } from '../shared/http';
import { Problem } from '../shared/problem';
import { Reader } from './reader';

/** A comment as every reader sees it; author and html are null where only a placeholder is left. */
export interface Comment {
  readonly id: string;
  readonly parent: string | null;
  readonly version: number;
  readonly status: 'published' | 'removed';
  readonly author: { readonly name: string; readonly verified?: boolean } | null;
  readonly html: string | null;
  readonly createdAt: string;
  readonly revisedAt: string | null;
  /** How many readers like it; absent where it is removed. */
  readonly likes?: number;
  /** Rises with each change of the likes while the version is the same; absent is 0. */
  readonly tally?: number;
  /** Whether it has more replies than a page carries. */
  readonly repliesOmitted?: boolean;
}

export interface CommentWithReplies extends Comment {
  readonly replies: readonly CommentWithReplies[];
}

export type Sort = 'oldest' | 'newest' | 'best';

/** Where readers can sign in. */
export interface Provider {
  readonly id: string;
  readonly name: string;
}

/** What the site has set for this thread. */
export interface Settings {
  /** Levels of replies to indent. */
  readonly depth: number;
  /** How long an author may edit; 0 for not at all. */
  readonly editSeconds: number;
  /** Whether readers may write who are not signed in. */
  readonly guests: boolean;
  readonly sort: Sort;
  /** Code points of a comment at most. */
  readonly longest: number;
  readonly signIn?: readonly Provider[];
  /** Whether readers can follow by e-mail. */
  readonly mail?: boolean;
  readonly closesAt?: string;
}

/** The page that shows the thread; the first comment opens it for this page. */
export interface Page {
  readonly address: string;
  readonly title: string;
}

export interface ThreadPage {
  readonly open: boolean;
  readonly count: number;
  readonly settings?: Settings;
  readonly comments: readonly CommentWithReplies[];
  readonly next: string | null;
  /** The id of the last event that this page includes: the stream goes on from there. */
  readonly cursor: string;
}

export type SubmissionState = 'checking' | 'held' | 'published' | 'rejected' | 'withdrawn' | 'erased';

/** What the author alone sees of a comment: its newest text, and where that stands. */
export interface Submission {
  readonly id: string;
  readonly state: SubmissionState;
  readonly reason?: { readonly code: string; readonly text: string } | null;
  readonly revision?: number | null;
  readonly version?: number | null;
  readonly text?: string | null;
  readonly html?: string | null;
  readonly createdAt?: string | null;
  /** Until when it can be edited, unless somebody replies. */
  readonly editableUntil?: string | null;
  /** Where it is rejected: whether another look can be asked for, was, or was in vain. */
  readonly appeal?: Appealing | null;
}

export type Appealing = 'possible' | 'open' | 'upheld';

export interface NewComment {
  readonly text: string;
  readonly author: { readonly name: string; readonly email?: string };
  readonly parent?: string;
  readonly page?: Page;
}

export interface Receipt {
  readonly id: string;
  readonly state: SubmissionState;
  readonly token: string;
}

/** The first page as the server put it into the HTML, and the signed time of that. */
export interface Given {
  readonly sort: string;
  readonly page: ThreadPage;
  readonly formToken: string | null;
}

export const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });

/** A site that is flooded asks for proof of work; what finds it is fetched then. An answer that came too late is made once more. */
async function provingIfAsked<T>(post: (answer: Record<string, string>) => Promise<T>, tries = 2): Promise<T> {
  try {
    return await post({});
  } catch (thrown) {
    let problem = Problem.of(thrown);
    for (let n = 0; n < tries && problem.status === 428 && problem.document.challenge; n++) {
      const { challenge } = problem.document;
      // What cannot be fetched or found is told as what was asked for.
      const answer = await import('./prove').then(({ prove }) => prove(challenge)).catch(() => null);
      if (answer === null) break;
      try {
        return await post({ 'Rejoinder-Challenge': answer });
      } catch (again) {
        problem = Problem.of(again);
      }
    }
    throw problem;
  }
}

/** The HTTP interface of the comment service, for one thread. */
export class ThreadApi {
  /** The signed time of the first page, with which the form was shown. */
  private formToken: string | null = null;

  constructor(
    private readonly base: string,
    private readonly thread: string,
    private given: Given | null = null,
    private readonly reader = new Reader(base),
  ) {}

  async page(sort: Sort | 'site', limit: number, after: string | null): Promise<ThreadPage> {
    const { given } = this;
    this.given = null;
    if (given && after === null && given.sort === (sort === 'site' ? (given.page.settings?.sort ?? 'newest') : sort)) {
      this.formToken ??= given.formToken;
      return given.page;
    }
    const query = new URLSearchParams({ sort, limit: String(limit), ...(after === null ? {} : { after }) });
    const { data, headers } = await send<ThreadPage>(`${this.url}/comments?${query.toString()}`);
    this.formToken ??= headers.get('Form-Token');
    return data;
  }

  streamUrl(after: string): string {
    return `${this.url}/stream?${new URLSearchParams({ after }).toString()}`;
  }

  /** Posts with what the form says of itself; `website` is what stands in its field that nobody sees. */
  async post(comment: NewComment, website: string, key: string): Promise<Receipt> {
    const headers = { 'Idempotency-Key': key };
    const form = { ...(this.formToken === null ? {} : { token: this.formToken }), ...(website === '' ? {} : { website }) };
    const body = { ...comment, form };
    const post = (answer: Record<string, string>): Promise<Answer<Receipt>> =>
      this.reader.asGuest((known) => send<Receipt>(`${this.url}/comments`, { method: 'POST', headers: { ...headers, ...known, ...answer }, body }));
    return (await provingIfAsked(post)).data;
  }

  /** A text as it would be published. */
  async preview(text: string): Promise<string> {
    return (await send<{ readonly html: string }>(`${this.base}/api/preview`, { method: 'POST', body: { text } })).data.html;
  }

  /** The comments of the thread that this browser's reader likes; nobody is asked where it never liked any. */
  async liked(): Promise<readonly string[]> {
    if (this.reader.token === null) return [];
    return (await this.reader.as((headers) => send<{ readonly liked: readonly string[] }>(`${this.url}/likes`, { headers }))).data.liked;
  }

  async like(id: string, liked: boolean): Promise<void> {
    const url = `${this.base}/api/comments/${encodeURIComponent(id)}/like`;
    await this.reader.as((headers) => send(url, { method: liked ? 'PUT' : 'DELETE', headers }));
  }

  /** Tells moderators of a comment; once for each reader. */
  async report(id: string, reason: string, text: string): Promise<void> {
    const url = `${this.base}/api/comments/${encodeURIComponent(id)}/reports`;
    await this.reader.as((headers) => send(url, { method: 'POST', headers, body: { reason, ...(text === '' ? {} : { text }) } }));
  }

  async submission(id: string, token: string): Promise<Submission> {
    return (await send<Submission>(this.submissionUrl(id), { headers: bearer(token) })).data;
  }

  /** The submission as it stands after the edit, or null when that is not known yet. */
  async edit(id: string, token: string, text: string, revision: number): Promise<Submission | null> {
    const body = { text, revision };
    return this.outcome(await send<Submission>(this.submissionUrl(id), { method: 'PUT', headers: bearer(token), body }));
  }

  async withdraw(id: string, token: string): Promise<Submission | null> {
    return this.outcome(await send<Submission>(this.submissionUrl(id), { method: 'DELETE', headers: bearer(token) }));
  }

  /** Where a submission is. */
  submissionUrl(id: string): string {
    return `${this.base}/api/submissions/${encodeURIComponent(id)}`;
  }

  private outcome({ status, data }: { status: number; data: Submission }): Submission | null {
    return status === 202 ? null : data;
  }

  private get url(): string {
    return `${this.base}/api/threads/${encodeURIComponent(this.thread)}`;
  }
}
