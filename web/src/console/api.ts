import type { Answer } from '../shared/http';
import { EventStream } from '../shared/stream';
import type { Standing } from './author/api';
import type { Session } from './session';
import type { View } from './view';

/** `sampled`: decided by screening, or by one colleague, and to be judged without being told how. */
export type Status = 'held' | 'approved' | 'rejected' | 'withdrawn' | 'erased' | 'sampled';
/** A list; `all` is every comment there is. */
export type Tab = 'held' | 'reported' | 'appealed' | 'sampled' | 'approved' | 'rejected' | 'all';
export type Sort = 'harm' | 'oldest' | 'newest' | 'reported';
export type Verdict = 'approve' | 'reject' | 'escalate';

export const REASONS = ['spam', 'off-topic', 'abuse', 'spoiler', 'personal-data', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** A part of the text, in UTF-16 units as in Java and JavaScript strings, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Evidence {
  readonly screen: string;
  /** Positive speaks for holding or rejecting, negative for approving. */
  readonly weight: number;
  readonly sentence: string;
  readonly spans?: readonly Span[];
}

export interface Decision {
  readonly number: number;
  readonly by: { readonly kind: 'screening' | 'moderator' | 'import' | 'readers'; readonly name?: string | null };
  readonly outcome: string;
  readonly reason?: string | null;
  readonly why?: string;
  readonly undoes?: number | null;
  readonly revision?: number;
  readonly batch?: string | null;
  readonly at: string;
}

export interface Writer {
  readonly name: string;
  readonly verified: boolean;
  /** What the search's `by:` finds the same author by. */
  readonly by: string | null;
  /** All that tells this author, the surest first. */
  readonly keys: readonly string[];
  /** How moderators have the author stand. */
  readonly standing: Standing;
  readonly labels: readonly string[];
  /** How many notes there are. */
  readonly notes: number;
  readonly approved: number;
  readonly held: number;
  readonly rejected: number;
  readonly first: string | null;
}

export interface Revision {
  readonly number: number;
  readonly text: string;
  readonly at: string;
}

/** Somebody looks at a comment, until then unless they go on looking. */
export interface Claim {
  readonly name: string;
  readonly mine: boolean;
  readonly until: string;
}

export interface Report {
  readonly reason: string;
  readonly text: string | null;
  readonly at: string;
}

/** What an author says against a rejection. */
export interface Appeal {
  readonly text: string | null;
  readonly at: string;
  /** Whether it waits for an answer. */
  readonly open: boolean;
  /** Whether it does, and it is for others to answer than for who has rejected the comment. */
  readonly forOthers: boolean;
  /** Whether who had rejected it answered it, as there was nobody else. */
  readonly sole: boolean;
}

/** A comment as moderators see it. */
export interface Item {
  readonly id: string;
  readonly thread: string;
  readonly threadTitle: string;
  readonly threadAddress: string | null;
  readonly parent: { readonly id: string; readonly author?: string | null; readonly text?: string | null } | null;
  readonly version: number;
  readonly revision: number;
  readonly status: Status;
  readonly lists: readonly Tab[];
  readonly author: Writer;
  readonly text: string;
  /** Revisions before the newest, oldest first. */
  readonly earlier: readonly Revision[];
  readonly submittedAt: string;
  /** Whether an earlier revision is on the site. */
  readonly shown: boolean;
  /** The number of the revision that readers see. */
  readonly seen: number | null;
  readonly escalated: boolean;
  readonly why: string | null;
  /** From 0 to 1. */
  readonly probability: { readonly spam: number | null; readonly toxic: number | null } | null;
  readonly evidence: readonly Evidence[];
  readonly domains: readonly string[];
  readonly campaign: { readonly id: string; readonly size: number } | null;
  /** What readers have reported of it since a moderator last decided, newest last. */
  readonly reports: readonly Report[];
  readonly decision: Decision | null;
  /** Every decision, oldest first. */
  readonly history: readonly Decision[];
  /** Who looks at it now. */
  readonly claim: Claim | null;
  readonly appeal: Appeal | null;
}

/** What a stream tells of claims: `claim` null once nobody looks any more. */
export interface Claimed {
  readonly id: string;
  readonly claim: Claim | null;
}

/** How much stands on a list, and since when the oldest. */
export interface Size {
  readonly count: number;
  readonly oldest: string | null;
}

export type Sizes = Readonly<Partial<Record<Tab, Size>>>;

export interface Page {
  readonly count: number;
  readonly oldest?: string | null;
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly cursor: string;
}

/** How a batch of decisions stands. */
export interface Batch {
  readonly id: string;
  readonly state: 'running' | 'stopped' | 'done';
  readonly total: number;
  readonly applied: number;
  readonly refused: number;
  readonly failed: number;
}

/** Which comments a batch is about: those selected, or all that a view has. */
export interface Wish {
  readonly view: View;
  readonly ids: readonly string[] | null;
  /** Later ones are left out: nobody has seen that they are meant. */
  readonly until: string;
}

/** What comes in live. */
export interface Live {
  readonly onItem: (item: Item) => void;
  readonly onClaim: (claimed: Claimed) => void;
  readonly onReset: () => void;
  readonly onState: (connected: boolean) => void;
}

/** The HTTP interface of the moderation service for one signed-in moderator. */
export class QueueApi {
  constructor(private readonly session: Session) {}

  async page({ tab, sort, search }: View, after: string | null, limit: number): Promise<Page> {
    const query = new URLSearchParams({ state: tab, sort, limit: String(limit), ...(search === '' ? {} : { q: search }), ...(after === null ? {} : { after }) });
    return (await this.session.request<Page>(`api/queue?${query.toString()}`)).data;
  }

  async item(id: string): Promise<Item> {
    return (await this.session.request<Item>(pathOf(id))).data;
  }

  async sizes(): Promise<Sizes> {
    return (await this.session.request<Sizes>('api/queue/sizes')).data;
  }

  /** `command` names the decision: sent twice it counts once. */
  async decide(item: Item, verdict: Verdict, reason: Reason | null, command: string): Promise<Item | null> {
    const body = { command, verdict, reason, revision: item.revision, basedOn: item.version };
    return outcome(await this.session.request<Item>(`${pathOf(item.id)}/decisions`, { method: 'POST', body }));
  }

  async undo(item: Item, decision: number, command: string): Promise<Item | null> {
    const body = { command, decision, basedOn: item.version };
    return outcome(await this.session.request<Item>(`${pathOf(item.id)}/undo`, { method: 'POST', body }));
  }

  /** Says that this moderator looks at a comment, and learns who does. */
  async claim(id: string): Promise<Claim> {
    return (await this.session.request<Claim>(`${pathOf(id)}/claim`, { method: 'POST', body: {} })).data;
  }

  async release(id: string): Promise<void> {
    await this.session.request(`${pathOf(id)}/claim`, { method: 'DELETE' });
  }

  async beginBatch({ view, ids, until }: Wish, verdict: Verdict, reason: Reason | null): Promise<Batch> {
    const body = { state: view.tab, q: view.search, ids, verdict, reason, until };
    return (await this.session.request<Batch>('api/batches', { method: 'POST', body })).data;
  }

  async batch(id: string): Promise<Batch> {
    return (await this.session.request<Batch>(`api/batches/${id}`)).data;
  }

  async stopBatch(id: string): Promise<Batch> {
    return (await this.session.request<Batch>(`api/batches/${id}`, { method: 'DELETE' })).data;
  }

  async undoBatch(id: string): Promise<Batch> {
    return (await this.session.request<Batch>(`api/batches/${id}/undo`, { method: 'POST', body: {} })).data;
  }

  stream(cursor: string, { onItem, onClaim, onReset, onState }: Live): EventStream {
    return new EventStream({
      url: () => `api/queue/stream?${new URLSearchParams({ after: cursor }).toString()}`,
      onEvent: ({ type, data }) => {
        if (type === 'item') onItem(JSON.parse(data) as Item);
        else if (type === 'claim') onClaim(JSON.parse(data) as Claimed);
        else if (type === 'reset') onReset();
      },
      onState,
      onRefused: async ({ status }) => {
        if (status === 401) await this.session.signedInAgain();
        return true;
      },
    });
  }
}

const pathOf = (id: string): string => `api/comments/${encodeURIComponent(id)}`;

/** What came of a command: null when it is kept but not carried out yet. */
const outcome = ({ status, data }: Answer<Item>): Item | null => (status === 202 ? null : data);
