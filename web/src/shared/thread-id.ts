/** The id of a page's thread: pages of other sites than the reviews carry their site's. */
export const threadId = (site: string, thread: string): string =>
  site === '' || site === 'reviews' ? thread : `${site}--${thread}`;
