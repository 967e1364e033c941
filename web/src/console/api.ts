import type { Answer } from '../shared/http';
import { EventStream } from '../shared/stream';
import type { Session } from './session';

/** `sampled`: decided by screening, or by one colleague, and to be judged without being told how. */
export type Status = 'held' | 'approved' | 'rejected' | 'withdrawn' | 'erased' | 'sampled';
export type Tab = 'held' | 'approved' | 'rejected' | 'sampled';
export type Sort = 'oldest' | 'newest';
export type Verdict = 'approve' | 'reject';

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
  readonly at: string;
}

export interface Report {
  readonly reason: string;
  readonly text: string | null;
  readonly at: string;
}

/** A comment as moderators see it. */
export interface Item {
  readonly id: string;
  readonly threadTitle: string;
  readonly threadAddress: string | null;
  readonly parent: { readonly id: string; readonly author?: string | null; readonly text?: string | null } | null;
  readonly version: number;
  readonly revision: number;
  readonly status: Status;
  readonly author: { readonly name: string } | null;
  readonly text: string | null;
  readonly submittedAt: string;
  /** Whether an earlier revision is on the site. */
  readonly shown: boolean;
  readonly why: string | null;
  readonly evidence: readonly Evidence[];
  /** What readers have reported of it since a moderator last decided, newest last. */
  readonly reports: readonly Report[];
  readonly decision: Decision | null;
}

export interface Page {
  readonly count: number;
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly cursor: string;
}

/** The HTTP interface of the moderation service for one signed-in moderator. */
export class QueueApi {
  constructor(private readonly session: Session) {}

  async page(state: Tab, sort: Sort, after: string | null, limit: number): Promise<Page> {
    const query = new URLSearchParams({ state, sort, limit: String(limit), ...(after === null ? {} : { after }) });
    return (await this.session.request<Page>(`api/queue?${query.toString()}`)).data;
  }

  /** `command` names the decision: sent twice it counts once. */
  async decide(item: Item, verdict: Verdict, reason: Reason | null, command: string): Promise<Item | null> {
    const body = { command, verdict, reason, revision: item.revision, basedOn: item.version };
    return outcome(await this.session.request<Item>(`api/comments/${encodeURIComponent(item.id)}/decisions`, { method: 'POST', body }));
  }

  async undo(item: Item, decision: number, command: string): Promise<Item | null> {
    const body = { command, decision, basedOn: item.version };
    return outcome(await this.session.request<Item>(`api/comments/${encodeURIComponent(item.id)}/undo`, { method: 'POST', body }));
  }

  stream(cursor: string, onItem: (item: Item) => void, onReset: () => void, onState: (connected: boolean) => void): EventStream {
    return new EventStream({
      url: () => `api/queue/stream?${new URLSearchParams({ after: cursor }).toString()}`,
      onEvent: ({ type, data }) => {
        if (type === 'item') onItem(JSON.parse(data) as Item);
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

/** What came of a command: null when it is kept but not carried out yet. */
const outcome = ({ status, data }: Answer<Item>): Item | null => (status === 202 ? null : data);
