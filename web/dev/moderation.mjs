// The pretended moderation service: any name signs in with the password "password"; "new" must change it first.
import { randomUUID } from 'node:crypto';
import { bodyOf, json, Refused, stream } from './http.mjs';

const sessions = new Map();
const CSRF = { header: 'X-CSRF-TOKEN', token: 'dev' };

const cookieOf = (request) => /rejoinder_console=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';

function signedIn(request) {
  const session = sessions.get(cookieOf(request));
  if (!session) throw new Refused(401, 'sign-in-required', { csrf: CSRF });
  return session;
}

const secured = (request) => {
  if (request.headers['x-csrf-token'] !== CSRF.token) throw new Refused(403, 'csrf');
  return request;
};

const view = ({ name, mustChangePassword }) => ({ account: { name, role: 'moderator' }, csrf: CSRF, mustChangePassword });

function current(platform, id, { basedOn }) {
  const comment = platform.comments.get(id);
  if (comment.version === basedOn) return comment;
  const { decision } = comment;
  const happened = { outcome: comment.status, by: decision?.by.name ?? 'screening', at: decision?.at ?? comment.createdAt, revision: comment.revision };
  throw new Refused(409, 'already-decided', { happened, item: platform.itemView(comment) });
}

const lists = (state, words) => ({ status, text }) => (state === 'all' || status === state) && text.toLowerCase().includes(words.toLowerCase());

const routes = [
  ['GET', /^\/api\/session$/, (platform, request, response) => { json(response, 200, view(signedIn(request))); }],
  ['POST', /^\/api\/session$/, async (platform, request, response) => {
    const { name, password } = await bodyOf(secured(request));
    if (password !== 'password') throw new Refused(401, 'wrong-credentials', { csrf: CSRF });
    const id = randomUUID();
    sessions.set(id, { name, mustChangePassword: name === 'new' });
    json(response, 200, view(sessions.get(id)), { 'Set-Cookie': `rejoinder_console=${id}; Path=/; HttpOnly; SameSite=Strict` });
  }],
  ['DELETE', /^\/api\/session$/, (platform, request, response) => {
    sessions.delete(cookieOf(secured(request)));
    json(response, 204);
  }],
  ['POST', /^\/api\/session\/password$/, async (platform, request, response) => {
    const session = signedIn(secured(request));
    const { current: old } = await bodyOf(request);
    if (old !== 'password') throw new Refused(422, 'wrong-credentials');
    session.mustChangePassword = false;
    json(response, 204);
  }],
  ['GET', /^\/api\/queue$/, (platform, request, response, url) => {
    signedIn(request);
    const [state, sort] = ['state', 'sort'].map((name) => url.searchParams.get(name));
    const all = [...platform.comments.values()].filter(lists(state, url.searchParams.get('q') ?? '')).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    if (sort === 'newest') all.reverse();
    const from = Number(url.searchParams.get('after') ?? 0);
    const to = from + Number(url.searchParams.get('limit') ?? 50);
    json(response, 200, { count: all.length, items: all.slice(from, to).map((one) => platform.itemView(one)), next: to < all.length ? String(to) : null, cursor: '0' });
  }],
  ['GET', /^\/api\/queue\/sizes$/, (platform, request, response) => {
    signedIn(request);
    const size = (state) => {
      const all = [...platform.comments.values()].filter(lists(state, '')).map(({ createdAt }) => createdAt).sort();
      return [state, { count: all.length, oldest: all[0] ?? null }];
    };
    json(response, 200, Object.fromEntries(['held', 'reported', 'sampled', 'approved', 'rejected'].map(size)));
  }],
  ['POST', /^\/api\/comments\/([^/]+)\/claim$/, (platform, request, response) => {
    const { name } = signedIn(secured(request));
    json(response, 200, { name, mine: true, until: new Date(Date.now() + 60_000).toISOString() });
  }],
  ['DELETE', /^\/api\/comments\/([^/]+)\/claim$/, (platform, request, response) => {
    signedIn(secured(request));
    json(response, 204);
  }],
  ['GET', /^\/api\/queue\/stream$/, (platform, request, response) => {
    signedIn(request);
    const onMoved = (comment) => { if (comment.status !== 'approved' || comment.decision?.by.kind === 'moderator') send('item', platform.itemView(comment)); };
    const send = stream(request, response, () => platform.off('moved', onMoved));
    platform.on('moved', onMoved);
  }],
  ['POST', /^\/api\/comments\/([^/]+)\/decisions$/, async (platform, request, response, url, id) => {
    const { name } = signedIn(secured(request));
    const body = await bodyOf(request);
    const comment = current(platform, id, body);
    platform.decide(comment, body.verdict, body.reason, name);
    json(response, 200, platform.itemView(comment));
  }],
  ['POST', /^\/api\/comments\/([^/]+)\/undo$/, async (platform, request, response, url, id) => {
    signedIn(secured(request));
    const comment = current(platform, id, await bodyOf(request));
    platform.undo(comment);
    json(response, 200, platform.itemView(comment));
  }],
];

/** Ends all sessions, as a restart of the service would. */
export const expireAll = () => { sessions.clear(); };

export default routes;
