import type { Desk } from '../en/desk';
import type { Say } from '../say';

/** The lists and what is asked of them. */
export const desk = (say: Say): Desk => {
  const comments = (n: number): string => `${say.number(n)} ${say.plural(n, { one: 'commentaire', many: 'de commentaires', other: 'commentaires' })}`;
  return {
    tabs: { held: 'En attente', reported: 'Signalés', appealed: 'Contestés', sampled: 'Échantillon', approved: 'Approuvés', rejected: 'Refusés', all: 'Tous' },
    lists: 'Listes',
    order: 'Ordre',
    sorts: { harm: 'Les plus urgents d’abord', oldest: 'Les plus anciens d’abord', newest: 'Les plus récents d’abord', reported: 'Les plus signalés d’abord' },
    connected: 'En direct',
    disconnected: 'Connexion perdue, nouvelle tentative…',
    sizeOf: (list, n, oldest) => `${list}\u00a0: ${comments(n)}${oldest === null ? '' : `, le plus ancien ${oldest}`}`,
    compact: (n) => say.compact(n),
    freshOnes: (n) => `${say.number(n)} ${say.plural(n, { one: 'nouveau', many: 'de nouveaux', other: 'nouveaux' })}`,
    showMore: 'Afficher plus',
    found: comments,
    empty: {
      held: 'Rien n’est en attente. Bien joué.',
      reported: 'Personne n’a rien signalé.',
      appealed: 'Aucun auteur n’attend un nouvel examen.',
      sampled: 'Rien à juger à l’aveugle pour le moment.',
      approved: 'Rien n’a encore été approuvé.',
      rejected: 'Rien n’a encore été refusé.',
      all: 'Il n’y a pas encore de commentaires.',
    },
    fault: (value, bound) => `«\u00a0${value}\u00a0»\u00a0: il n’est pas possible de chercher cela. Valeur attendue\u00a0: ${bound}.`,
    notFound: 'Rien ici ne correspond à votre recherche.',
    search: 'Rechercher',
    searchHint: 'mots, "une expression", author:, domain:, is:rejected…',
    clear: 'Effacer',
    single: 'Un à la fois',
    blur: 'Flouter les insultes',
    filters: 'Filtres',
    filter: {
      review: 'Critique', author: 'Écrit par', domain: 'Lien vers', reason: 'Motif', screen: 'Trouvé par', language: 'Langue', moderator: 'Décidé par',
      spam: 'Publicité à partir de', toxic: 'Insultes à partir de', after: 'Écrit à partir du', before: 'et avant le', is: 'Seulement',
    },
    anything: 'indifférent',
    states: {
      appealed: 'contestés', edited: 'modifiés après coup', reply: 'réponses', imported: 'importés', verified: 'écrits par des lecteurs connectés', public: 'visibles sur le site', escalated: 'transmis', automatic: 'décidés automatiquement',
    },
    help: 'Clavier',
  };
};
