import { describe, expect, it } from 'vitest';
import type { Comment, CommentWithReplies, Sort, ThreadPage } from '../src/widget/api';
import { Comments } from '../src/widget/comments';
import { type OwnComment, UNKNOWN } from '../src/widget/own';
import { type Branch, tree } from '../src/widget/tree';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

const comment = (id: string, minute: number, more: Partial<Comment> = {}): Comment => ({
  id, parent: null, version: 1, status: 'published', author: { name: id }, html: `<p>${id}</p>`, createdAt: at(minute), revisedAt: null, ...more,
});
const nested = (one: Comment, replies: CommentWithReplies[] = []): CommentWithReplies => ({ ...one, replies });
const page = (comments: CommentWithReplies[], more: Partial<ThreadPage> = {}): ThreadPage => ({
  open: true, count: comments.length, comments, next: null, cursor: 't-10', ...more,
});
const loaded = (sort: Sort, ...pages: ThreadPage[]): Comments => {
  const comments = new Comments(sort);
  pages.forEach((one) => { comments.addPage(one); });
  return comments;
};
const mine = (id: string, minute: number, more: Partial<OwnComment> = {}): OwnComment => ({
  id, token: 't', parent: null, name: 'me', createdAt: at(minute), state: 'checking', reason: null, text: id, html: null, revision: 1, version: UNKNOWN, ...more,
});
const owning = (...own: OwnComment[]): Map<string, OwnComment> => new Map(own.map((one) => [one.id, one]));

/** The tree as `a(b c)`. */
const shape = (branches: readonly Branch[]): string =>
  branches.map(({ id, replies }) => (replies.length > 0 ? `${id}(${shape(replies)})` : id)).join(' ');
const shown = (comments: Comments, ...own: OwnComment[]): string => shape(tree(comments, owning(...own), 4));

describe('versions', () => {
  it('drops an event of an equal or older version', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1, { version: 5 }))]));
    expect(comments.apply('revised', comment('a', 1, { version: 5, html: 'equal' }), 't-11')).toBe(false);
    expect(comments.apply('revised', comment('a', 1, { version: 4, html: 'older' }), 't-12')).toBe(false);
    expect(comments.get('a')?.html).toBe('<p>a</p>');
    expect(comments.apply('revised', comment('a', 1, { version: 6, html: 'newer' }), 't-13')).toBe(true);
    expect(comments.get('a')?.html).toBe('newer');
  });

  it('does not bring a removed comment back by an older event', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1, { version: 2 }))]));
    comments.apply('removed', comment('a', 1, { version: 4, author: null, html: null }), 't-11');
    comments.apply('published', comment('a', 1, { version: 3 }), 't-12');
    expect([shown(comments), comments.count]).toEqual(['', 0]);
  });

  it('keeps what came live over what a later page says', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1))], { next: 'k' }));
    comments.apply('revised', comment('b', 2, { version: 9, html: 'live' }), 't-11');
    comments.addPage(page([nested(comment('b', 2, { version: 8 }))]));
    expect(comments.get('b')?.html).toBe('live');
  });
});

describe('order', () => {
  it('puts a live root where the order wants it, replies always oldest first', () => {
    for (const [sort, expected] of [['oldest', 'a b(x y) c'], ['newest', 'c b(x y) a']] as const) {
      const comments = loaded(sort, page([nested(comment('a', 1)), nested(comment('c', 9), [])]));
      comments.apply('published', comment('b', 5), 't-11');
      comments.apply('published', comment('y', 8, { parent: 'b' }), 't-12');
      comments.apply('published', comment('x', 7, { parent: 'b' }), 't-13');
      expect(shown(comments)).toBe(expected);
    }
  });

  it('compares moments, not their spelling', () => {
    const comments = loaded('oldest', page([]));
    comments.apply('published', comment('late', 0, { createdAt: '2026-01-01T00:00:00.5Z' }), 't-11');
    comments.apply('published', comment('soon', 0, { createdAt: '2026-01-01T00:00:00Z' }), 't-12');
    expect(shown(comments)).toBe('soon late');
  });

  it('holds a root back that belongs to a page not loaded, and counts it', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1))], { next: 'k', count: 3 }));
    comments.apply('published', comment('z', 60), 't-11');
    expect([shown(comments), comments.outOfReach(owning()), comments.count]).toEqual(['a', 1, 4]);
    expect(comments.outOfReach(owning(mine('z', 60)))).toBe(0);
    comments.addPage(page([nested(comment('b', 2)), nested(comment('c', 3))], { count: 4, cursor: 't-11' }));
    expect([shown(comments), comments.outOfReach(owning()), comments.count]).toEqual(['a b c z', 0, 4]);
  });
});

describe('what others write meanwhile', () => {
  it('waits until it is asked for, and is counted', () => {
    const comments = loaded('newest', page([nested(comment('a', 1))]));
    for (const id of ['b', 'm', 'gone']) {
      comments.apply('published', comment(id, 5), 't-11');
      comments.hold(id);
    }
    comments.apply('removed', comment('gone', 5, { version: 2 }), 't-12');
    const own = owning(mine('m', 5));
    expect([shown(comments, mine('m', 5)), comments.waiting(own), comments.count]).toEqual(['m a', ['b'], 3]);
    comments.release();
    expect([shown(comments, mine('m', 5)), comments.waiting(own)]).toEqual(['m b a', []]);
  });

  it('is not counted where it belongs to a page that is not loaded', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1))], { next: 'k' }));
    comments.apply('published', comment('z', 60), 't-11');
    comments.hold('z');
    expect([comments.waiting(owning()), comments.outOfReach(owning())]).toEqual([[], 1]);
  });
});

describe('deep replies', () => {
  it('stand behind what they answer where the nesting ends, and say whom they answer', () => {
    const chain = nested(comment('a', 1), [nested(comment('b', 2, { parent: 'a' }), [nested(comment('c', 3, { parent: 'b' }), [nested(comment('d', 4, { parent: 'c' }))])]), nested(comment('e', 5, { parent: 'a' }))]);
    const comments = loaded('oldest', page([chain]));
    const [root] = tree(comments, owning(), 1);
    expect(root?.replies.map(({ id, depth, answers }) => [id, depth, answers?.id ?? null])).toEqual([['b', 1, null], ['c', 2, 'b'], ['d', 3, 'c'], ['e', 1, null]]);
    expect(shape(tree(comments, owning(), 2))).toBe('a(b(c d) e)');
  });
});

describe('replies', () => {
  it('wait for a parent that is not loaded yet', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1))], { next: 'k', count: 2 }));
    comments.apply('published', comment('r', 9, { parent: 'b' }), 't-11');
    expect([shown(comments), comments.count]).toEqual(['a', 3]);
    comments.addPage(page([nested(comment('b', 2))], { count: 2, cursor: 't-10' }));
    expect([shown(comments), comments.count]).toEqual(['a b(r)', 3]);
  });

  it('keep a placeholder of their removed parent, until they are gone, too', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1), [nested(comment('r', 2, { parent: 'a' }))])], { count: 2 }));
    comments.apply('removed', comment('a', 1, { version: 2, author: null, html: null }), 't-11');
    expect([shown(comments), comments.count]).toEqual(['a(r)', 1]);
    comments.apply('removed', comment('r', 2, { parent: 'a', version: 2 }), 't-12');
    expect([shown(comments), comments.count]).toEqual(['', 0]);
  });
});

describe('the count', () => {
  it('does not count again what a newer count includes already', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1))], { next: 'k', count: 5, cursor: 't-10' }));
    comments.addPage(page([], { next: 'l', count: 6, cursor: 't-12' }));
    comments.apply('published', comment('z', 60), 't-11');
    expect(comments.count).toBe(6);
    comments.apply('published', comment('zz', 61), 't-13');
    expect(comments.count).toBe(7);
  });

  it('passes over the count of a server that lags', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1))], { next: 'k', count: 5, cursor: 't-10' }));
    comments.addPage(page([], { next: 'l', count: 3, cursor: 't-8' }));
    expect(comments.count).toBe(5);
  });

  it('does not move when one that is not loaded is revised', () => {
    const comments = loaded('newest', page([nested(comment('b', 9))], { next: 'k', count: 2 }));
    comments.apply('revised', comment('a', 1, { version: 3 }), 't-11');
    expect(comments.count).toBe(2);
  });
});

describe("the reader's own", () => {
  it('stands where it will belong, and once only when it is published', () => {
    const comments = loaded('newest', page([nested(comment('a', 1))]));
    expect(shown(comments, mine('m', 5))).toBe('m a');
    comments.apply('published', comment('m', 5), 't-11');
    expect(shown(comments, mine('m', 5))).toBe('m a');
    expect(shown(comments, mine('m', 5, { state: 'published' }))).toBe('m a');
  });

  it('is there though its page is not loaded, a reply among the roots until its parent is', () => {
    const comments = loaded('oldest', page([nested(comment('a', 1))], { next: 'k' }));
    expect(shown(comments, mine('m', 50), mine('r', 51, { parent: 'b' }))).toBe('a m r');
    comments.addPage(page([nested(comment('b', 2))]));
    expect(shown(comments, mine('m', 50), mine('r', 51, { parent: 'b' }))).toBe('a b(r) m');
  });
});
