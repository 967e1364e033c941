import type { Keys } from '../en/keys';

/** The overview of the keys and of what a search understands. */
export const keys = (): Keys => ({
  keys: [
    ['j', 'Commentaire suivant'],
    ['k', 'Commentaire précédent'],
    ['a', 'Approuver'],
    ['r', 'Refuser, puis 1 à 6 pour le motif'],
    ['e', 'Transmettre, pour que d’autres décident'],
    ['s', 'Passer, pour y revenir plus tard'],
    ['u', 'Annuler la dernière décision'],
    ['i', 'À propos de la personne'],
    ['z', 'Un commentaire à la fois, et retour'],
    ['/', 'Rechercher'],
    ['?', 'Cette vue d’ensemble'],
  ],
  keysOn: 'Utiliser ces touches',
  operators: [
    ['"deux mots"', 'l’expression'],
    ['-mot', 'sans le mot'],
    ['author:', 'des mots du nom'],
    ['review:', 'des mots du titre'],
    ['domain:', 'un lien y mène'],
    ['is:', 'held, approved, rejected, reported, appealed, edited, reply, imported, verified, public, escalated, automatic'],
    ['reason:', 'refusé ou signalé comme spam, abuse…'],
    ['screen:', 'ce qui s’y opposait'],
    ['moderator:', 'qui a décidé'],
    ['language:', 'en, de, fr…'],
    ['spam: toxic:', '>0.8, <0.2 ou 0.5..0.9'],
    ['reports:', 'au moins autant'],
    ['after: before:', '2026-11-30'],
  ],
  operatorsTitle: 'Ce que la recherche comprend',
  close: 'Fermer',
});
