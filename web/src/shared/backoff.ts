/** The shortest and the longest wait between two tries, milliseconds. */
const FIRST = 1_000;
const LONGEST = 30_000;

/** How long to wait before try number `n` (from 0): doubling, with up to half taken off so that readers spread out. */
export function backoff(n: number, random: () => number = Math.random): number {
  return Math.min(FIRST * 2 ** n, LONGEST) * (1 - random() / 2);
}
