import { send } from '../shared/http';
import { Problem } from '../shared/problem';
import { Storage } from './storage';

type Headers = Readonly<Record<string, string>>;

/** Somebody who is signed in, for one site. */
export interface Session {
  readonly token: string;
  /** As it is vouched for. */
  readonly name: string;
  readonly expiresAt: string;
}

/**
 * This browser's identity at one installation: a signed id without account or cookie. It is taken when it is first
 * needed, and kept for all threads and pages of the site.
 */
export class Reader {
  /** What is kept for the installation, whatever the thread. */
  readonly storage: Storage;
  private minting: Promise<string> | null = null;
  /** Who is signed in on this page; null for a guest. */
  session: Session | null = null;
  /** Told when the server does not take the session any more. */
  over: () => void = () => undefined;

  constructor(private readonly base: string) {
    this.storage = new Storage(`rejoinder:${base}:`);
  }

  /** The token that is there; null as long as none was needed. */
  get token(): string | null {
    if (this.session) return this.session.token;
    const token = this.storage.read('reader');
    return typeof token === 'string' ? token : null;
  }

  /** Does what needs an identity; one that the server does not know any more is replaced, once. */
  async as<T>(act: (headers: Headers) => Promise<T>): Promise<T> {
    if (this.session) return this.signedIn(this.session, act);
    const token = this.token ?? (await this.mint());
    try {
      return await act({ 'Rejoinder-Reader': token });
    } catch (thrown) {
      if (Problem.of(thrown).slug !== 'reader-refused') throw thrown;
      if (this.token === token) this.storage.remove('reader');
      return act({ 'Rejoinder-Reader': this.token ?? (await this.mint()) });
    }
  }

  /** Does what goes without an identity, too: where none is to be had, nobody is kept from it. */
  async asGuest<T>(act: (headers: Headers) => Promise<T>): Promise<T> {
    try {
      if (this.token === null) await this.mint();
    } catch (thrown) {
      Problem.of(thrown);
      return act({});
    }
    return this.as(act);
  }

  /** Nobody who is signed in is made a guest in silence: what was asked for fails, and is asked for again by whoever they are then. */
  private async signedIn<T>(session: Session, act: (headers: Headers) => Promise<T>): Promise<T> {
    try {
      return await act({ 'Rejoinder-Reader': session.token });
    } catch (thrown) {
      if (['sign-in-over', 'reader-refused'].includes(Problem.of(thrown).slug) && this.session === session) {
        this.over();
      }
      throw thrown;
    }
  }

  /** One request for all who need it at once. */
  private mint(): Promise<string> {
    this.minting ??= send<{ readonly token: string }>(`${this.base}/api/readers`, { method: 'POST' })
      .then(({ data: { token } }) => {
        this.storage.write('reader', token);
        return token;
      })
      .finally(() => { this.minting = null; });
    return this.minting;
  }
}
