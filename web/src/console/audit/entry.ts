/** One thing that was done, in a chain by hashes. */
export interface Entry {
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
  readonly comment?: string | null;
  readonly revision?: number | null;
  readonly decision?: number | null;
  readonly outcome?: string | null;
  readonly by?: { readonly kind: string; readonly account?: string | null; readonly name?: string | null } | null;
  readonly reason?: string | null;
  readonly undoes?: number | null;
  readonly at: string;
  readonly kind?: string | null;
  readonly subject?: string | null;
  readonly codes?: Readonly<Record<string, string>> | null;
}

type Part = string | number | null | undefined;

const measured = (part: Part): string => (part === null || part === undefined ? '-' : `${String(part).length}:${String(part)}`);

/** What an entry's hash is made of, as docs/audit.md has it. */
function text({ previous, number, kind, subject, comment, revision, decision, outcome, by, reason, undoes, at, codes }: Entry): string {
  if (!kind) return [previous, number, comment, revision, decision, outcome, by?.account, reason, undoes, at].map((part) => part ?? '').join('|');
  // By code unit, as the service sorts them.
  const named = Object.entries(codes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).flat();
  const parts: Part[] = [previous, number, kind, subject, comment, revision, decision, outcome, by?.kind, by?.account, by?.name, reason, undoes, at, ...named];
  return `rejoinder-audit-2\n${parts.map(measured).join('')}`;
}

async function digest(entry: Entry): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text(entry)));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The number of the first entry that does not say what its hash was made of, or does not follow the one before; null where all do.
 * The entries in order.
 */
export async function firstBroken(entries: readonly Entry[]): Promise<number | null> {
  let before: Entry | undefined;
  for (const entry of entries) {
    const follows = before === undefined || (entry.number === before.number + 1 && entry.previous === before.hash);
    if (!follows || (await digest(entry)) !== entry.hash) return entry.number;
    before = entry;
  }
  return null;
}
