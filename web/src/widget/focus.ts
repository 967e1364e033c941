/** A comment of the thread, or something in it; null where it is not on the page. */
export function commentIn(root: ParentNode, id: string, inside = ''): HTMLElement | null {
  const article = `[data-comment="${CSS.escape(id)}"]`;
  return (inside === '' ? null : root.querySelector<HTMLElement>(`${article} ${inside}`)) ?? root.querySelector<HTMLElement>(article);
}

/** The first of these comments on the page. */
export function firstIn(root: ParentNode, ids: ReadonlySet<string>): HTMLElement | null {
  const shown = [...root.querySelectorAll<HTMLElement>('[data-comment]')];
  return shown.find((article) => ids.has(article.dataset['comment'] ?? '')) ?? null;
}

/** The button that hides or shows a comment's replies. */
export const collapserIn = (root: ParentNode, id: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-action="collapse"][data-of="${CSS.escape(id)}"]`);

/** The same set with or without one more. */
export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const other = new Set(set);
  if (!other.delete(id)) other.add(id);
  return other;
}
