import type { Security } from '../en/security';
import type { Say } from '../say';

export const security = (say: Say): Security => ({
  title: 'Connexion',
  secondFactor: 'Un code en plus du mot de passe',
  signedIn: 'Où vous êtes connecté',
  everyone: 'tout le monde',
  codesAre: 'Gardez ces codes là où vous les trouverez sans votre appareil. Chacun sert une fois, à la place du code de l’appareil. Ils ne seront plus affichés.',
  codesKept: 'Je les ai gardés',
  isOff: 'Votre mot de passe seul vous ouvre cette console. Avec un appareil qui produit des codes, un mot de passe volé ne suffit pas.',
  switchOn: 'Configurer un appareil',
  isOn: (n) => `Un code de votre appareil est demandé. Codes de secours restants : ${say.number(n)}.`,
  switchOff: 'Ne demander que le mot de passe',
  scan: 'Lisez cette image avec une application d’authentification sur votre téléphone.',
  picture: 'Image pour une application d’authentification',
  orType: 'Ou tapez-y cette clé :',
  code: 'Code affiché',
  confirm: 'Activer',
  unknownAgent: 'Navigateur inconnu',
  since: (when, how) => `depuis ${when}, par ${how}`,
  hows: {
    password: 'mot de passe',
    code: 'mot de passe et code',
    'recovery-code': 'mot de passe et code de secours',
    provider: 'fournisseur',
  },
  here: 'ici',
  end: 'Déconnecter',
  ended: 'Cette session est terminée.',
  problems: {
    'wrong-credentials': 'Le mot de passe n’est pas le bon.',
    'invalid-request': 'Ce n’est pas le code que votre appareil affiche maintenant, ou la clé a été proposée il y a trop longtemps.',
    'not-found': 'Cette session est déjà terminée.',
  },
});
