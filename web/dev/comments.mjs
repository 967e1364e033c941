// The pretended comment service.
import { bodyOf, json, Refused, stream } from './http.mjs';

const MOST = { text: 5000, 'author.name': 80 };

function check({ text, author }) {
  const fields = { text: [...text].length, ...(author ? { 'author.name': [...author.name].length } : {}) };
  const errors = Object.entries(fields)
    .filter(([field, length]) => length < 1 || length > MOST[field])
    .map(([field, length]) => ({ field, value: `length ${length}`, bound: `1..${MOST[field]}` }));
  if (errors.length > 0) throw new Refused(422, 'invalid-comment', { errors });
}

function mine(platform, id, request) {
  const comment = platform.comments.get(id);
  if (!request.headers.authorization) throw new Refused(401, 'token-required');
  if (request.headers.authorization !== `Bearer ${comment?.token}`) throw new Refused(403, 'token-refused');
  return comment;
}

function liking(platform, request, id, liked) {
  const reader = readerOf(request);
  const comment = platform.comments.get(id);
  if (!comment?.shown) throw new Refused(404, 'unknown-comment');
  platform.like(comment, reader, liked);
}

function readerOf(request) {
  const reader = request.headers['rejoinder-reader'];
  if (!reader) throw new Refused(401, 'reader-required');
  return reader;
}

const routes = [
  ['POST', /^\/api\/readers$/, (platform, request, response) => {
    json(response, 201, { id: 'dev', token: `dev.${Math.random()}` });
  }],
  ['PUT', /^\/api\/comments\/([^/]+)\/like$/, (platform, request, response, url, id) => {
    liking(platform, request, id, true);
    json(response, 202, { comment: id, liked: true });
  }],
  ['DELETE', /^\/api\/comments\/([^/]+)\/like$/, (platform, request, response, url, id) => {
    liking(platform, request, id, false);
    json(response, 202, { comment: id, liked: false });
  }],
  ['POST', /^\/api\/(?:threads\/demo|submissions\/[^/]+)\/followers$/, async (platform, request, response) => {
    const { email } = await bodyOf(request);
    const errors = [{ field: 'email', value: `length ${email.length}`, bound: 'name@host, at most 254 characters' }];
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) throw new Refused(422, 'invalid-request', { errors });
    json(response, 202, { state: 'unconfirmed' });
  }],
  ['GET', /^\/api\/threads\/demo\/likes$/, (platform, request, response) => {
    const reader = readerOf(request);
    json(response, 200, { liked: [...platform.comments.values()].filter(({ likers }) => likers?.has(reader)).map(({ id }) => id) });
  }],
  ['GET', /^\/api\/threads\/demo\/comments$/, (platform, request, response, url) => {
    const { searchParams: query } = url;
    json(response, 200, platform.page(query.get('sort'), query.get('after'), Math.min(Number(query.get('limit') ?? 50), platform.pageSize ?? 200)));
  }],
  ['POST', /^\/api\/threads\/demo\/comments$/, async (platform, request, response) => {
    const body = await bodyOf(request);
    if (!platform.open) throw new Refused(409, 'closed-thread');
    if (platform.refusing > 0 && platform.refusing--) throw new Refused(503, 'not-confirmed');
    check(body);
    const { id, token } = platform.submit(body, request.headers['idempotency-key']);
    json(response, 202, { id, state: 'checking', token }, { Location: `/api/submissions/${id}` });
  }],
  ['GET', /^\/api\/threads\/demo\/stream$/, (platform, request, response, url) => {
    const last = request.headers['last-event-id'] ?? url.searchParams.get('after') ?? '';
    const send = stream(request, response, () => platform.off('event', onEvent));
    const onEvent = ({ type, data, id }) => send(type, data, id);
    platform.log.slice(Number(last.split('-')[1] ?? 0)).forEach(onEvent);
    platform.on('event', onEvent);
  }],
  ['GET', /^\/api\/submissions\/([^/]+)\/stream$/, (platform, request, response, url, id) => {
    const comment = mine(platform, id, request);
    const send = stream(request, response, () => platform.off('moved', onMoved));
    const onMoved = (moved) => { if (moved === comment) send('submission', platform.submissionView(comment)); };
    onMoved(comment);
    platform.on('moved', onMoved);
  }],
  ['GET', /^\/api\/submissions\/([^/]+)$/, (platform, request, response, url, id) => {
    json(response, 200, platform.submissionView(mine(platform, id, request)));
  }],
  ['PUT', /^\/api\/submissions\/([^/]+)$/, async (platform, request, response, url, id) => {
    const comment = mine(platform, id, request);
    const body = await bodyOf(request);
    check({ text: body.text });
    if (body.revision !== comment.revision) throw new Refused(409, 'outdated');
    platform.edit(comment, body.text);
    json(response, 200, platform.submissionView(comment));
  }],
  ['DELETE', /^\/api\/submissions\/([^/]+)$/, (platform, request, response, url, id) => {
    const comment = mine(platform, id, request);
    platform.withdraw(comment);
    json(response, 200, platform.submissionView(comment));
  }],
];

export default routes;
