import { afterEach, describe, expect, it, vi } from 'vitest';
import { Session } from '../src/console/session';

interface Sent { readonly method: string; readonly url: string; readonly token: string | null }

const csrf = (token: string): { header: string; token: string } => ({ header: 'X-CSRF-TOKEN', token });
const signedIn = (token: string): unknown => ({ account: { name: 'ada', role: 'moderator' }, csrf: csrf(token), mustChangePassword: false });
const refusal = (token: string): unknown => ({ type: '/problems/sign-in-required', csrf: csrf(token) });

/** Answers requests in turn, and keeps what was sent. */
function server(...answers: [status: number, body: unknown][]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (url: string, { method = 'GET', headers }: RequestInit) => {
    sent.push({ method, url, token: new Headers(headers).get('X-CSRF-TOKEN') });
    const [status, body] = answers.shift() ?? [500, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return sent;
}

afterEach(() => { vi.unstubAllGlobals(); });

describe('Session', () => {
  it('signs in with the token that the refusal carries', async () => {
    const sent = server([401, refusal('one')], [200, signedIn('two')], [200, []]);
    const session = new Session(() => undefined);
    await session.open();
    expect(session.state).toBe('signed-out');
    await session.signIn('ada', 'password');
    await session.request('api/x', { method: 'POST', body: {} });
    expect([session.state, session.name]).toEqual(['signed-in', 'ada']);
    expect(sent.map(({ token }) => token)).toEqual([null, 'one', 'two']);
  });

  it('holds a request of an expired session until its moderator is back, then sends it once more', async () => {
    const sent = server([200, signedIn('one')], [401, {}], [401, refusal('two')], [200, signedIn('three')], [200, 'kept']);
    const session = new Session(() => undefined);
    await session.open();
    const answer = session.request('api/x', { method: 'POST', body: {} });
    await vi.waitFor(() => { expect(sent).toHaveLength(3); });
    expect(session.state).toBe('expired');
    await session.signIn('ada', 'password');
    expect((await answer).data).toBe('kept');
    expect(sent.map(({ method, token }) => `${method} ${token ?? '-'}`)).toEqual(['GET -', 'POST one', 'GET -', 'POST two', 'POST three']);
  });

  it('takes the present token when another tab has renewed it', async () => {
    const sent = server([200, signedIn('one')], [403, {}], [200, signedIn('two')], [200, 'done']);
    const session = new Session(() => undefined);
    await session.open();
    await session.request('api/x', { method: 'POST' });
    expect(sent.map(({ token }) => token)).toEqual([null, 'one', null, 'two']);
  });

  it('does not ask to sign in where the server is not there', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    const session = new Session(() => undefined);
    await session.open();
    expect(session.state).toBe('unreachable');
  });
});
