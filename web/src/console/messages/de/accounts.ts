import type { Accounts } from '../en/accounts';

/** The list of those who may sign in. */
export const accounts = (): Accounts => ({
  accounts: 'Konten',
  role: 'Rolle',
  roles: { moderator: 'Moderation', senior: 'Leitende Moderation', administrator: 'Administration' },
  roleOf: (name) => `Rolle von ${name}`,
  you: 'Sie',
  maySignIn: 'darf sich anmelden',
  anotherPassword: 'Anderes Passwort',
  withoutCode: 'Nur Passwort',
  openAccount: 'Konto anlegen',
  passwordOf: (name) => `Mit diesem Passwort meldet sich ${name} einmal an und wählt dann ein anderes. Es wird nicht noch einmal gezeigt:`,
  accountProblems: {
    'name-taken': 'Ein Konto dieses Namens gibt es schon.',
    'own-account': 'Das ist Ihr eigenes Konto.',
    'invalid-request': 'Ein Name hat 1 bis 64 Buchstaben, Ziffern, Leerzeichen oder . - _ und beginnt und endet mit einem Buchstaben oder einer Ziffer.',
  },
});
