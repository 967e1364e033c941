// Weighs what a page loads for the widget at first: the entry and what it imports at once, as gzip sends it. Languages and the like come later.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes; a page that embeds a thread should not feel it. */
const MOST = 30 * 1024;

/** A file and all that it imports statically. */
function firstLoad(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.\/[^"']+)["']/g)) firstLoad(join(dirname(file), path), seen);
  return seen;
}

export function weigh(entry) {
  const bytes = [...firstLoad(entry)].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 6 }).length, 0);
  console.log(`The widget's first load: ${bytes} bytes, gzipped (at most ${MOST}).`);
  if (bytes > MOST) throw new Error(`The widget's first load is ${bytes - MOST} bytes too heavy.`);
}
