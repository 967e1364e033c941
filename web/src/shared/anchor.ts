/** How far down the window a reader's eye is taken to rest, as a share of its height. */
const READING_LINE = 1 / 3;
/** Less than the height of any of them, pixels. */
const STEP = 16;

/**
 * Keeps what is being read where it is while the page changes around it: call before the change, and the returned
 * function right after it. What lies at the reading line stays; something focused and in sight goes before that.
 * Browsers anchor by themselves to the topmost element, which is not what is read, and not all of them do. It asks the
 * browser for these elements and measures no other: there may be thousands.
 */
export function holdInPlace(host: HTMLElement, selector: string): () => void {
  const root = host.shadowRoot ?? document;
  const anchor = focusedIn(root, selector) ?? atReadingLine(root, host, selector);
  if (!anchor) return () => undefined;
  const before = anchor.getBoundingClientRect().top;
  return () => {
    const moved = anchor.getBoundingClientRect().top - before;
    if (anchor.isConnected && Math.abs(moved) >= 1) {
      scrollerOf(anchor).scrollBy({ top: moved, behavior: 'instant' });
    }
  };
}

function focusedIn(root: DocumentOrShadowRoot, selector: string): Element | null {
  const focused = root.activeElement?.closest(selector);
  if (!focused) return null;
  const { top, bottom } = focused.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight ? focused : null;
}

/** The first one from the reading line down: between two of them, or beside them, is nothing. */
function atReadingLine(root: DocumentOrShadowRoot, host: HTMLElement, selector: string): Element | null {
  const { left, width, top, bottom } = host.getBoundingClientRect();
  const line = window.innerHeight * READING_LINE;
  if (top > line || bottom < line) return null;
  for (let y = line; y < window.innerHeight; y += STEP) {
    for (const share of [1 / 2, 7 / 8]) {
      const found = root.elementFromPoint(left + width * share, y)?.closest(selector);
      if (found) return found;
    }
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
