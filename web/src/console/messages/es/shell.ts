import type { Shell } from '../en/shell';

/** What stands around every page. */
export const shell = (): Shell => ({
  product: 'Rejoinder',
  place: 'Moderación',
  pages: 'Páginas',
  queue: 'Cola',
  languageOfPage: 'Idioma',
  loading: 'Cargando…',
  unreachable: 'No se puede contactar con el servidor.',
  tryAgain: 'Intentarlo de nuevo',
});
