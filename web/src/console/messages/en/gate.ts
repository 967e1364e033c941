import type { Say } from '../say';

/** Signing in and passwords. */
export const gate = (say: Say) => ({
  signIn: 'Sign in',
  signInAgain: 'Please sign in again',
  signInAgainWhy: 'Your session has ended. What you did is kept and goes on once you are back.',
  signOut: 'Sign out',
  name: 'Name',
  password: 'Password',
  changePassword: 'Choose a password',
  changePasswordWhy: 'The first password was generated. Please choose your own, of at least 12 characters.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  repeatPassword: 'New password, again',
  save: 'Save',
  tooShort: 'At least 12 characters, please.',
  notTheSame: 'The two are not the same.',
  signInAt: (name: string) => `Sign in at ${name}`,
  providerProblems: {
    unknown: 'There is no open account here for who you are there.',
    refused: 'The sign-in there came to nothing. Please try again.',
    away: 'The provider cannot be reached. Please try again in a moment, or use your password.',
  } as Readonly<Record<string, string>>,
  codeOfDevice: 'Code of your device, or a recovery code',
  codeWanted: 'Your account asks for a code, too.',
  wrongCode: 'The code is not right, or was used before.',
  wrongCredentials: 'Name or password are not right.',
  lockedOut: (minutes: number) => `Too many attempts. Please wait ${say.number(minutes)} ${say.plural(minutes, { one: 'minute', other: 'minutes' })}.`,
});

export type Gate = ReturnType<typeof gate>;
