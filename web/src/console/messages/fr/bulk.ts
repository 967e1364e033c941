import type { Bulk } from '../en/bulk';
import type { Say } from '../say';

/** Many comments at once. */
export const bulk = (say: Say): Bulk => {
  const s = (n: number): string => say.plural(n, { one: '', many: 's', other: 's' });
  const these = (n: number): string =>
    say.plural(n, { one: 'ce commentaire', many: `ces ${say.number(n)} de commentaires`, other: `ces ${say.number(n)} commentaires` });
  return {
    bulk: 'Plusieurs à la fois',
    allFound: (n) => say.plural(n, { one: `${say.number(n)} trouvé\u00a0:`, many: `Les ${say.number(n)} trouvés\u00a0:`, other: `Les ${say.number(n)} trouvés\u00a0:` }),
    selected: (n) => `${say.number(n)} sélectionné${s(n)}\u00a0:`,
    select: (name) => `Sélectionner le commentaire de ${name}`,
    selectNone: 'Ne rien sélectionner',
    approveAll: 'Tout approuver',
    rejectAll: 'Tout refuser…',
    approveSo: (n) => `Approuver ${these(n)}\u00a0?`,
    rejectSo: (n) => `Refuser ${these(n)}\u00a0? Choisissez le motif\u00a0:`,
    andMore: (n) => `et ${say.number(n)} ${say.plural(n, { one: 'autre', many: 'd’autres', other: 'autres' })}`,
    batchStands: (undoes, { total, applied, refused, failed }) =>
      [
        `${say.number(applied)} sur ${say.number(total)} ${undoes ? 'annulé' : 'décidé'}${s(applied)}`,
        refused > 0 ? `${say.number(refused)} laissé${s(refused)} en l’état, car modifié${s(refused)} entre-temps ou déjà dans cet état` : '',
        failed > 0 ? `${say.number(failed)} non confirmé${s(failed)}` : '',
      ].filter(Boolean).join(', '),
    stop: 'Arrêter',
    undoBatch: 'Tout annuler',
    cancel: 'Annuler',
  };
};
