import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../src/widget/rejoinder-thread';
import type { RejoinderThread } from '../src/widget/rejoinder-thread';

const comment = { id: 'a', parent: null, version: 1, status: 'published', author: { name: 'Ann' }, html: '<p>first</p>', createdAt: '2026-01-01T00:00:00Z', revisedAt: null };
const page = { thread: 't', open: true, count: 1, comments: [{ ...comment, replies: [] }], next: null, cursor: 'x-1' };

type Handler = (url: string, init: RequestInit) => Response | Promise<Response>;
let posted: Headers[] = [];
let bodies: { form?: unknown }[] = [];
let onPost: Handler;

class FakeSource extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readonly readyState = 1;
  close = vi.fn();

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }
}

const source = (): FakeSource => FakeSource.opened.at(-1) ?? expect.fail('no stream');

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'Form-Token': 'shown.then' } });

beforeEach(() => {
  localStorage.clear();
  posted = [];
  bodies = [];
  onPost = () => json(202, { id: 'm', state: 'checking', token: 'secret' });
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (url.endsWith('/api/readers')) return Promise.resolve(json(201, { token: 'reader' }));
    if (init.method === 'POST') {
      posted.push(new Headers(init.headers));
      bodies.push(JSON.parse(init.body as string) as { form?: unknown });
      return Promise.resolve(onPost(url, init));
    }
    if (url.includes('/stream')) return new Promise<Response>(() => undefined);
    return Promise.resolve(url.includes('/submissions/') ? json(200, { id: 'm', state: 'held', version: 1, text: 'mine', html: '<p>mine</p>' }) : json(200, page));
  });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function opened(): Promise<{ element: RejoinderThread; find: (selector: string) => HTMLElement | null }> {
  const element = document.createElement('rejoinder-thread');
  element.thread = 't';
  element.api = 'https://comments.example/';
  document.body.append(element);
  const find = (selector: string): HTMLElement | null => element.renderRoot.querySelector<HTMLElement>(selector);
  await vi.waitFor(() => { expect(find('[data-count]')).not.toBeNull(); });
  return { element, find };
}

function fill(find: (selector: string) => HTMLElement | null, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const input = find(`form[data-form="new"] [name="${name}"]`) as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  find('form[data-form="new"]')?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
}

const states = (element: RejoinderThread): string[] =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('article')].map(({ dataset }) => `${dataset['comment'] ?? ''} ${dataset['state'] ?? ''}`);

describe('<rejoinder-thread>', () => {
  it('shows the thread and follows it from the position of what it read', async () => {
    const { element, find } = await opened();
    expect(find('h2')?.textContent).toBe('One response');
    expect(states(element)).toEqual(['a published']);
    expect(source().url).toBe('https://comments.example/api/threads/t/stream?after=x-1');
  });

  it('begins with what the server put into it, and goes on from there without asking', async () => {
    const asked = vi.fn(() => Promise.reject(new Error('asked')));
    vi.stubGlobal('fetch', asked);
    const element = document.createElement('rejoinder-thread');
    element.thread = 't';
    element.api = 'https://comments.example/';
    element.setAttribute('form-token', 'shown.then');
    element.innerHTML = '<div class="rj"><li id="comment-a"><article>first</article></li></div>';
    const script = document.createElement('script');
    script.type = 'application/json';
    script.dataset['threadPage'] = '';
    script.dataset['sort'] = 'newest';
    script.textContent = JSON.stringify(page).replaceAll('<', '\\u003c');
    element.firstElementChild?.append(script);
    document.body.append(element);
    await vi.waitFor(() => { expect(states(element)).toEqual(['a published']); });
    expect(element.childElementCount).toBe(0);
    expect(asked).not.toHaveBeenCalled();
    expect(source().url).toBe('https://comments.example/api/threads/t/stream?after=x-1');
    expect(element.renderRoot.querySelector<HTMLAnchorElement>('[data-feed]')?.href).toBe('https://comments.example/threads/t/feed');
  });

  it('shows what the server put into it as long as it has nothing better', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('away')));
    const element = document.createElement('rejoinder-thread');
    element.thread = 't';
    element.append(document.createElement('p'));
    document.body.append(element);
    await vi.waitFor(() => { expect(element.renderRoot.querySelector('[data-phase="failed"]')).not.toBeNull(); });
    expect(element.renderRoot.querySelector('slot')?.assignedElements()).toHaveLength(1);
    expect(element.childElementCount).toBe(1);
  });

  it('says what is responded to where the page says it', async () => {
    const { element, find } = await opened();
    element.subject = 'A film';
    await element.updateComplete;
    expect(find('h2')?.textContent).toBe('One response to “A film”');
  });

  it('counts a live comment, announces it, and puts it in its place when asked to', async () => {
    const { element, find } = await opened();
    const data = JSON.stringify({ ...comment, id: 'b', author: { name: 'Ben' }, createdAt: '2026-01-02T00:00:00Z' });
    source().dispatchEvent(new MessageEvent('published', { data, lastEventId: 'x-2' }));
    await element.updateComplete;
    expect(states(element)).toEqual(['a published']);
    expect(find('h2')?.textContent).toBe('2 responses');
    const button = find('button[data-action="new"]');
    expect(button?.textContent).toBe('1 new response');
    button?.click();
    await element.updateComplete;
    expect(states(element)).toEqual(['b published', 'a published']);
    expect(find('button[data-action="new"]')).toBeNull();
    await vi.waitFor(() => { expect(find('[data-announcement]')?.textContent).toBe('New response by Ben.'); }, 2_000);
  });

  it("shows the reader's own at once, once when it is published, and after a reload", async () => {
    const first = await opened();
    fill(first.find, { text: 'mine', name: 'Me' });
    await vi.waitFor(() => { expect(states(first.element)).toEqual(['m checking', 'a published']); });
    expect((first.find('[name="text"]') as HTMLTextAreaElement).value).toBe('');
    source().dispatchEvent(new MessageEvent('published', { data: JSON.stringify({ ...comment, id: 'm', createdAt: '2026-01-03T00:00:00Z' }), lastEventId: 'x-2' }));
    await first.element.updateComplete;
    expect(states(first.element)).toHaveLength(2);
    first.element.remove();
    const second = await opened();
    await vi.waitFor(() => { expect(states(second.element)).toEqual(['m held', 'a published']); });
  });

  it('posts when its form was shown, and a field that no person and no screen reader sees', async () => {
    const { find } = await opened();
    const trap = find('[name="website"]') as HTMLInputElement;
    expect(trap.tabIndex).toBe(-1);
    expect(trap.closest('[aria-hidden="true"].unseen')).not.toBeNull();
    fill(find, { text: 'mine', name: 'Me' });
    await vi.waitFor(() => { expect(bodies).toEqual([expect.objectContaining({ form: { token: 'shown.then' } })]); });
    await vi.waitFor(() => { expect((find('[name="text"]') as HTMLTextAreaElement).value).toBe(''); });
    fill(find, { text: 'mine', name: 'Me', website: 'https://spam.example' });
    await vi.waitFor(() => { expect(bodies[1]?.form).toEqual({ token: 'shown.then', website: 'https://spam.example' }); });
  });

  it('puts refusals beside their fields, and sends again under the same key', async () => {
    const { find } = await opened();
    onPost = () => json(422, { type: '/problems/invalid-comment', errors: [{ field: 'author.name', value: 'length 81', bound: '1..80' }] });
    fill(find, { text: 'mine', name: 'Me' });
    await vi.waitFor(() => { expect(find('[data-error="name"]')?.textContent).toContain('81'); });
    expect(find('[name="name"]')?.getAttribute('aria-invalid')).toBe('true');
    onPost = () => json(429, { type: '/problems/too-many-requests' });
    fill(find, {});
    await vi.waitFor(() => { expect(find('[data-failure]')?.textContent).toContain('a lot at once'); });
    expect((find('[name="text"]') as HTMLTextAreaElement).value).toBe('mine');
    expect(new Set(posted.map((headers) => headers.get('Idempotency-Key'))).size).toBe(1);
  });

  it('keeps what nobody has taken, and sends it under the same key when the server is back', async () => {
    const { find } = await opened();
    onPost = () => json(503, { type: '/problems/not-confirmed' });
    fill(find, { text: 'mine', name: 'Me' });
    await vi.waitFor(() => { expect(find('[data-state="unsent"]')?.textContent).toContain('Not sent yet'); });
    expect((find('[name="text"]') as HTMLTextAreaElement).value).toBe('');
    expect(localStorage.getItem('rejoinder:https://comments.example:t:unsent')).toContain('mine');
    onPost = () => json(202, { id: 'm', state: 'checking', token: 'secret' });
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => { expect(find('[data-state="unsent"]')).toBeNull(); });
    expect(find('[data-comment="m"]')?.textContent).toContain('mine');
    expect(localStorage.getItem('rejoinder:https://comments.example:t:unsent')).toBeNull();
    expect(new Set(posted.map((headers) => headers.get('Idempotency-Key'))).size).toBe(1);
  });

  it('says what the server has against a text that it was sent later, and gives the text back', async () => {
    const { find } = await opened();
    onPost = () => Promise.reject(new Error('no network'));
    fill(find, { text: 'mine', name: 'Me' });
    await vi.waitFor(() => { expect(find('[data-state="unsent"]')).not.toBeNull(); });
    onPost = () => json(409, { type: '/problems/closed-thread' });
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => { expect(find('[data-standing]')?.textContent).toContain('Responses have been closed'); });
    find('[data-action="take-back"]')?.click();
    await vi.waitFor(() => { expect(find('[data-state="unsent"]')).toBeNull(); });
    expect((find('[name="text"]') as HTMLTextAreaElement).value).toBe('mine');
  });

  it('covers the comments of somebody who is muted, until they are heard again', async () => {
    const { find } = await opened();
    find('[data-action="menu"]')?.click();
    await vi.waitFor(() => { find('[data-action="mute"]')?.click(); expect(find('[data-muted]')).not.toBeNull(); });
    expect(find('[data-comment="a"]')?.textContent).not.toContain('first');
    find('[data-action="peek"]')?.click();
    await vi.waitFor(() => { expect(find('[data-comment="a"]')?.textContent).toContain('first'); });
    find('[data-action="menu"]')?.click();
    await vi.waitFor(() => { find('[data-action="unmute"]')?.click(); expect(localStorage.getItem('rejoinder:https://comments.example:muted')).toBe('[]'); });
  });

  it('shows a text as the server would publish it, until it is changed', async () => {
    const { find } = await opened();
    onPost = (url) => json(200, { html: url.endsWith('/api/preview') ? '<p>as <em>shown</em></p>' : '' });
    const text = find('[name="text"]') as HTMLTextAreaElement;
    text.value = 'as *shown*';
    text.dispatchEvent(new Event('input', { bubbles: true }));
    find('[data-action="preview"]')?.click();
    await vi.waitFor(() => { expect(find('[data-preview] em')?.textContent).toBe('shown'); });
    text.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => { expect(find('[data-preview]')).toBeNull(); });
  });

  it('does the work that a flooded site asks for, and sends the same again', async () => {
    const { find } = await opened();
    const salt = 'ab?expires=1800000000&thread=t&';
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}42`)));
    const challenge = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const taken = json(202, { id: 'm', state: 'checking', token: 'secret' });
    onPost = (_url, init) => new Headers(init.headers).has('Rejoinder-Challenge') ? taken : json(428, { type: '/problems/challenge-required', challenge: { algorithm: 'SHA-256', challenge, maxnumber: 100, salt, signature: 's' } });
    fill(find, { text: 'mine', name: 'Me' });
    await vi.waitFor(() => { expect(find('[data-comment="m"]')).not.toBeNull(); });
    expect(posted).toHaveLength(2);
    expect(JSON.parse(atob(posted[1]?.get('Rejoinder-Challenge') ?? ''))).toMatchObject({ number: 42 });
    expect(new Set(posted.map((headers) => headers.get('Idempotency-Key'))).size).toBe(1);
    onPost = () => json(428, { type: '/problems/challenge-required', challenge: { challenge: '00', maxnumber: 10, salt: 'ab' } });
    fill(find, { text: 'mine', name: 'Me' });
    await vi.waitFor(() => { expect(find('[data-failure]')?.textContent).toContain('Too many comments come at once'); });
  });
});
