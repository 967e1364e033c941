import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../src/widget/rejoinder-thread';
import { clockText } from '../src/widget/edit-window';
import { isEditable, leftToEdit } from '../src/widget/editable';
import { type OwnComment, UNKNOWN } from '../src/widget/own';
import type { RejoinderThread } from '../src/widget/rejoinder-thread';
import type { Branch } from '../src/widget/tree';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const settings = { depth: 3, editSeconds: 600, guests: true, sort: 'oldest', longest: 12 };
const own: OwnComment = { id: 'm', token: 's', parent: null, name: 'Me', createdAt: '', state: 'published', reason: null, text: 'mine', html: null, revision: 1, version: UNKNOWN };
const branch = (mine: OwnComment | null, replies: readonly Branch[] = []): Branch => ({ id: 'm', comment: null, own: mine, createdAt: '', depth: 0, answers: null, replies });
const reply = (status: 'published' | 'removed'): Branch => ({ ...branch(null), comment: { id: 'r', parent: 'm', version: 1, status, author: null, html: null, createdAt: '', revisedAt: null } });

let page: Record<string, unknown> = {};
let status = 200;
let asked: string[] = [];
let posted: Record<string, unknown>[] = [];

beforeEach(() => {
  localStorage.clear();
  [page, status, asked, posted] = [{ open: true, count: 0, settings, comments: [], next: null, cursor: 'x-1' }, 200, [], []];
  vi.stubGlobal('EventSource', class extends EventTarget { close(): void { /* nothing is open */ } });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(url);
    const answer = (code: number, body: unknown): Promise<Response> => Promise.resolve(new Response(JSON.stringify(body), { status: code }));
    if (url.includes('/stream')) return new Promise<Response>(() => undefined);
    if (url.endsWith('/api/readers')) return answer(201, { id: 'r', token: 'r.x' });
    if (init.method === 'POST') {
      posted.push(JSON.parse(init.body as string) as Record<string, unknown>);
      return answer(202, { id: 'm', state: 'checking', token: 's' });
    }
    if (init.method === 'PUT') return answer(403, { type: '/problems/edit-closed', errors: [{ field: 'replies', value: '1 or more', bound: 'none' }] });
    return answer(status, status === 200 ? page : { type: 'https://x.example/problems/origin-refused' });
  });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function shown(until: string): Promise<(selector: string) => HTMLElement> {
  const element: RejoinderThread = document.createElement('rejoinder-thread');
  Object.assign(element, { site: 'blog', thread: 'night', api: 'https://example.org/comments/' });
  document.body.append(element);
  const find = (selector: string): HTMLElement => element.renderRoot.querySelector<HTMLElement>(selector) ?? expect.fail(selector);
  await vi.waitFor(() => { find(until); });
  return find;
}

function write(find: (selector: string) => HTMLElement, form: string, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const input = find(`form[data-form="${form}"] [name="${name}"]`) as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  find(`form[data-form="${form}"]`).dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
}

it('asks for the thread of its site in the order that the site has set, and names its page with a post', async () => {
  document.title = 'A night';
  const find = await shown('[data-phase="empty"]');
  expect(asked[0]).toBe('https://example.org/comments/api/threads/blog--night/comments?sort=site&limit=50');
  write(find, 'new', { text: 'More than twelve', name: 'Me' });
  expect(posted).toEqual([]);
  write(find, 'new', { text: 'Short', name: 'Me' });
  await vi.waitFor(() => { expect(posted).toHaveLength(1); });
  expect(posted[0]?.['page']).toEqual({ address: location.href, title: 'A night' });
});

it('says so on a page that may not show the thread, and where guests cannot write', async () => {
  status = 403;
  const refused = await shown('[data-phase="refused"]');
  expect(refused('[data-phase="refused"]').textContent).toContain('not on the list');
  status = 200;
  page = { ...page, settings: { ...settings, guests: false } };
  document.body.replaceChildren();
  const closed = await shown('[data-phase="guests"]');
  expect(() => closed('form')).toThrow();
});

it('can be edited within the window and until somebody replies', () => {
  const mine = { ...own, editableUntil: '2026-11-23T10:04:31.5Z' };
  expect(clockText(leftToEdit(mine, NOW) ?? 0)).toBe('4:32');
  expect(isEditable(branch(mine), NOW)).toBe(true);
  expect(isEditable(branch(mine), NOW + 272_000)).toBe(false);
  expect(isEditable(branch(mine, [reply('removed')]), NOW)).toBe(true);
  expect(isEditable(branch(mine, [reply('published')]), NOW)).toBe(false);
  expect([isEditable(branch({ ...own, editableUntil: null }), NOW), isEditable(branch(own), NOW), isEditable(branch(null), NOW)]).toEqual([false, true, false]);
});

it('counts down beside the button, tells the last minute, and keeps the text when the time is over', async () => {
  page = { ...page, settings: { ...settings, editSeconds: 62 } };
  const find = await shown('form');
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  write(find, 'new', { text: 'Mine', name: 'Me' });
  await vi.waitFor(() => { find('[data-left]'); });
  expect(find('[data-action="edit"]').textContent).toMatch(/Edit\s+\(1:0[12]\)/);
  find('[data-action="edit"]').click();
  await vi.waitFor(() => { find('form[data-form="edit"]'); });
  write(find, 'edit', { text: 'Better' });
  await vi.waitFor(() => { expect(find('form[data-form="edit"] [data-failure]').textContent).toContain('somebody has replied'); });
  vi.advanceTimersByTime(3_000);
  await vi.waitFor(() => { expect(find('[data-announcement]').textContent).toContain('One minute left'); });
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => { expect(find('form[data-form="edit"] .primary').getAttribute('aria-disabled')).toBe('true'); });
  expect((find('form[data-form="edit"] textarea') as HTMLTextAreaElement).value).toBe('Better');
  expect(() => find('[data-action="edit"]')).toThrow();
  find('[data-action="withdraw"]');
});
