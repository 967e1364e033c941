import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../src/widget/rejoinder-thread';
import type { RejoinderThread } from '../src/widget/rejoinder-thread';

const settings = { depth: 3, editSeconds: 600, guests: true, sort: 'oldest', longest: 100 };
const at = '2026-01-01T00:00:00Z';
const own = { id: 'm', token: 'secret', parent: null, name: 'Ann', createdAt: at, state: 'published', reason: null, text: 'mine', html: '<p>mine</p>', revision: 1, version: 1 };
const comment = { id: 'm', parent: null, version: 1, status: 'published', author: { name: 'Ann' }, html: '<p>mine</p>', createdAt: at, revisedAt: null, replies: [] };

interface Asked { readonly url: string; readonly headers: Headers; readonly body: unknown }

let asked: Asked[] = [];
let mail = true;
let answer: () => Response;

beforeEach(() => {
  localStorage.clear();
  localStorage.setItem('rejoinder:https://example.org:t:own', JSON.stringify([own]));
  asked = [];
  mail = true;
  answer = () => new Response('{"state":"unconfirmed"}', { status: 202 });
  vi.stubGlobal('EventSource', class extends EventTarget { close(): void { /* nothing is open */ } });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const json = (status: number, body: unknown): Promise<Response> => Promise.resolve(new Response(JSON.stringify(body), { status }));
    if (url.endsWith('/followers')) {
      asked.push({ url, headers: new Headers(init.headers), body: JSON.parse(init.body as string) });
      return Promise.resolve(answer());
    }
    if (url.endsWith('/api/readers')) return json(201, { token: 'reader' });
    if (url.endsWith('/likes')) return json(200, { liked: [] });
    if (url.includes('/submissions/')) return json(200, { id: 'm', state: 'published', version: 1, text: 'mine', html: '<p>mine</p>' });
    return json(200, { open: true, count: 1, settings: mail ? { ...settings, mail } : settings, comments: [comment], next: null, cursor: 'x-1' });
  });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function shown(): Promise<{ element: RejoinderThread; find: (selector: string) => HTMLElement | null }> {
  const element: RejoinderThread = document.createElement('rejoinder-thread');
  Object.assign(element, { thread: 't', api: 'https://example.org/' });
  document.body.append(element);
  const find = (selector: string): HTMLElement | null => element.renderRoot.querySelector<HTMLElement>(selector);
  await vi.waitFor(() => { expect(find('[data-count]')).not.toBeNull(); });
  return { element, find };
}

async function send(find: (selector: string) => HTMLElement | null, place: string, email: string): Promise<void> {
  await vi.waitFor(() => { expect(find(`${place} [data-action="follow"]`)).not.toBeNull(); });
  if (!find(`${place} form`)) find(`${place} [data-action="follow"]`)?.click();
  await vi.waitFor(() => { expect(find(`${place} form`)).not.toBeNull(); });
  const input = find(`${place} input`) as HTMLInputElement;
  input.value = email;
  find(`${place} form`)?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
}

it('asks for the thread with the identity of the browser, and sends the reader to the mailbox', async () => {
  const { find } = await shown();
  await send(find, '.foot', ' ann@mail.example ');
  await vi.waitFor(() => { expect(find('.foot [data-asked]')?.textContent).toContain('look into your mailbox'); });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.url).toBe('https://example.org/api/threads/t/followers');
  expect(asked[0]?.headers.get('Rejoinder-Reader')).toBe('reader');
  expect(asked[0]?.body).toEqual({ email: 'ann@mail.example', language: 'en' });
  expect(JSON.stringify(localStorage)).not.toContain('ann@mail.example');
});

it("asks for the replies to one's own comment by its token", async () => {
  const { find } = await shown();
  await send(find, 'article', 'ann@mail.example');
  await vi.waitFor(() => { expect(find('article [data-asked]')).not.toBeNull(); });
  expect(asked[0]?.url).toBe('https://example.org/api/submissions/m/followers');
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer secret');
});

it('says at the field what is wrong, keeps what was typed, and sends again', async () => {
  answer = () => new Response(JSON.stringify({ type: '/problems/invalid-request', errors: [{ field: 'email', value: 'length 3', bound: 'name@host, at most 254 characters' }] }), { status: 422 });
  const { find } = await shown();
  await send(find, '.foot', 'ann');
  await vi.waitFor(() => { expect(find('.foot [data-failure]')?.textContent).toBe('This does not look like an e-mail address.'); });
  expect(find('.foot input')?.getAttribute('aria-invalid')).toBe('true');
  expect((find('.foot input') as HTMLInputElement).value).toBe('ann');
  answer = () => new Response('{"state":"unconfirmed"}', { status: 202 });
  await send(find, '.foot', 'ann@mail.example');
  await vi.waitFor(() => { expect(find('.foot [data-asked]')).not.toBeNull(); });
});

it('closes with Escape', async () => {
  const { find } = await shown();
  await vi.waitFor(() => { expect(find('.foot [data-action="follow"]')).not.toBeNull(); });
  find('.foot [data-action="follow"]')?.click();
  await vi.waitFor(() => { expect(find('.foot form')).not.toBeNull(); });
  find('.foot input')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await vi.waitFor(() => { expect(find('.foot form')).toBeNull(); });
});

it('is not offered where no e-mail is sent', async () => {
  mail = false;
  const { find } = await shown();
  expect(find('rejoinder-follow')).toBeNull();
});
