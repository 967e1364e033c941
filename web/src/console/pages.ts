import { messages } from './messages';
import type { ConsolePage } from './page';
import type { Session } from './session';

/** The page that is shown where the address names none: the desk with the queue. */
export const DESK = 'queue';

export interface PageEntry {
  /** Its name in the address, and of its folder. */
  readonly id: string;
  /** What the navigation calls it. */
  readonly title: () => string;
  /** Whether it is shown to who is signed in; what it asks of the service is checked there. */
  readonly may: (session: Session) => boolean;
  /** Fetches its element, which the module of the page defines; null for the desk, which is always there. */
  readonly load: (() => Promise<new () => ConsolePage>) | null;
}

/** All pages, in the order of the navigation. */
export const PAGES: readonly PageEntry[] = [
  { id: DESK, title: () => messages.queue, may: () => true, load: null },
  { id: 'statistics', title: () => messages.statistics.title, may: () => true, load: async () => (await import('./statistics/page')).StatisticsPage },
  { id: 'screening', title: () => messages.steering.title, may: () => true, load: async () => (await import('./screening/page')).ScreeningPage },
  { id: 'audit', title: () => messages.audit.title, may: ({ administrator }) => administrator, load: async () => (await import('./audit/page')).AuditPage },
  { id: 'tokens', title: () => messages.tokens.title, may: ({ administrator }) => administrator, load: async () => (await import('./tokens/page')).TokensPage },
  { id: 'security', title: () => messages.security.title, may: () => true, load: async () => (await import('./security/page')).SecurityPage },
];

/** The page that an address names, if it is there and open to who is signed in; else the desk. */
export function pageOf(search: string, session: Session): string {
  const named = new URLSearchParams(search).get('page');
  return PAGES.find(({ id, may }) => id === named && may(session))?.id ?? DESK;
}

/** The parameters of the page that an address names. */
export function parametersOf(search: string): URLSearchParams {
  const parameters = new URLSearchParams(search);
  parameters.delete('page');
  return parameters;
}

/** The address's query of a page and its parameters. */
export function addressOf(page: string, parameters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(page === DESK ? {} : { page });
  for (const [name, value] of Object.entries(parameters)) if (value !== '') query.set(name, value);
  return query.size === 0 ? location.pathname : `?${query.toString()}`;
}
