import type { Say } from '../say';

/** All that was done. */
export const audit = (say: Say) => ({
  title: 'Audit',
  is: 'Every decision of a person, every automatic rejection, every change of settings, accounts and authors, and every sign-in. Nothing is ever changed or taken out.',
  exports: 'Take it along',
  csv: 'CSV',
  json: 'JSON lines',
  checkpoint: 'Signed checkpoint',
  verified: (n: number) => `The ${say.number(n)} entries below are what was written, each behind the one before: their hashes were just computed.`,
  broken: (n: number) => `Entry ${say.number(n)} is not what was written there, or does not follow the one before.`,
  number: 'No.',
  when: 'When',
  what: 'What',
  hash: 'Hash',
  nobody: 'the platform itself',
  undoes: (n: number) => `takes back decision ${say.number(n)}`,
  kinds: {
    screening: 'screening',
    import: 'import',
    readers: 'readers',
  } as Readonly<Record<string, string>>,
  about: {
    settings: 'changed the settings of',
    account: 'changed the account',
    author: 'changed what is held of',
    session: 'signed in as',
    'session-ended': 'ended a session of',
    token: 'made the token',
    'token-revoked': 'revoked the token',
  } as Readonly<Record<string, string>>,
  problems: {
    'not-found': 'Nothing has been written yet.',
  } as Readonly<Record<string, string>>,
});

export type Audit = ReturnType<typeof audit>;
