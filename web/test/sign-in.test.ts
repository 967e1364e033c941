import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Session } from '../src/widget/reader';
import { Providers } from '../src/widget/sign-in';
import { Storage } from '../src/widget/storage';
import '../src/widget/rejoinder-thread';
import type { RejoinderThread } from '../src/widget/rejoinder-thread';

const settings = { depth: 3, editSeconds: 600, guests: false, sort: 'oldest', longest: 100 };
const page = { open: true, count: 0, settings, comments: [], next: null, cursor: 'x-1' };

interface Asked { readonly url: string; readonly reader: string | null; readonly body: Record<string, unknown> | null }

let asked: Asked[] = [];
let over = false;
let refused = false;
let offers = false;

beforeEach(() => {
  localStorage.clear();
  [asked, over, refused, offers] = [[], false, false, false];
  vi.stubGlobal('EventSource', class extends EventTarget { close(): void { /* nothing is open */ } });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : null;
    asked.push({ url, reader: new Headers(init.headers).get('Rejoinder-Reader'), body });
    const answer = (code: number, data: unknown): Promise<Response> => Promise.resolve(new Response(JSON.stringify(data), { status: code }));
    if (url.includes('/stream')) return new Promise<Response>(() => undefined);
    if (url.endsWith('/signed-in')) {
      return refused ? answer(403, { type: '/problems/sign-in-refused' }) : answer(201, { id: 'r', token: 'a.b.c', name: 'Ada', verified: true, expiresAt: '' });
    }
    if (url.endsWith('/likes')) return answer(200, { liked: [] });
    if (init.method === 'POST') return over ? answer(401, { type: '/problems/sign-in-over' }) : answer(202, { id: 'm', state: 'checking', token: 's' });
    return answer(200, offers ? { ...page, settings: { ...settings, signIn: [{ id: 'test', name: 'Test & Co' }] } } : page);
  });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function shown(token: string, until: string): Promise<{ element: RejoinderThread; find: (selector: string) => HTMLElement }> {
  const element: RejoinderThread = document.createElement('rejoinder-thread');
  Object.assign(element, { site: 'blog', thread: 'night', api: 'https://example.org/', token });
  document.body.append(element);
  const find = (selector: string): HTMLElement => element.renderRoot.querySelector<HTMLElement>(selector) ?? expect.fail(selector);
  await vi.waitFor(() => { find(until); });
  return { element, find };
}

function write(find: (selector: string) => HTMLElement, text: string): void {
  const input = find('[name="text"]') as HTMLTextAreaElement;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  find('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
}

it('takes the token of the page, writes without asking for a name, and signs out', async () => {
  const { element, find } = await shown('h.o.st', '[data-signed-in]');
  expect(asked.find(({ url }) => url.endsWith('/signed-in'))?.body).toEqual({ site: 'blog', token: 'h.o.st' });
  expect(find('[data-signed-in]').textContent).toContain('Signed in as \u2068Ada\u2069');
  expect(() => find('[name="name"]')).toThrow();
  write(find, 'Mine');
  await vi.waitFor(() => { expect(find('bdi.author').textContent).toBe('Ada'); });
  expect(asked.find(({ url, body }) => url.endsWith('/comments') && body)?.reader).toBe('a.b.c');
  expect(JSON.stringify(localStorage)).not.toContain('a.b.c');

  const told = vi.fn();
  document.body.addEventListener('rejoinder-sign-out', told, { once: true });
  find('[data-action="sign-out"]').click();
  await vi.waitFor(() => { find('[data-phase="guests"]'); });
  expect(told).toHaveBeenCalledOnce();
  expect(find('[data-announcement]').textContent).toBe('You are signed out.');
  element.token = 'n.e.w';
  await vi.waitFor(() => { find('[data-signed-in]'); });
});

it('keeps the text when the sign-in is over, and says that it is', async () => {
  const { find } = await shown('h.o.st', '[data-signed-in]');
  over = true;
  write(find, 'Mine');
  await vi.waitFor(() => { expect(find('form [data-failure]').textContent).toContain('Your sign-in is over'); });
  expect((find('[name="text"]') as HTMLTextAreaElement).value).toBe('Mine');
  find('[data-phase="guests"]');
});

it('says that a token was not taken, and leaves the reader a guest', async () => {
  refused = true;
  const { find } = await shown('h.o.st', '[data-failure]');
  expect(find('[data-failure]').textContent).toContain('could not be signed in');
  expect(() => find('form')).toThrow();
});

it('asks for nothing where the page has no token', async () => {
  await shown('', '[data-phase="guests"]');
  expect(asked.some(({ url }) => url.includes('/readers'))).toBe(false);
});

const session: Session = { token: 'p.r.v', name: 'Ada', expiresAt: '2999-01-01T00:00:00Z' };

/** What `window.open` was given, and a way to hear from what it opened. */
function windows(blocked = false): { opened: URL[]; says: (data: unknown, origin?: string, source?: unknown) => void } {
  const opened: URL[] = [];
  const popup = window;
  vi.stubGlobal('open', (url: URL) => { opened.push(url); return blocked ? null : popup; });
  return {
    opened,
    says: (data, origin = 'https://example.org', source = popup) => {
      window.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
    },
  };
}

it('signs in at a provider, hears from its own window only, and knows the reader on the next page', async () => {
  offers = true;
  const { opened, says } = windows();
  const { element, find } = await shown('', '[data-provider="test"]');
  expect(find('[data-provider="test"]').textContent.trim()).toBe('Sign in with Test & Co');
  find('[data-provider="test"]').click();
  const [url] = opened;
  expect(url?.pathname).toBe('/sign-in/with/test');
  expect(url?.searchParams.get('origin')).toBe(location.origin);
  const mark = url?.searchParams.get('mark') ?? '';
  expect(mark).toMatch(/^[\w-]{43}$/);
  says({ rejoinder: mark, session }, 'https://evil.example');
  says({ rejoinder: mark, session }, 'https://example.org', null);
  says({ rejoinder: 'another', session });
  expect(() => find('[data-signed-in]')).toThrow();
  says({ rejoinder: mark, session });
  await vi.waitFor(() => { find('[data-signed-in]'); });
  element.remove();

  const next = await shown('', '[data-signed-in]');
  next.find('[data-action="sign-out"]').click();
  await vi.waitFor(() => { next.find('[data-provider]'); });
  expect(localStorage.getItem('rejoinder:https://example.org:signed-in:blog')).toBeNull();
});

it('says so when a sign-in fails, and can be tried again', async () => {
  offers = true;
  const { opened, says } = windows();
  const { find } = await shown('', '[data-provider="test"]');
  find('[data-provider="test"]').click();
  says({ rejoinder: opened[0]?.searchParams.get('mark') });
  await vi.waitFor(() => { expect(find('[data-failure]').textContent).toContain('could not be signed in'); });
  find('[data-provider="test"]').click();
  says({ rejoinder: opened[1]?.searchParams.get('mark'), session });
  await vi.waitFor(() => { find('[data-signed-in]'); });
});

it('leaves the page where windows are blocked, and takes back only what it left for', () => {
  const storage = new Storage('test:');
  const { opened } = windows(true);
  const assign = vi.fn();
  vi.stubGlobal('location', { href: 'https://blog.example/night', origin: 'https://blog.example', hash: '', pathname: '/night', search: '', assign });
  const providers = new Providers('https://example.org', 'blog', storage);
  providers.open('test', () => undefined);
  expect(opened[0]?.searchParams.get('back')).toBe('https://blog.example/night');
  expect(assign).toHaveBeenCalledOnce();
  const coded = btoa(JSON.stringify(session)).replaceAll('=', '');
  location.hash = `#rejoinder-signed-in=another.${coded}`;
  expect(providers.restored()).toBeNull();
  location.hash = `#rejoinder-signed-in=${opened[0]?.searchParams.get('mark') ?? ''}.${coded}`;
  expect(providers.restored()).toEqual(session);
  storage.write('signed-in:blog', { ...session, expiresAt: '2020-01-01T00:00:00Z' });
  location.hash = '';
  expect(providers.restored()).toBeNull();
});

it('offers what was written as a guest on this site, claims it, and offers it no more', async () => {
  const own = (id: string, state = 'published'): unknown => ({ id, token: `t-${id}`, parent: null, name: 'Cat', createdAt: '2026-01-01T00:00:00Z', state, reason: null, text: 'x', html: null, revision: 1, version: 1 });
  const keep = (thread: string, ...all: unknown[]): void => { localStorage.setItem(`rejoinder:https://example.org:${thread}:own`, JSON.stringify(all)); };
  keep('blog--night', own('a'), own('b'), own('gone', 'withdrawn'));
  keep('blog--day', own('c'));
  keep('club--night', own('d'));
  keep('a-review', own('e'));
  const { find } = await shown('h.o.st', '[data-claim]');
  expect(find('[data-claim]').textContent).toContain('Written here as a guest: 3');
  const before = fetch;
  const claimed: (string | null)[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (!url.endsWith('/claim')) return before(url, init);
    const headers = new Headers(init.headers);
    claimed.push(`${url.split('/').at(-2) ?? ''} ${headers.get('Authorization') ?? ''} ${headers.get('Rejoinder-Reader') ?? ''}`);
    if (claimed.length === 1) return Promise.resolve(new Response('{"type":"/problems/too-many-requests"}', { status: 429, headers: { 'Retry-After': '0' } }));
    if (url.includes('/c/')) return Promise.resolve(new Response('{"type":"/problems/unknown-comment"}', { status: 404 }));
    return Promise.resolve(url.includes('/b/') ? new Response('{"type":"/problems/outdated"}', { status: 409 }) : new Response('{}'));
  });
  find('[data-action="claim"]').click();
  await vi.waitFor(() => { expect(find('[data-failure]').textContent).toContain('Not all of it'); });
  expect(claimed.sort()).toEqual(['a Bearer t-a a.b.c', 'a Bearer t-a a.b.c', 'b Bearer t-b a.b.c', 'c Bearer t-c a.b.c']);
  document.body.replaceChildren();
  vi.stubGlobal('fetch', before);

  const next = await shown('h.o.st', '[data-claim]');
  expect(next.find('[data-claim]').textContent).toContain('guest: 1');
  next.find('[data-action="claim"]').click();
  await vi.waitFor(() => { expect(next.find('[data-announcement]').textContent).toBe('Your name is on it now.'); });
  expect(() => next.find('[data-claim]')).toThrow();
  write(next.find, 'Mine');
  await vi.waitFor(() => { next.find('[data-comment="m"]'); });
  await next.element.updateComplete;
  expect(() => next.find('[data-claim]')).toThrow();
});

it('shows who is verified, in words', async () => {
  const comment = { parent: null, version: 1, status: 'published', html: '<p>x</p>', createdAt: '2026-01-01T00:00:00Z', revisedAt: null, replies: [] };
  const comments = [{ ...comment, id: 'a', author: { name: 'Ada', verified: true } }, { ...comment, id: 'b', author: { name: 'Ada' } }];
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ ...page, count: 2, comments }))));
  const { find } = await shown('', '[data-comment="b"]');
  expect(find('[data-comment="a"] .verified').textContent).toBe('Verified');
  expect(() => find('[data-comment="b"] .verified')).toThrow();
});
