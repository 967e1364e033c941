import type { Sort, Tab } from './api';

export const TABS: readonly Tab[] = ['held', 'reported', 'appealed', 'sampled', 'approved', 'rejected', 'all'];
export const SORTS: readonly Sort[] = ['harm', 'oldest', 'newest', 'reported'];

/** What the desk shows. All of it stands in the address, so that a view can be kept and shared. */
export interface View {
  readonly tab: Tab;
  readonly sort: Sort;
  /** The search, see docs/console.md. */
  readonly search: string;
  /** One comment at a time. */
  readonly single: boolean;
}

/** What a list is first looked at by: what waits by what is gained, what is done by the last. */
const SORTED: Readonly<Record<Tab, Sort>> = { held: 'harm', reported: 'reported', appealed: 'oldest', sampled: 'oldest', approved: 'newest', rejected: 'newest', all: 'newest' };
const sortOf = (tab: Tab): Sort => SORTED[tab];

/** The lists of what waits for somebody. */
export const waitsOn = (tab: Tab): boolean => tab !== 'approved' && tab !== 'rejected' && tab !== 'all';

export const viewOf = (tab: Tab, { search, single }: Partial<View> = {}): View => ({ tab, sort: sortOf(tab), search: search ?? '', single: single ?? false });

/** Everything that there is of a kind. */
export const searching = (search: string): View => viewOf('all', { search });

/** The view that an address names; whatever it names that there is not is as usual. */
export function readView(query: string): View {
  const parameters = new URLSearchParams(query);
  const tab = TABS.find((one) => one === parameters.get('list')) ?? 'held';
  return {
    tab,
    sort: SORTS.find((one) => one === parameters.get('sort')) ?? sortOf(tab),
    search: parameters.get('q') ?? '',
    single: parameters.has('single'),
  };
}

/** The address's query of a view, without what is as usual. */
export function queryOf({ tab, sort, search, single }: View): string {
  const parameters = new URLSearchParams();
  if (tab !== 'held') parameters.set('list', tab);
  if (sort !== sortOf(tab)) parameters.set('sort', sort);
  if (search !== '') parameters.set('q', search);
  if (single) parameters.set('single', '');
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

const TERM = /(-?)([a-z]+):(?:"([^"]*)"|(\S*))/g;

/** What a search asks of an operator; empty if it does not. */
export function operand(search: string, operator: string): string {
  for (const [, not, name, quoted, plain] of search.matchAll(TERM)) if (name === operator && not === '') return quoted ?? plain ?? '';
  return '';
}

/** A search that asks this of an operator, in place of what it asked before; nothing asks no more. */
export function withOperand(search: string, operator: string, value: string): string {
  const rest = search.replace(TERM, (term, not: string, name: string) => (name === operator && not === '' ? '' : term)).replace(/\s+/g, ' ').trim();
  if (value === '') return rest;
  const term = `${operator}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`;
  return rest === '' ? term : `${rest} ${term}`;
}
