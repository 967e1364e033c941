import { type Draft, type Rule, type Settings } from './api';

/** What of a version can be written. */
export const draftOf = ({ targets, holds, lists, rules, model }: Settings): Draft => ({ targets, holds, lists, rules, ...(model ? { model } : {}) });

/** Whether two say the same, whatever the order of their fields. */
export const same = (one: Draft, other: Draft): boolean => sorted(one) === sorted(other);

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** The lines of a list, without blank ones and repetitions. */
export const lines = (text: string): readonly string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];

/** An id for a rule that is new: of its place, so that it is no other's. */
export function freshRule(rules: readonly Rule[], name: string): Rule {
  let n = rules.length + 1;
  while (rules.some(({ id }) => id === `rule-${String(n)}`)) n++;
  return { id: `rule-${String(n)}`, name, expression: '', action: 'hold', mode: 'shadow' };
}

/** The same rules with one of them elsewhere. */
export function moved(rules: readonly Rule[], from: number, by: 1 | -1): readonly Rule[] {
  const to = from + by;
  const rule = rules[from];
  if (!rule || to < 0 || to >= rules.length) return rules;
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule);
}
