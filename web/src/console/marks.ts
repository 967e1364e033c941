import type { Evidence } from './api';

/** What these screens point at may be an insult. */
const INSULTS: readonly string[] = ['toxicity', 'blocked-words'];

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
  readonly insult: boolean;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly insult: boolean;
}

/** Cuts a text into pieces that evidence points at and pieces that it does not; spans may overlap or exceed the text. */
export function pieces(text: string, evidence: readonly Evidence[]): Piece[] {
  const marks = evidence
    .flatMap(({ screen, spans }) => (spans ?? []).map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end), insult: INSULTS.includes(screen) })))
    .filter(({ start, end }) => start < end);
  const found: Piece[] = [];
  let at = 0;
  for (const { start, end, insult } of merged(marks)) {
    if (start > at) found.push({ text: text.slice(at, start), marked: false, insult: false });
    found.push({ text: text.slice(start, end), marked: true, insult });
    at = end;
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false, insult: false });
  return found;
}

/** Without overlaps; what is an insult by one of them is one. */
function merged(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && mark.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, mark.end), insult: last.insult || mark.insult };
    else result.push(mark);
  }
  return result;
}
