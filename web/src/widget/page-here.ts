import type { Page } from './api';

/** The page that the widget stands in, as it names itself. */
export function pageHere(): Page {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
  const here = location.href.replace(/#.*$/, '');
  // A canonical address elsewhere would be of no page of this site.
  const address = canonical.startsWith(`${location.origin}/`) ? canonical : here;
  return { address, title: document.title };
}
