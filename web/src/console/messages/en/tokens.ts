/** The keys that programs come with. */
export const tokens = () => ({
  title: 'Tokens',
  is: 'Programs sign in with a token. It opens what it is made for, and nothing else.',
  make: 'Make a token',
  name: 'Name',
  expires: 'Good until (optional)',
  scopes: 'What it opens',
  may: {
    'queue:read': 'Read the queue and comments',
    'decisions:write': 'Decide on comments',
    'screening:read': 'Read how screening is set',
    'screening:write': 'Change how screening is set',
    'statistics:read': 'Read the statistics',
    'audit:read': 'Read the audit',
    'accounts:write': 'Open and change accounts: as good as an administrator',
    akismet: 'Ask as a site asks Akismet',
  },
  once: 'This is the secret. It is not shown again:',
  copy: 'Copy',
  copied: 'Copied',
  none: 'There are no tokens yet.',
  made: 'Made',
  stands: 'State',
  forEver: 'without end',
  until: (when: string) => `until ${when}`,
  over: 'its time is over',
  revoked: 'revoked',
  revoke: 'Revoke',
  revokeOf: (name: string) => `Revoke ${name}`,
  sure: 'Programs that use it are shut out at once.',
  problems: {
    'invalid-request': 'A token needs a name of 1 to 64 letters, digits, spaces or . - _, at least one thing that it opens, and an end that is still to come.',
  } as Readonly<Record<string, string>>,
});

export type Tokens = ReturnType<typeof tokens>;
