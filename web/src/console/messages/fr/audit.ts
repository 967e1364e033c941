import type { Audit } from '../en/audit';
import type { Say } from '../say';

export const audit = (say: Say): Audit => ({
  title: 'Journal',
  is: 'Chaque décision d’une personne, chaque refus automatique, chaque changement de réglages, de comptes et d’auteurs, et chaque connexion. Rien n’est jamais changé ni retiré.',
  exports: 'Emporter',
  csv: 'En CSV',
  json: 'En lignes JSON',
  checkpoint: 'Point de contrôle signé',
  verified: (n) => `Les ${say.number(n)} entrées ci-dessous sont ce qui a été écrit, chacune derrière la précédente : leurs empreintes viennent d’être calculées.`,
  broken: (n) => `L’entrée ${say.number(n)} n’est pas ce qui y a été écrit, ou ne suit pas la précédente.`,
  number: 'N°',
  when: 'Quand',
  what: 'Quoi',
  hash: 'Empreinte',
  nobody: 'la plateforme elle-même',
  undoes: (n) => `annule la décision ${say.number(n)}`,
  kinds: {
    screening: 'filtrage',
    import: 'importation',
    readers: 'lecteurs',
  },
  about: {
    settings: 'a changé les réglages de',
    account: 'a changé le compte',
    author: 'a changé ce qu’on retient de',
    session: 's’est connecté comme',
    'session-ended': 'a terminé une session de',
    token: 'a créé le jeton',
    'token-revoked': 'a révoqué le jeton',
  },
  problems: {
    'not-found': 'Rien n’est encore écrit.',
  },
});
