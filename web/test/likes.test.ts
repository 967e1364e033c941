import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Comment, ThreadApi } from '../src/widget/api';
import { Comments } from '../src/widget/comments';
import { Likes } from '../src/widget/likes';

const comment = (id: string, minute: number, more: Partial<Comment> = {}): Comment => ({
  id, parent: null, version: 1, status: 'published', author: { name: id }, html: id, createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(), revisedAt: null, likes: 0, ...more,
});
const page = (...comments: Comment[]): Parameters<Comments['addPage']>[0] => ({
  open: true, count: comments.length, comments: comments.map((one) => ({ ...one, replies: [] })), next: null, cursor: 't-1',
});

type Answer = readonly [number, unknown];
let asked: string[] = [];
let answers: Record<string, Answer[]> = {};

beforeEach(() => {
  localStorage.clear();
  asked = [];
  answers = { readers: [[201, { token: 'one' }], [201, { token: 'two' }]], like: [], likes: [] };
  vi.stubGlobal('fetch', (url: string, { method, headers }: RequestInit) => {
    const last = url.split('/').at(-1) ?? '';
    asked.push([method, last, new Headers(headers).get('Rejoinder-Reader')].filter(Boolean).join(' '));
    const [status, body] = answers[last]?.shift() ?? [202, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});

const likesOf = (): Likes => new Likes(new ThreadApi('https://c.example', 't'), () => undefined);
const refused = (slug: string, status: number): Answer => [status, { type: `/problems/${slug}` }];

describe('a like', () => {
  it('takes an identity when it first needs one, keeps it, and shows at once', async () => {
    const likes = likesOf();
    const one = comment('a', 1, { likes: 2, tally: 5 });
    const first = likes.toggle(one);
    expect([likes.has('a'), likes.count(one)]).toEqual([true, 3]);
    await first;
    await likes.toggle(one);
    expect([likes.has('a'), likes.count(one)]).toEqual([false, 2]);
    expect(asked).toEqual(['POST readers', 'PUT like one', 'DELETE like one']);
  });

  it('gives way to the count that comes live', async () => {
    const likes = likesOf();
    await likes.toggle(comment('a', 1, { likes: 2, tally: 5 }));
    expect(likes.count(comment('a', 1, { likes: 4, tally: 7 }))).toBe(4);
    expect(likes.has('a')).toBe(true);
  });

  it('is taken back when it was not kept', async () => {
    answers['like'] = [refused('not-confirmed', 503)];
    const likes = likesOf();
    await expect(likes.toggle(comment('a', 1))).rejects.toThrow();
    expect([likes.has('a'), likes.count(comment('a', 1))]).toEqual([false, 0]);
  });

  it('takes a new identity, once, where the old one is not known any more', async () => {
    answers['like'] = [refused('reader-refused', 403), [202, {}]];
    await likesOf().toggle(comment('a', 1));
    expect(asked).toEqual(['POST readers', 'PUT like one', 'POST readers', 'PUT like two']);
  });

  it('is asked for after a reload only where there is an identity', async () => {
    await likesOf().load();
    expect(asked).toEqual([]);
    localStorage.setItem('rejoinder:https://c.example:reader', '"old"');
    answers['likes'] = [[200, { liked: ['a'] }]];
    const likes = likesOf();
    await likes.load();
    expect([likes.has('a'), likes.has('b'), asked]).toEqual([true, false, ['GET likes old']]);
  });
});

describe('counts', () => {
  it('change in place, and the best stay where they were shown', () => {
    const comments = new Comments('best');
    comments.addPage(page(comment('a', 1, { likes: 3 }), comment('c', 3, { likes: 1 }), comment('b', 2, { likes: 1 })));
    expect(comments.apply('published', comment('b', 2, { likes: 9, tally: 4 }), 't-2')).toBe(true);
    expect(comments.apply('published', comment('b', 2, { likes: 8, tally: 3 }), 't-3')).toBe(false);
    expect([...comments.all].sort(comments.compare.bind(comments)).map(({ id, likes }) => `${id}${likes ?? ''}`)).toEqual(['a3', 'c1', 'b9']);
    expect(comments.count).toBe(3);
  });

  it('of a comment that is not loaded are no news', () => {
    const comments = new Comments('oldest');
    comments.addPage({ ...page(comment('a', 1)), next: 'k', count: 2 });
    expect(comments.apply('published', comment('z', 9, { likes: 1, tally: 1 }), 't-2')).toBe(false);
    expect(comments.count).toBe(2);
  });
});
