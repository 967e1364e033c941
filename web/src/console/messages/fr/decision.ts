import type { Decision } from '../en/decision';

/** Decisions, and what became of them. */
export const decision = (): Decision => ({
  approve: 'Approuver',
  reject: 'Refuser…',
  escalate: 'Transmettre',
  skip: 'Passer',
  why: 'Pourquoi est-il refusé\u00a0?',
  undo: 'Annuler',
  dismiss: 'Fermer',
  reasons: {
    spam: 'Publicité',
    'off-topic': 'Hors sujet',
    abuse: 'Insultes',
    spoiler: 'Dévoile l’intrigue',
    'personal-data': 'Données personnelles',
    other: 'Autre chose',
  },

  done: {
    approve: (name) => `Le commentaire de ${name} est approuvé.`,
    reject: (name) => `Le commentaire de ${name} est refusé.`,
    escalate: (name) => `Le commentaire de ${name} est transmis.`,
  },
  undoneOne: (name) => `Le commentaire de ${name} est de nouveau tel qu’il était.`,
  othersDid: (outcome, by, name) => `${outcome} par ${by}\u00a0: le commentaire de ${name}.`,
  gone: (name) => `${name} a retiré son commentaire.`,
  already: (outcome, by, when) => `${outcome} par ${by}, ${when}. Votre décision n’a pas été prise en compte\u00a0; voici l’état actuel du commentaire.`,
  changed: 'Le commentaire a changé entre-temps. Votre décision n’a pas été prise en compte\u00a0; voici son état actuel.',
  notSaved: (why) => `Non enregistré, le commentaire est de retour dans la liste\u00a0: ${why}`,
  notConfirmed: 'La décision n’est pas encore confirmée. Veuillez réessayer dans un instant.',
  nothingToUndo: 'Il n’y a rien à annuler.',
  problems: {
    unreachable: 'le serveur est injoignable.',
    'not-confirmed': 'le serveur n’a pas pu le confirmer.',
  },
  failed: 'une erreur s’est produite sur le serveur.',
});
