import type { Say } from '../say';

/** How one signs in, and where one is signed in. */
export const security = (say: Say) => ({
  title: 'Signing in',
  secondFactor: 'A code besides the password',
  signedIn: 'Where you are signed in',
  everyone: 'everybody',
  codesAre: 'Keep these codes where you find them without your device. Each is good once, in the place of its code. They are not shown again.',
  codesKept: 'I have kept them',
  isOff: 'Your password alone opens this console for you. With a device that makes codes, a stolen password is not enough.',
  switchOn: 'Set up a device',
  isOn: (n: number) => `A code of your device is asked for. ${say.number(n)} recovery codes are left.`,
  switchOff: 'Ask for the password alone',
  scan: 'Read this picture with an authenticator program on your telephone.',
  picture: 'Picture for an authenticator program',
  orType: 'Or type this key there:',
  code: 'Code that it shows',
  confirm: 'Switch on',
  unknownAgent: 'Unknown browser',
  since: (when: string, how: string) => `since ${when}, by ${how}`,
  hows: {
    password: 'password',
    code: 'password and code',
    'recovery-code': 'password and recovery code',
    provider: 'provider',
  } as Readonly<Record<string, string>>,
  here: 'here',
  end: 'Sign out there',
  ended: 'That session has ended.',
  problems: {
    'wrong-credentials': 'The password is not right.',
    'invalid-request': 'The code is not the one that your device shows now, or the key was offered too long ago.',
    'not-found': 'That session has ended already.',
  } as Readonly<Record<string, string>>,
});

export type Security = ReturnType<typeof security>;
