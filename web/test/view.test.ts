import { describe, expect, it } from 'vitest';
import { operand, queryOf, readView, viewOf, withOperand } from '../src/console/view';

describe('a view', () => {
  it('stands in the address, all of it but what is as usual', () => {
    expect(queryOf(viewOf('held'))).toBe('');
    const view = { tab: 'rejected', sort: 'oldest', search: 'author:"Neil M" -spam', single: true } as const;
    expect(readView(queryOf(view))).toEqual(view);
  });

  it('is as usual where an address names what there is not', () => {
    expect(readView('?list=nonsense&sort=colour')).toEqual(viewOf('held'));
  });
});

describe('a search', () => {
  it('is changed by one operator, the rest of it staying', () => {
    expect(withOperand('fine words', 'author', 'Neil M')).toBe('fine words author:"Neil M"');
    expect(withOperand('author:x fine', 'author', 'y')).toBe('fine author:y');
    expect(withOperand('author:"x y" fine', 'author', '')).toBe('fine');
    expect(withOperand('-author:x', 'author', 'y')).toBe('-author:x author:y');
  });

  it('tells what it asks of an operator', () => {
    expect([operand('a domain:b.com', 'domain'), operand('a', 'domain'), operand('-is:held', 'is'), operand('author:"a b"', 'author')]).toEqual(['b.com', '', '', 'a b']);
  });

  it('takes no quotation mark into a value', () => {
    expect(withOperand('', 'author', 'a"b')).toBe('author:"ab"');
  });
});
