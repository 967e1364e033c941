import type { Accounts } from '../en/accounts';

/** The list of those who may sign in. */
export const accounts = (): Accounts => ({
  accounts: 'Comptes',
  role: 'Rôle',
  roles: { moderator: 'Modération', senior: 'Modération principale', administrator: 'Administration' },
  roleOf: (name) => `Rôle de ${name}`,
  you: 'vous',
  maySignIn: 'peut se connecter',
  anotherPassword: 'Autre mot de passe',
  withoutCode: 'Mot de passe seul',
  openAccount: 'Créer un compte',
  passwordOf: (name) => `${name} se connecte une fois avec ce mot de passe, puis en choisit un autre. Il ne sera plus affiché\u00a0:`,
  accountProblems: {
    'name-taken': 'Il existe déjà un compte de ce nom.',
    'own-account': 'C’est votre propre compte.',
    'invalid-request': 'Un nom compte de 1 à 64 lettres, chiffres, espaces ou . - _, et commence et finit par une lettre ou un chiffre.',
  },
});
