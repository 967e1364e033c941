import { Problem } from '../../shared/problem';
import type { Item, Page } from '../api';
import type { Session } from '../session';

export const STANDINGS = ['ordinary', 'trusted', 'warned', 'watched', 'suspended', 'banned'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Note {
  readonly text: string;
  readonly by: string | null;
  readonly at: string;
}

/** What moderators hold of an author. */
export interface Author {
  /** By what the author is told: `reader/…`, `email/…`, `guest/…`, `address/…`, `range/…`. */
  readonly author: string;
  readonly version: number;
  readonly standing: Standing;
  readonly until: string | null;
  readonly reason: string | null;
  readonly labels: readonly string[];
  readonly notes: readonly Note[];
  readonly by: string | null;
  readonly at: string | null;
}

/** How an author is to stand from now on. */
export interface Wish {
  readonly standing: Standing;
  readonly until: string | null;
  readonly reason: string;
}

/** A network around a comment's address: how wide it is, in bits. */
export type Prefix = 24 | 16 | 48 | 32;

const PAGE = 10;

/** The HTTP interface of what is held of authors. */
export class AuthorApi {
  constructor(private readonly session: Session) {}

  async of(key: string): Promise<Author> {
    return (await this.session.request<Author>(pathOf(key))).data;
  }

  /** What the author wrote, newest first. */
  async history(key: string, after: string | null): Promise<Page> {
    const query = new URLSearchParams({ state: 'all', sort: 'newest', limit: String(PAGE), q: `by:${key}`, ...(after === null ? {} : { after }) });
    return (await this.session.request<Page>(`api/queue?${query.toString()}`)).data;
  }

  stand({ author, version }: Author, wish: Wish): Promise<Author> {
    return this.change('PUT', `${pathOf(author)}/standing`, { ...wish, basedOn: version });
  }

  /** Has everybody in a network stand so; the first time it is named, nothing is known of it. */
  standRange({ id }: Item, prefix: Prefix, basedOn: number, wish: Wish): Promise<Author> {
    return this.change('PUT', `api/comments/${encodeURIComponent(id)}/range`, { ...wish, prefix, basedOn });
  }

  label({ author, version }: Author, labels: readonly string[]): Promise<Author> {
    return this.change('PUT', `${pathOf(author)}/labels`, { labels, basedOn: version });
  }

  note({ author, version }: Author, text: string): Promise<Author> {
    return this.change('POST', `${pathOf(author)}/notes`, { text, basedOn: version });
  }

  private async change(method: 'PUT' | 'POST', path: string, body: object): Promise<Author> {
    return (await this.session.request<Author>(path, { method, body })).data;
  }
}

/** How the author stands instead, where a change was refused since somebody else was quicker. */
export function standsInstead(problem: Problem): Author | null {
  return problem.status === 409 ? ((problem.document as { author?: Author }).author ?? null) : null;
}

const pathOf = (key: string): string => `api/authors/${key.split('/').map(encodeURIComponent).join('/')}`;
