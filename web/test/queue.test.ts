import { describe, expect, it } from 'vitest';
import type { Item, Sort, Tab } from '../src/console/api';
import { Queue } from '../src/console/queue';
import { decided, item } from './items';

function queueOf(tab: Tab, sort: Sort, items: Item[], next: string | null = null, search = ''): Queue {
  const queue = new Queue({ tab, sort, search, single: false });
  queue.addPage({ count: items.length, items, next, cursor: '' });
  return queue;
}
const ids = (queue: Queue): string => queue.items.map(({ id }) => id).join(' ');

describe('what arrives live', () => {
  it('goes to the end of the oldest first, where nothing moves', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1), item('b', 2)]);
    expect(queue.apply(item('c', 3))).toBe('added');
    expect([ids(queue), queue.fresh]).toEqual(['a b c', 0]);
  });

  it('waits in every other order, and where only the server knows whether it is searched for', () => {
    for (const [sort, search] of [['newest', ''], ['harm', ''], ['reported', ''], ['oldest', 'spoiler']] as const) {
      const queue = queueOf('held', sort, [item('b', 2), item('a', 1)], null, search);
      expect(queue.apply(item('c', 3))).toBe('waiting');
      queue.apply(item('d', 4));
      expect([ids(queue), queue.fresh]).toEqual(['b a', 2]);
    }
  });

  it('is shown at once where nothing is looked at', () => {
    const queue = queueOf('held', 'harm', []);
    expect([queue.apply(item('a', 1)), ids(queue)]).toEqual(['added', 'a']);
  });

  it('does not wait any more when it is decided meanwhile', () => {
    const queue = queueOf('held', 'newest', [item('a', 1)]);
    queue.apply(item('c', 3));
    queue.apply(item('c', 3, { version: 2, status: 'approved' }));
    expect(queue.fresh).toBe(0);
  });

  it('is remembered for a while, and what is listed for as long as it is', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1, { version: 3 })]);
    for (let n = 0; n < 2_000; n++) queue.apply(item(`approved-${String(n)}`, n, { status: 'approved' }));
    expect([queue.latest('a')?.version, queue.latest('approved-1999')?.status, queue.latest('approved-0')]).toEqual([3, 'approved', undefined]);
  });

  it('is left to its page when that is not loaded', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1)], 'k');
    expect(queue.apply(item('z', 9))).toBe('nothing');
    queue.addPage({ count: 2, items: [item('z', 9)], next: null, cursor: '' });
    expect(ids(queue)).toBe('a z');
  });

  it('updates in place by version, an equal or older one is dropped', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1, { version: 3 })]);
    expect(queue.apply(item('a', 1, { version: 3, text: 'equal' }))).toBe('nothing');
    expect(queue.apply(item('a', 1, { version: 2, text: 'older' }))).toBe('nothing');
    expect(queue.apply(item('a', 1, { version: 4, text: 'newer' }))).toBe('updated');
    expect(queue.items[0]?.text).toBe('newer');
  });

  it('stays while it is in hand, with what became of it', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1), item('b', 2)]);
    expect(queue.apply(item('a', 1, { version: 2, status: 'approved' }), 'a')).toBe('kept');
    expect(queue.items.map(({ status }) => status)).toEqual(['approved', 'held']);
  });

  it('leaves the list when someone else has decided it', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1), item('b', 2)]);
    expect(queue.apply(item('a', 1, { version: 2, status: 'approved', decision: decided('bob', 'approved') }))).toBe('left');
    expect(ids(queue)).toBe('b');
  });

  it('is listed by the lists that it stands on, of which there can be two', () => {
    const reported = item('a', 1, { status: 'approved', lists: ['approved', 'reported'] });
    for (const [tab, belongs] of [['approved', true], ['reported', true], ['all', true], ['held', false], ['sampled', false]] as const) {
      expect(queueOf(tab, 'oldest', []).belongs(reported)).toBe(belongs);
    }
  });
});

describe('what is judged blind', () => {
  it('is on the list of samples until this moderator has judged it', () => {
    const queue = queueOf('sampled', 'oldest', [item('a', 1, { status: 'sampled' }), item('b', 2, { status: 'sampled' })]);
    queue.apply(item('a', 1, { version: 2, status: 'sampled' }));
    expect(ids(queue)).toBe('a b');
    queue.take('a');
    queue.settle('a', item('a', 1, { version: 3, status: 'approved', decision: decided('me', 'approved') }));
    expect(ids(queue)).toBe('b');
  });

  it('is on no other list', () => {
    for (const tab of ['held', 'reported', 'approved', 'rejected', 'all'] as const) {
      const queue = queueOf(tab, 'oldest', []);
      expect(queue.apply(item('a', 1, { status: 'sampled' }))).toBe('nothing');
    }
  });
});

describe('what is decided here', () => {
  it('comes back where it was when it is refused, in its newest state', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1), item('b', 2), item('c', 3)]);
    queue.take('b');
    expect(ids(queue)).toBe('a c');
    queue.apply(item('b', 2, { version: 2, text: 'revised' }));
    expect(ids(queue)).toBe('a c');
    queue.putBack('b');
    expect([ids(queue), queue.items[1]?.text]).toEqual(['a b c', 'revised']);
  });

  it('stays away when it was decided by another meanwhile, unless it is kept to be shown', () => {
    const rejected = item('a', 1, { version: 2, status: 'rejected', decision: decided('bob', 'rejected') });
    for (const [kept, expected] of [[false, ''], [true, 'a']] as const) {
      const queue = queueOf('held', 'oldest', [item('a', 1)]);
      queue.take('a');
      queue.apply(rejected);
      queue.putBack('a', kept);
      expect(ids(queue)).toBe(expected);
    }
  });

  it('does not come back by a page that was read before', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1)]);
    queue.take('a');
    queue.addPage({ count: 1, items: [item('a', 1)], next: null, cursor: '' });
    queue.settle('a', item('a', 1, { version: 2, status: 'approved' }));
    queue.addPage({ count: 1, items: [item('a', 1)], next: null, cursor: '' });
    expect(ids(queue)).toBe('');
  });

  it('goes behind all others when it is skipped', () => {
    const queue = queueOf('held', 'oldest', [item('a', 1), item('b', 2), item('c', 3)]);
    queue.skip('a');
    expect(ids(queue)).toBe('b c a');
  });
});
