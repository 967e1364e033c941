import type { Reason, Verdict } from '../../api';

/** Decisions, and what became of them. */
export const decision = () => ({
  approve: 'Approve',
  reject: 'Reject…',
  escalate: 'Escalate',
  skip: 'Skip',
  why: 'Why is it rejected?',
  undo: 'Undo',
  dismiss: 'Dismiss',
  reasons: {
    spam: 'Spam',
    'off-topic': 'Off topic',
    abuse: 'Abuse',
    spoiler: 'Spoiler',
    'personal-data': 'Personal data',
    other: 'Other',
  } satisfies Record<Reason, string>,

  done: {
    approve: (name: string) => `Approved the comment by ${name}.`,
    reject: (name: string) => `Rejected the comment by ${name}.`,
    escalate: (name: string) => `Passed on the comment by ${name}.`,
  } satisfies Record<Verdict, (name: string) => string>,
  undoneOne: (name: string) => `The comment by ${name} is as it was before.`,
  othersDid: (outcome: string, by: string, name: string) => `${outcome} by ${by}: the comment by ${name}.`,
  gone: (name: string) => `The comment by ${name} was withdrawn by its author.`,
  already: (outcome: string, by: string, when: string) => `${outcome} by ${by}, ${when}. Your decision was not taken; here is how the comment stands now.`,
  changed: 'The comment has changed meanwhile. Your decision was not taken; here is how it stands now.',
  notSaved: (why: string) => `Not saved, the comment is back in the list: ${why}`,
  notConfirmed: 'The decision is not confirmed yet. Please try again in a moment.',
  nothingToUndo: 'There is nothing to undo.',
  problems: {
    unreachable: 'the server cannot be reached.',
    'not-confirmed': 'the server could not confirm it.',
  } as Readonly<Record<string, string>>,
  failed: 'something went wrong on the server.',
});

export type Decision = ReturnType<typeof decision>;
