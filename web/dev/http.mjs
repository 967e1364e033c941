// What both pretended services need of HTTP: JSON, problem documents, event streams.

export class Refused extends Error {
  constructor(status, slug, more = {}) {
    super(slug);
    this.status = status;
    this.document = { type: `/problems/${slug}`, title: slug, status, ...more };
  }
}

export async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString() || '{}');
}

export function json(response, status, data, headers = {}) {
  response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', 'Cache-Control': 'no-store', ...headers });
  response.end(data === undefined ? '' : JSON.stringify(data));
}

/** Opens an event stream; gives the function that sends an event down it. */
export function stream(request, response, onClose) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': hello\n\n');
  const beat = setInterval(() => response.write(': beat\n\n'), 15_000);
  request.on('close', () => { clearInterval(beat); onClose(); });
  return (type, data, id) => response.write(`${id ? `id: ${id}\n` : ''}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}
