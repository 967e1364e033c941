import { beforeEach, describe, expect, it } from 'vitest';
import type { Submission } from '../src/widget/api';
import { type OwnComment, OwnComments, UNKNOWN } from '../src/widget/own';
import { Storage } from '../src/widget/storage';

const reloaded = (): OwnComments => new OwnComments(new Storage('t:'));
const written: OwnComment = {
  id: 'm', token: 'secret', parent: null, name: 'me', createdAt: '2026-01-01T00:00:00Z', state: 'checking', reason: null, text: 'first', html: null, revision: 1, version: UNKNOWN,
};
const says = (state: Submission['state'], version: number | null, more: Partial<Submission> = {}): Submission => ({ id: 'm', state, version, ...more });

beforeEach(() => { localStorage.clear(); });

describe('OwnComments', () => {
  it('are there after a reload, with their tokens', () => {
    reloaded().add(written);
    expect(reloaded().all.get('m')).toEqual(written);
  });

  it('follow the server by version, an older one is dropped', () => {
    const own = reloaded();
    own.add(written);
    expect(own.update(says('held', 2, { text: 'first', html: '<p>first</p>', revision: 1 }))).toBe(true);
    expect(own.update(says('checking', null))).toBe(false);
    expect(own.update(says('published', 1))).toBe(false);
    expect(own.all.get('m')).toMatchObject({ state: 'held', version: 2, html: '<p>first</p>' });
  });

  it('keep an edit on its way over the state before it', () => {
    const own = reloaded();
    own.add(written);
    own.update(says('published', 3, { text: 'first', revision: 1 }));
    own.editing('m', 'second');
    expect(own.update(says('published', 3, { text: 'first', revision: 1 }))).toBe(false);
    expect(own.all.get('m')).toMatchObject({ state: 'checking', text: 'second', revision: 2 });
    expect(own.update(says('held', 4, { text: 'second', revision: 2 }))).toBe(true);
  });

  it('take the state as it is when an edit on its way is forgotten by a reload', () => {
    const before = reloaded();
    before.add(written);
    before.update(says('published', 3, { text: 'first', revision: 1 }));
    before.editing('m', 'second');
    const own = reloaded();
    own.update(says('published', 3, { text: 'first', revision: 1 }), true);
    expect(own.all.get('m')).toMatchObject({ state: 'published', text: 'first', revision: 1 });
  });

  it('show a withdrawn one as such, whatever comes later, and not after a reload', () => {
    const own = reloaded();
    own.add(written);
    own.withdrawn('m');
    expect(own.update(says('published', 9))).toBe(false);
    expect(own.all.get('m')?.state).toBe('withdrawn');
    expect(reloaded().all.size).toBe(0);
  });

  it('do not lose what another tab has written', () => {
    const [here, there] = [reloaded(), reloaded()];
    here.add(written);
    there.add({ ...written, id: 'n' });
    expect([...reloaded().all.keys()]).toEqual(['m', 'n']);
  });

  it('do not come back once forgotten', () => {
    const own = reloaded();
    own.add(written);
    own.forget('m');
    own.add({ ...written, id: 'n' });
    expect([...reloaded().all.keys()]).toEqual(['n']);
  });
});
