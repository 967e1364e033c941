/** What stands around every page. */
export const shell = () => ({
  product: 'Rejoinder',
  place: 'Moderation',
  pages: 'Pages',
  queue: 'Queue',
  languageOfPage: 'Language',
  loading: 'Loading…',
  unreachable: 'The server cannot be reached.',
  tryAgain: 'Try again',
});

export type Shell = ReturnType<typeof shell>;
