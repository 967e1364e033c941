import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Challenge } from '../shared/problem';

/** For so long at once the page waits for the search, milliseconds: less than a frame. */
const SLICE = 8;

/**
 * Lets the page go on, by a timer: others than this have their turn first. In a tab that is not looked at, timers come once a second, and nobody
 * would feel it.
 */
function turn(): Promise<void> {
  return new Promise((next) => {
    if (!document.hidden) {
      setTimeout(next, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      next();
    };
    port2.postMessage(null);
  });
}

/**
 * Finds the number whose digest, behind the salt, is the one asked for; gives the answer as it is sent. It works in
 * slices between which the page goes on: a worker would need a script of the page's own origin, and the browser's own
 * digests need TLS.
 */
export async function prove({ algorithm, challenge, maxnumber, salt, signature }: Challenge): Promise<string> {
  const wanted = challenge.toLowerCase();
  const began = performance.now();
  for (let number = 0, until = began + SLICE; number <= maxnumber; number++) {
    if (bytesToHex(sha256(utf8ToBytes(`${salt}${number}`))) === wanted) {
      const took = Math.round(performance.now() - began);
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature, took }));
    }
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + SLICE;
  }
  throw new Error('the challenge has no answer');
}
