/** How far down the window a reader's eye is taken to rest, as a share of its height. */
const READING_LINE = 1 / 3;

/**
 * Keeps what is being read where it is while the page changes around it: call before the change, and the returned
 * function right after it. What lies at the reading line stays; something focused and in sight goes before that.
 * Browsers anchor by themselves to the topmost element, which is not what is read, and not all of them do.
 */
export function holdInPlace(candidates: Iterable<Element>): () => void {
  const anchor = focusedAmong(candidates) ?? atReadingLine(candidates);
  if (!anchor) return () => undefined;
  const before = anchor.getBoundingClientRect().top;
  return () => {
    const moved = anchor.getBoundingClientRect().top - before;
    if (anchor.isConnected && Math.abs(moved) >= 1) {
      scrollerOf(anchor).scrollBy({ top: moved, behavior: 'instant' });
    }
  };
}

function focusedAmong(candidates: Iterable<Element>): Element | null {
  for (const element of candidates) {
    if (!element.matches(':focus-within')) continue;
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight ? element : null;
  }
  return null;
}

function atReadingLine(candidates: Iterable<Element>): Element | null {
  const line = window.innerHeight * READING_LINE;
  for (const element of candidates) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > line) return top <= line ? element : null;
  }
  return null;
}

function scrollerOf(element: Element): Element {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** The parent, going on from a shadow root to its host. */
function parentOf(element: Element): Element | null {
  const root = element.parentNode;
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
