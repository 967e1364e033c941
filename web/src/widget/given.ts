import type { Given, ThreadPage } from './api';

/** What the server put into the element: its first page, so that nothing has to be asked for. */
export function givenIn(element: Element): Given | null {
  const script = element.querySelector<HTMLScriptElement>('script[data-thread-page]');
  try {
    const page = JSON.parse(script?.textContent ?? 'null') as ThreadPage | null;
    return page && { page, sort: script?.dataset['sort'] ?? '', formToken: element.getAttribute('form-token') };
  } catch {
    return null;
  }
}

/** The comment of the server's HTML that lies at the upper edge of the window, and where: the reader goes on from there. */
function readIn(element: Element): { id: string; top: number } | null {
  for (const item of element.querySelectorAll('li[id^="comment-"] > article')) {
    const { top, bottom } = item.getBoundingClientRect();
    if (bottom > 0) return top < window.innerHeight ? { id: item.parentElement?.id.slice('comment-'.length) ?? '', top } : null;
  }
  return null;
}

/**
 * The server's HTML makes way in the same step in which the page is shown anew; call what this gives right after it, and
 * what is being read stays where it is.
 */
export function takeOver(element: HTMLElement): (() => void) | null {
  if (element.childElementCount === 0) return null;
  const read = readIn(element);
  element.replaceChildren();
  return () => {
    const now = read && element.shadowRoot?.querySelector(`[data-comment="${CSS.escape(read.id)}"]`)?.getBoundingClientRect().top;
    if (read && now !== undefined && now !== null) window.scrollBy({ top: now - read.top, behavior: 'instant' });
  };
}
