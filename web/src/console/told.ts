import type { Item } from './api';
import { deciderOf } from './card';
import { messages } from './messages';

/** What the service says that has been done before. */
export interface Happened {
  readonly outcome: string;
  readonly by: string | { readonly name?: string | null } | null;
  readonly at: string;
}

/** Why a decision was not taken. */
export function told({ outcome, by, at }: Happened): string {
  const name = (typeof by === 'string' ? by : by?.name) ?? messages.someone;
  return messages.already(messages.outcomes[outcome] ?? outcome, name, messages.ago(new Date(at), new Date()));
}

/** Why a comment is not on the list any more. */
export function leftBecause({ status, author, decision }: Item): string {
  const { name } = author;
  if (status === 'withdrawn' || status === 'erased') return messages.gone(name);
  return messages.othersDid(messages.outcomes[status] ?? status, decision ? deciderOf(decision) : messages.someone, name);
}
