import type { Gate } from '../en/gate';
import type { Say } from '../say';

/** Signing in and passwords. */
export const gate = (say: Say): Gate => ({
  signIn: 'Se connecter',
  signInAgain: 'Veuillez vous reconnecter',
  signInAgainWhy: 'Votre session est terminée. Ce que vous avez fait est conservé et reprendra dès votre retour.',
  signOut: 'Se déconnecter',
  name: 'Nom',
  password: 'Mot de passe',
  changePassword: 'Choisir un mot de passe',
  changePasswordWhy: 'Le premier mot de passe a été généré. Veuillez choisir le vôtre, d’au moins 12 caractères.',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  repeatPassword: 'Nouveau mot de passe, encore une fois',
  save: 'Enregistrer',
  tooShort: 'Au moins 12 caractères, s’il vous plaît.',
  notTheSame: 'Les deux ne sont pas identiques.',
  signInAt: (name) => `Se connecter chez ${name}`,
  providerProblems: {
    unknown: 'Aucun compte ouvert ici ne correspond à votre identité là-bas.',
    refused: 'La connexion là-bas n’a pas abouti. Veuillez réessayer.',
    away: 'Le fournisseur est injoignable. Veuillez réessayer dans un instant, ou utiliser votre mot de passe.',
  },
  codeOfDevice: 'Code de votre appareil, ou code de secours',
  codeWanted: 'Votre compte demande aussi un code.',
  wrongCode: 'Le code n’est pas le bon, ou a déjà servi.',
  wrongCredentials: 'Le nom ou le mot de passe est incorrect.',
  lockedOut: (minutes) => `Trop de tentatives. Veuillez patienter ${say.number(minutes)} ${say.plural(minutes, { one: 'minute', many: 'de minutes', other: 'minutes' })}.`,
});
