import type { Gate } from '../en/gate';
import type { Say } from '../say';

/** Signing in and passwords. */
export const gate = (say: Say): Gate => ({
  signIn: 'Anmelden',
  signInAgain: 'Bitte melden Sie sich wieder an',
  signInAgainWhy: 'Ihre Sitzung ist abgelaufen. Was Sie getan haben, bleibt erhalten und geht weiter, sobald Sie wieder da sind.',
  signOut: 'Abmelden',
  name: 'Name',
  password: 'Passwort',
  changePassword: 'Passwort wählen',
  changePasswordWhy: 'Das erste Passwort wurde erzeugt. Bitte wählen Sie ein eigenes mit mindestens 12 Zeichen.',
  currentPassword: 'Bisheriges Passwort',
  newPassword: 'Neues Passwort',
  repeatPassword: 'Neues Passwort noch einmal',
  save: 'Speichern',
  tooShort: 'Bitte mindestens 12 Zeichen.',
  notTheSame: 'Die beiden stimmen nicht überein.',
  signInAt: (name) => `Bei ${name} anmelden`,
  providerProblems: {
    unknown: 'Hier gibt es kein offenes Konto für die Person, als die Sie sich dort angemeldet haben.',
    refused: 'Aus der Anmeldung dort wurde nichts. Bitte versuchen Sie es noch einmal.',
    away: 'Der Anbieter ist nicht zu erreichen. Bitte versuchen Sie es gleich noch einmal, oder nehmen Sie Ihr Passwort.',
  },
  codeOfDevice: 'Code Ihres Geräts oder ein Ersatzcode',
  codeWanted: 'Ihr Konto verlangt auch einen Code.',
  wrongCode: 'Der Code stimmt nicht oder wurde schon verwendet.',
  wrongCredentials: 'Name oder Passwort stimmt nicht.',
  lockedOut: (minutes) => `Zu viele Versuche. Bitte warten Sie ${say.number(minutes)} ${say.plural(minutes, { one: 'Minute', other: 'Minuten' })}.`,
});
