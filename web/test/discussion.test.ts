import { beforeEach, expect, it, vi } from 'vitest';
import type { Submission, ThreadApi } from '../src/widget/api';
import { Discussion, type Host } from '../src/widget/discussion';
import { OwnComments } from '../src/widget/own';
import { Storage } from '../src/widget/storage';

beforeEach(() => { localStorage.clear(); });

it('keeps nothing of what is answered after its end: the reader may have had it erased', async () => {
  vi.stubGlobal('EventSource', class extends EventTarget { close(): void { /* nothing is open */ } });
  let answer: (submission: Submission) => void = () => undefined;
  const api = {
    page: () => Promise.resolve({ open: true, count: 0, comments: [], next: null, cursor: 'x-1' }),
    submission: () => new Promise<Submission>((resolve) => { answer = resolve; }),
    streamUrl: () => 'https://example.org/stream',
    liked: () => Promise.resolve([]),
  } as unknown as ThreadApi;
  const host: Host = { changed: () => undefined, announce: () => undefined, arrived: () => undefined };
  const storage = new Storage('t:');
  const own = new OwnComments(storage);
  own.add({ id: 'm', token: 's', parent: null, name: 'Ann', createdAt: '2026-01-01T00:00:00Z', state: 'published', reason: null, text: 'mine', html: '<p>mine</p>', revision: 1, version: 1 });
  const discussion = new Discussion(api, own, host, 'newest', () => ({ address: '', title: '' }), storage);
  await discussion.start();

  localStorage.clear();
  discussion.stop();
  answer({ id: 'm', state: 'erased', version: 2 });
  await new Promise((resolve) => { setTimeout(resolve, 0); });
  expect(Object.keys(localStorage)).toEqual([]);
});
