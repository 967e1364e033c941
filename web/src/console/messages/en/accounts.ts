/** The list of those who may sign in. */
export const accounts = () => ({
  accounts: 'Accounts',
  role: 'Role',
  roles: { moderator: 'Moderator', senior: 'Senior moderator', administrator: 'Administrator' } as Readonly<Record<string, string>>,
  roleOf: (name: string) => `Role of ${name}`,
  you: 'you',
  maySignIn: 'may sign in',
  anotherPassword: 'Another password',
  withoutCode: 'Password alone',
  openAccount: 'Open an account',
  passwordOf: (name: string) => `${name} signs in with this password once, and then chooses another. It is not shown again:`,
  accountProblems: {
    'name-taken': 'There is an account of this name already.',
    'own-account': 'This is your own account.',
    'invalid-request': 'A name has 1 to 64 letters, digits, spaces or . - _, and begins and ends with a letter or digit.',
  } as Readonly<Record<string, string>>,
});

export type Accounts = ReturnType<typeof accounts>;
