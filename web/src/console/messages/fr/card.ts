import type { Card } from '../en/card';
import type { Say } from '../say';

/** One comment and all that a decision needs. */
export const card = (say: Say): Card => {
  const s = (n: number): string => say.plural(n, { one: '', many: 's', other: 's' });
  return {
    on: 'sur',
    answering: (name) => `Réponse à ${name}`,
    answeringUnknown: 'Réponse à un commentaire qui n’est plus ici.',
    verified: 'connecté',
    firstTime: 'premier commentaire',
    record: (approved, rejected, held) =>
      [
        `${say.number(approved)} approuvé${s(approved)}`,
        rejected > 0 ? `${say.number(rejected)} refusé${s(rejected)}` : '',
        held > 1 ? `${say.number(held)} retenu${s(held)}` : '',
      ].filter(Boolean).join(', '),
    since: (at) => `depuis ${say.month(at)}`,
    allOfAuthor: (name) => `Tout ce qu’a écrit ${name}`,
    campaign: (n) => `L’un des ${say.number(n)} commentaires semblables`,
    linksTo: 'Liens vers',
    probability: (spam, toxic) => `Publicité ${spam}, insultes ${toxic}`,
    percent: (share) => say.percent(share),
    changes: 'Ce qui a été modifié après coup',
    revisionOf: (n, when) => `Version n°\u00a0${say.number(n)}, ${when}`,
    onTheSite: 'sur le site',
    statement: 'Exposé des motifs',
    history: 'Décisions',
    escalatedTag: 'Transmis',
    looksAtIt: (name) => `${name} s’en occupe`,
    showWords: 'Afficher les mots',
    revision: (n) => `Version n°\u00a0${say.number(n)}`,
    earlierShown: 'Une version antérieure est sur le site.',
    revisedNow: 'Ce commentaire vient d’être modifié.',
    sampledWhy: 'Tiré au hasard\u00a0: veuillez le juger d’après son seul texte. Ce qui a été décidé s’affiche ensuite.',
    evidence: 'Indices',
    weight: (n) => say.signed(n),
    decidedBy: (outcome, by, when) => `${outcome} par ${by}, ${when}`,
    outcomes: { approved: 'Approuvé', rejected: 'Refusé', held: 'Retenu', withdrawn: 'Retiré', erased: 'Effacé' },
    screening: 'la vérification automatique',
    import: 'l’importation',
    readers: 'les signalements des lecteurs',
    reports: 'Ce que les lecteurs ont signalé',
    appeal: {
      title: (when) => `Contesté par son auteur, ${when}.`,
      open: 'Veuillez le juger à nouveau.',
      forOthers: 'Vous l’avez refusé : quelqu’un d’autre répond.',
      answered: 'La décision ci-dessus y répond.',
      answeredBySole: 'Réponse de la seule personne qui modère.',
    },
    ownDecision: 'Vous avez refusé ce commentaire et son auteur conteste : quelqu’un d’autre l’examine.',
    someone: 'quelqu’un',
    ago: (at, now) => say.ago(at, now),
    exactly: (at) => say.exactly(at),
  };
};
