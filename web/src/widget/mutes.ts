import { Storage } from './storage';

/** How many are remembered; beyond that the oldest are forgotten. */
const REMEMBERED = 500;

const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Whose comments this reader does not want to see: kept in the browser, for all threads of an installation, and told to nobody. */
export class Mutes {
  private readonly storage: Storage;
  /** Read once: it is asked for with every comment. */
  private known: ReadonlySet<string> | null = null;

  constructor(base: string) {
    this.storage = new Storage(`rejoinder:${base}:`);
  }

  has(name: string): boolean {
    return this.names.size > 0 && this.names.has(keyOf(name));
  }

  /** Mutes a name, or hears it again. */
  set(name: string, muted: boolean): void {
    const names = new Set(this.names);
    names.delete(keyOf(name));
    if (muted) names.add(keyOf(name));
    this.known = new Set([...names].slice(-REMEMBERED));
    this.storage.write('muted', [...this.known]);
  }

  private get names(): ReadonlySet<string> {
    this.known ??= new Set((this.storage.read('muted') as readonly string[] | null) ?? []);
    return this.known;
  }
}
