/** The keys of the console; single letters, which can be switched off (WCAG 2.1.4). */
export type KeyAction =
  | 'next' | 'previous' | 'approve' | 'reject' | 'escalate' | 'skip' | 'undo' | 'author' | 'single' | 'search' | 'help' | 'close'
  | { readonly reason: number };

const ACTIONS: Readonly<Record<string, KeyAction>> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  r: 'reject',
  e: 'escalate',
  s: 'skip',
  u: 'undo',
  i: 'author',
  z: 'single',
  '/': 'search',
  '?': 'help',
  Escape: 'close',
};

/** What a key asks for; nothing where it is typed into a field or belongs to the browser. */
export function actionOf(event: KeyboardEvent): KeyAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return null;
  if (event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, select, dialog')) return null;
  if (/^[1-9]$/.test(event.key)) return { reason: Number(event.key) - 1 };
  return ACTIONS[event.key] ?? null;
}
