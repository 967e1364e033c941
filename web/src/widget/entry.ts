import type { Entry } from './discussion';
import { messages } from './messages';
import type { Field } from './refusal';

/** The bounds of the comment service, in code points; it checks them again. Of a text the site may set a lower one. */
const LONGEST = { name: 80, email: 254, text: 5000 } as const;

/** From this many code points before the end on, the form counts. */
const NEAR = 500;

/** Code points, which is what the service counts: an emoji is not two. */
const lengthOf = (text: string): number => Array.from(text).length;

export const isTooLong = (text: string, most: number = LONGEST.text): boolean => lengthOf(text.trim()) > most;

/** What the counter says of a text; empty while its end is far. */
export function counter(text: string, most: number = LONGEST.text): string {
  const left = most - lengthOf(text.trim());
  if (left < 0) return messages.tooMany(-left);
  return left <= NEAR ? messages.left(left) : '';
}

/** What is wrong with an entry before it is sent. */
export function check(entry: Entry, fields: readonly Field[], longest: number = LONGEST.text): Partial<Record<Field, string>> {
  const errors: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const length = lengthOf(entry[field]);
    const most = field === 'text' ? longest : LONGEST[field];
    if (length === 0 && field !== 'email') errors[field] = messages.missing[field];
    else if (length > most) errors[field] = messages.tooLong(length, most);
    else if (field === 'email' && length > 0 && !/^\S+@\S+$/.test(entry.email)) errors.email = messages.badEmail;
  }
  return errors;
}
