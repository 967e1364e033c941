import { Storage } from './storage';

/** How many are remembered; beyond that the oldest are forgotten. */
const REMEMBERED = 500;

const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Whose comments this reader does not want to see: kept in the browser, for all threads of an installation, and told to nobody. */
export class Mutes {
  private readonly storage: Storage;

  constructor(base: string) {
    this.storage = new Storage(`rejoinder:${base}:`);
  }

  has(name: string): boolean {
    return this.names.includes(keyOf(name));
  }

  /** Mutes a name, or hears it again. */
  set(name: string, muted: boolean): void {
    const others = this.names.filter((known) => known !== keyOf(name));
    this.storage.write('muted', (muted ? [...others, keyOf(name)] : others).slice(-REMEMBERED));
  }

  private get names(): readonly string[] {
    return (this.storage.read('muted') as readonly string[] | null) ?? [];
  }
}
