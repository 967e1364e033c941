import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../src/widget/rejoinder-thread';
import type { RejoinderThread } from '../src/widget/rejoinder-thread';

const settings = { depth: 3, editSeconds: 600, guests: false, sort: 'oldest', longest: 100 };
const page = { open: true, count: 0, settings, comments: [], next: null, cursor: 'x-1' };

interface Asked { readonly url: string; readonly reader: string | null; readonly body: Record<string, unknown> | null }

let asked: Asked[] = [];
let over = false;
let refused = false;

beforeEach(() => {
  localStorage.clear();
  [asked, over, refused] = [[], false, false];
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
    return answer(200, page);
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
