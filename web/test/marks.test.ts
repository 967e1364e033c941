import { describe, expect, it } from 'vitest';
import { pieces } from '../src/console/marks';

const marked = (text: string, ...spans: [number, number][]): string =>
  pieces(text, [{ screen: 's', weight: 1, sentence: '', spans: spans.map(([start, end]) => ({ start, end })) }])
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('pieces', () => {
  it('marks what evidence points at', () => {
    expect(marked('buy now, buy', [0, 3], [9, 12])).toBe('[buy] now, [buy]');
  });

  it('joins spans that overlap or touch, in any order', () => {
    expect(marked('abcdef', [3, 5], [1, 4], [5, 6])).toBe('a[bcdef]');
  });

  it('never loses a letter to a span beyond the text', () => {
    expect(marked('abc', [-5, 1], [2, 99], [50, 60], [2, 1])).toBe('[a]b[c]');
    expect(marked('abc')).toBe('abc');
    expect(marked('')).toBe('');
  });

  it('knows what may be an insult', () => {
    const cut = pieces('you utter fool', [
      { screen: 'toxicity', weight: 1, sentence: '', spans: [{ start: 10, end: 14 }] },
      { screen: 'links', weight: 1, sentence: '', spans: [{ start: 0, end: 3 }] },
    ]);
    expect(cut.map(({ insult }) => insult)).toEqual([false, false, true]);
  });
});
