// A pretended platform for working on the front end: `npm run dev`, then / is a page with the widget and /console/ the
// console. `--built` serves what was built, under the Content-Security-Policy that the services send.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createServer as createVite } from 'vite';
import comments from './comments.mjs';
import { json, Refused } from './http.mjs';
import moderation, { expireAll } from './moderation.mjs';
import { Platform } from './platform.mjs';
import { seed } from './seed.mjs';

const root = join(import.meta.dirname, '..');
const built = process.argv.includes('--built');
const port = Number(process.env.PORT ?? 5173);
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const TYPES = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

const platform = new Platform(0);
seed(platform);
platform.delay = 700;

/** Switches for trying what goes wrong: /dev/expire, /dev/refuse?times=2, /dev/pages?size=3, /dev/close, /dev/open. */
const switches = {
  expire: expireAll,
  refuse: (query) => { platform.refusing = Number(query.get('times') ?? 1); },
  pages: (query) => { platform.pageSize = Number(query.get('size')); },
  close: () => { platform.open = false; },
  open: () => { platform.open = true; },
};

const vite = built ? null : await createVite({ root, configFile: false, appType: 'custom', server: { middlewareMode: true, hmr: false } });

async function api(request, response, url) {
  const path = url.pathname.replace(/^\/console\/api\//, '/api/');
  for (const [method, pattern, handle] of [...comments, ...moderation]) {
    const match = method === request.method && pattern.exec(path);
    if (match) return handle(platform, request, response, url, match[1]);
  }
  throw new Refused(404, 'unknown-thread');
}

async function page(response, path) {
  const file = path === '/' ? 'dev/index.html' : path === '/console/' ? 'console/index.html' : null;
  const fromBuild = built && path !== '/' && path !== '/page.css';
  const source = fromBuild ? join('target/classes/io/rejoinder/web', path, path.endsWith('/') ? 'index.html' : '') : (file ?? join('dev', path));
  let body = await readFile(join(root, source)).catch(() => null);
  if (body === null) throw new Refused(404, 'not-found');
  if (path === '/' && !built) body = body.toString().replace('/widget/rejoinder.js', '/src/widget/rejoinder-thread.ts');
  response.writeHead(200, { 'Content-Type': TYPES[extname(source)] ?? 'text/plain', ...(built ? { 'Content-Security-Policy': POLICY } : {}) });
  response.end(body);
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const { pathname } = url;
  const handle = async () => {
    const change = switches[/^\/dev\/(\w+)$/.exec(pathname)?.[1] ?? ''];
    if (change) {
      change(url.searchParams);
      json(response, 204);
    } else if (pathname.includes('/api/')) {
      await api(request, response, url);
    } else if (vite && !['/', '/console/', '/page.css'].includes(pathname)) {
      vite.middlewares(request, response);
    } else {
      await page(response, pathname);
    }
  };
  handle().catch((error) => {
    if (!(error instanceof Refused)) throw error;
    json(response, error.status, error.document);
  });
});
server.listen(port, '127.0.0.1', () => { console.log(`http://127.0.0.1:${server.address().port}/ and /console/`); });
