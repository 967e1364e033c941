import type { Shell } from '../en/shell';

/** What stands around every page. */
export const shell = (): Shell => ({
  product: 'Rejoinder',
  place: 'Modération',
  pages: 'Pages',
  queue: 'File d’attente',
  languageOfPage: 'Langue',
  loading: 'Chargement…',
  unreachable: 'Le serveur est injoignable.',
  tryAgain: 'Réessayer',
});
