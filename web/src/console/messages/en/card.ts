import type { Say } from '../say';

/** One comment and all that a decision needs. */
export const card = (say: Say) => ({
  on: 'on',
  answering: (name: string) => `Reply to ${name}`,
  answeringUnknown: 'Reply to a comment that is not here any more.',
  verified: 'signed in',
  firstTime: 'first comment',
  record: (approved: number, rejected: number, held: number) =>
    [`${say.number(approved)} approved`, rejected > 0 ? `${say.number(rejected)} rejected` : '', held > 1 ? `${say.number(held)} held` : ''].filter(Boolean).join(', '),
  since: (at: Date) => `since ${say.month(at)}`,
  allOfAuthor: (name: string) => `Everything by ${name}`,
  campaign: (n: number) => `One of ${say.number(n)} alike`,
  linksTo: 'Links to',
  probability: (spam: string, toxic: string) => `Spam ${spam}, abuse ${toxic}`,
  percent: (share: number) => say.percent(share),
  changes: 'What its author changed',
  revisionOf: (n: number, when: string) => `Version ${say.number(n)}, ${when}`,
  onTheSite: 'on the site',
  history: 'Decisions',
  escalatedTag: 'Escalated',
  looksAtIt: (name: string) => `${name} is looking at it`,
  showWords: 'Show the words',
  revision: (n: number) => `Revision ${say.number(n)}`,
  earlierShown: 'An earlier version is on the site.',
  revisedNow: 'Its author has just changed it.',
  sampledWhy: 'Drawn at random: please judge it by its text alone. What was decided is shown afterwards.',
  evidence: 'Evidence',
  weight: (n: number) => say.signed(n),
  decidedBy: (outcome: string, by: string, when: string) => `${outcome} by ${by}, ${when}`,
  outcomes: { approved: 'Approved', rejected: 'Rejected', held: 'Held', withdrawn: 'Withdrawn', erased: 'Erased' } as Readonly<Record<string, string>>,
  screening: 'screening',
  import: 'import',
  readers: 'readers’ reports',
  reports: 'What readers reported',
  someone: 'someone',
  ago: (at: Date, now: Date) => say.ago(at, now),
  exactly: (at: Date) => say.exactly(at),
});

export type Card = ReturnType<typeof card>;
