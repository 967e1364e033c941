import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ThreadApi } from '../src/widget/api';
import { type OwnComment, UNKNOWN } from '../src/widget/own';
import { Watch } from '../src/widget/watch';

const own = (id: string, minute: number, state: OwnComment['state'] = 'held'): OwnComment => ({
  id, token: 't', parent: null, name: 'me', createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(), state, reason: null, text: '', html: null, revision: 1, version: UNKNOWN,
});

let following: Set<string>;
let asked: string[];
let watch: Watch;

beforeEach(() => {
  vi.useFakeTimers();
  following = new Set();
  asked = [];
  const api = {
    submissionUrl: (id: string) => id,
    submission: (id: string) => {
      asked.push(id);
      return Promise.resolve({ id, state: 'held' });
    },
  } as unknown as ThreadApi;
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    const id = url.replace(/\/stream$/, '');
    following.add(id);
    signal.addEventListener('abort', () => following.delete(id));
    return new Promise<Response>(() => undefined);
  });
  watch = new Watch(api, () => undefined, () => undefined);
});

afterEach(() => {
  watch.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('Watch', () => {
  it('follows the two newest that wait, and asks for the others from time to time', () => {
    watch.follow([own('a', 1), own('b', 2), own('c', 3, 'published'), own('d', 4, 'checking')]);
    expect([...following].sort()).toEqual(['b', 'd']);
    vi.advanceTimersByTime(61_000);
    expect(asked).toEqual(['a', 'a']);
  });

  it('lets go of what is decided, and takes up the next', () => {
    watch.follow([own('a', 1), own('b', 2), own('d', 4)]);
    watch.follow([own('a', 1), own('b', 2), own('d', 4, 'published')]);
    expect([...following].sort()).toEqual(['a', 'b']);
    watch.follow([]);
    vi.advanceTimersByTime(61_000);
    expect([following.size, asked.length]).toEqual([0, 0]);
  });

  it('gives its connections back while the tab is out of sight', () => {
    let hidden = true;
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    watch.follow([own('a', 1)]);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(31_000);
    expect(following.size).toBe(0);
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect([...following]).toEqual(['a']);
  });
});
