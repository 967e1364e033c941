import { describe, expect, it } from 'vitest';
import { Problem } from '../src/shared/problem';
import { check, counter } from '../src/widget/entry';
import { refusalOf } from '../src/widget/refusal';

const invalid = (...errors: { field: string; value?: string | number; bound?: string }[]): Problem =>
  new Problem(422, { type: '/problems/invalid-comment', detail: 'for programs', errors });

describe('refusalOf', () => {
  it('puts each error beside its field, with the measure and the bound', () => {
    const refusal = refusalOf(invalid({ field: 'text', value: 'length 5012', bound: '1..5000' }, { field: 'author.name', value: 'length 0', bound: '1..80' }));
    expect(refusal.fields.text).toContain('5,012');
    expect(refusal.fields.text).toContain('5,000');
    expect(refusal.fields.name).toBe('Please give a name.');
    expect(refusal.whole).toBeNull();
  });

  it('says that a name is somebody else’s', () => {
    expect(refusalOf(invalid({ field: 'author.name', value: 'taken', bound: 'one that no verified reader has' })).fields.name).toContain('belongs to a reader');
  });

  it('says of the whole what no field can say', () => {
    const refusal = refusalOf(invalid({ field: 'parent', value: 'depth 9', bound: '0..8' }));
    expect(refusal).toEqual({ fields: {}, whole: 'for programs' });
  });

  it('tells when to try again', () => {
    expect(refusalOf(new Problem(429, { type: '/problems/too-many-requests' }, 7)).whole).toContain('7 seconds');
  });

  it('says that nothing is lost when no server answers, or a proxy does', () => {
    expect(refusalOf(Problem.unreachable()).whole).toContain('kept');
    expect(refusalOf(new Problem(502, {})).whole).toContain('kept');
  });
});

describe('an entry', () => {
  const entry = { text: 'x', name: 'me', email: '' };

  it('is checked before it is sent', () => {
    expect(check(entry, ['text', 'name', 'email'])).toEqual({});
    expect(Object.keys(check({ text: '', name: '', email: 'nobody' }, ['text', 'name', 'email']))).toEqual(['text', 'name', 'email']);
    expect(check({ ...entry, name: '' }, ['text'])).toEqual({});
  });

  it('is measured in code points', () => {
    expect(check({ ...entry, text: '😀'.repeat(5000) }, ['text'])).toEqual({});
    expect(check({ ...entry, text: '😀'.repeat(5001) }, ['text']).text).toContain('5,001');
    expect([counter('x'.repeat(4000)), counter('😀'.repeat(4999)), counter('x'.repeat(5001))]).toEqual(['', '1 character left', '1 character too many']);
  });
});
