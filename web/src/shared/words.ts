/** Picks the form that a language's grammar wants for a number: `plural(n, { one: 'reply', other: 'replies' })`. */
export function plurals(
  language: string,
): (n: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) => string {
  const rules = new Intl.PluralRules(language);
  return (n, forms) => forms[rules.select(n)] ?? forms.other;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
];

/** How long ago something was, up to a week; then its date. */
export function ago(language: string, at: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (seconds < 45) return relative.format(0, 'second');
  if (seconds > 7 * 86_400) return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at);
  const [unit, size] = STEPS.findLast(([, length]) => seconds >= length) ?? ['minute', 60];
  return relative.format(-Math.max(1, Math.floor(seconds / size)), unit);
}
