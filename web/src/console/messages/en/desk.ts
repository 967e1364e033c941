import type { Sort, Tab } from '../../api';
import type { Say } from '../say';

/** The lists and what is asked of them. */
export const desk = (say: Say) => ({
  tabs: { held: 'Held', reported: 'Reported', appealed: 'Appealed', sampled: 'Sample', approved: 'Approved', rejected: 'Rejected', all: 'All' } satisfies Record<Tab, string>,
  lists: 'Lists',
  order: 'Order',
  sorts: { harm: 'Most urgent', oldest: 'Oldest first', newest: 'Newest first', reported: 'Most reported' } satisfies Record<Sort, string>,
  connected: 'Live',
  disconnected: 'Connection lost, trying again…',
  sizeOf: (list: string, n: number, oldest: string | null) => `${list}: ${say.number(n)} ${say.plural(n, { one: 'comment', other: 'comments' })}${oldest === null ? '' : `, the oldest ${oldest}`}`,
  compact: (n: number) => say.compact(n),
  freshOnes: (n: number) => `${say.number(n)} new`,
  showMore: 'Show more',
  found: (n: number) => `${say.number(n)} ${say.plural(n, { one: 'comment', other: 'comments' })}`,
  empty: {
    held: 'Nothing is waiting. Well done.',
    reported: 'No reader has reported anything.',
    appealed: 'No author waits for another look.',
    sampled: 'Nothing to judge blind at present.',
    approved: 'Nothing has been approved yet.',
    rejected: 'Nothing has been rejected yet.',
    all: 'There are no comments yet.',
  } satisfies Record<Tab, string>,
  fault: (value: string, bound: string) => `${value}: there is no such thing to search for. Expected is ${bound}.`,
  notFound: 'Nothing here is what you searched for.',
  search: 'Search',
  searchHint: 'words, "a phrase", author:, domain:, is:rejected …',
  clear: 'Clear',
  single: 'One at a time',
  blur: 'Blur insults',
  filters: 'Filters',
  filter: {
    review: 'Review', author: 'Author', domain: 'Link to', reason: 'Reason', screen: 'Found by', language: 'Language', moderator: 'Decided by',
    spam: 'Spam from', toxic: 'Abuse from', after: 'Written from', before: 'and before', is: 'Only',
  } as Readonly<Record<string, string>>,
  anything: 'anything',
  states: {
    appealed: 'appealed by their author', edited: 'changed by its author', reply: 'replies', imported: 'imported', verified: 'authors who signed in', public: 'on the site', escalated: 'escalated', automatic: 'decided by screening',
  } as Readonly<Record<string, string>>,
  help: 'Keyboard',
});

export type Desk = ReturnType<typeof desk>;
