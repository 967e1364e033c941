/**
 * What pages of any site load: `<script type="module" src="https://comments.example/embed.js"></script>`. It brings the widget where the page has a
 * `<rejoinder-thread>`, now or later, and the counts of the links that ask for one. It finds the service by its own address.
 */
import { showCounts } from './counts';

const base = new URL(/* @vite-ignore */ '.', import.meta.url);

const widget = (): Promise<unknown> => import(/* @vite-ignore */ new URL('widget/rejoinder.js', base).href);

/** A page may put in its thread when it likes, as those do that are made of one page. */
function whenThereIsAThread(then: () => void): void {
  const there = (): boolean => document.querySelector('rejoinder-thread') !== null;
  if (there()) {
    then();
    return;
  }
  const watch = new MutationObserver(() => {
    if (!there()) return;
    watch.disconnect();
    then();
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
}

whenThereIsAThread(() => void widget());
void showCounts(document, base);
