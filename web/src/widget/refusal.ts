import type { FieldError, Problem } from '../shared/problem';
import { messages } from './messages';

export type Field = 'name' | 'email' | 'text';

/** What is wrong with an entry: beside the fields that it is about, and about the whole. */
export interface Refusal {
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  readonly whole: string | null;
}

const FIELDS: readonly Field[] = ['name', 'email', 'text'];

/** A problem document in words, each error beside its field; an error of no field that is shown goes to the whole. */
export function refusalOf(problem: Problem): Refusal {
  const fields: Partial<Record<Field, string>> = {};
  for (const error of problem.errors) {
    const field = fieldOf(error);
    if (field) fields[field] ??= explain(field, error);
  }
  return { fields, whole: Object.keys(fields).length > 0 ? null : wholeOf(problem) };
}

/** `author.name`, `/author/name` and `name` are the same field. */
function fieldOf({ field }: FieldError): Field | undefined {
  const last = field.split(/[./]/).at(-1);
  return FIELDS.find((known) => known === last);
}

function explain(field: Field, { value, bound }: FieldError): string {
  if (value === 'taken') return messages.nameTaken;
  const [measured, most] = [lastNumber(value), lastNumber(bound)];
  if (measured === 0) return messages.missing[field];
  if (measured !== null && most !== null && measured > most) return messages.tooLong(measured, most);
  return field === 'email' ? messages.badEmail : messages.refused;
}

/** The number in a measure (`length 5012`), or the upper one of a bound (`1..5000`). */
function lastNumber(measure: string | number | undefined): number | null {
  const numbers = String(measure ?? '').match(/\d+/g);
  return numbers ? Number(numbers.at(-1)) : null;
}

function wholeOf(problem: Problem): string {
  if (problem.status === 429 && problem.retryAfter !== null) return messages.retryAfter(problem.retryAfter);
  return messages.problems[problem.slug] ?? (problem.status >= 500 ? messages.failed : (problem.document.detail ?? messages.refused));
}
