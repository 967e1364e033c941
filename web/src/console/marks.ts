import type { Evidence, Span } from './api';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text into pieces that evidence points at and pieces that it does not; spans may overlap or exceed the text. */
export function pieces(text: string, evidence: readonly Evidence[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { start, end } of merged(evidence.flatMap(({ spans }) => spans ?? []), text.length)) {
    if (start > at) found.push({ text: text.slice(at, start), marked: false });
    found.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false });
  return found;
}

function merged(spans: readonly Span[], length: number): Span[] {
  const within = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const result: Span[] = [];
  for (const span of within) {
    const last = result.at(-1);
    if (last && span.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
