import type { Shell } from '../en/shell';

/** What stands around every page. */
export const shell = (): Shell => ({
  product: 'Rejoinder',
  place: 'Moderation',
  pages: 'Seiten',
  queue: 'Warteschlange',
  languageOfPage: 'Sprache',
  loading: 'Wird geladen …',
  unreachable: 'Der Server ist nicht zu erreichen.',
  tryAgain: 'Noch einmal versuchen',
});
