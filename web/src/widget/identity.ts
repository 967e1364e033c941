import { nothing, type TemplateResult } from 'lit';
import { Problem } from '../shared/problem';
import type { Provider } from './api';
import { messages } from './messages';
import type { Reader, Session } from './reader';
import type { Claims, Providers } from './sign-in';
import type { Storage } from './storage';

type Part = typeof import('./sign-in');

/** The element that readers sign in at. */
interface Element extends HTMLElement {
  readonly site: string;
  requestUpdate(): void;
}

/** What is told of it. */
export interface Host {
  /** The reader is another one now. */
  changed(): void;
  announce(text: string): void;
}

/** Who the reader is here, beside a guest. What it takes to sign in is only fetched where a page wants it. */
export class Identity {
  private part: Part | null = null;
  private providers: Providers | null = null;
  private claims: Claims | null = null;
  private claiming = false;
  /** How many comments can be claimed: counting them reads all that the browser keeps. */
  private left = 0;
  private choices: readonly Provider[] = [];
  private trouble = '';
  private token = '';
  private asked = 0;
  private readonly site: string;

  constructor(
    private readonly element: Element,
    private readonly base: string,
    private readonly reader: Reader,
    private readonly host: Host,
  ) {
    this.site = element.site;
    reader.over = () => {
      this.providers?.forget();
      this.become(null);
    };
  }

  /** As whom the reader writes; null for a guest. */
  get name(): string | null {
    return this.reader.session?.name ?? null;
  }

  /** Takes the token of the site's server, or that it has none any more. */
  async by(token: string): Promise<void> {
    if (token === this.token) return;
    this.token = token;
    this.trouble = '';
    const turn = ++this.asked;
    let session: Session | null = null;
    try {
      if (token !== '') session = await (await this.load()).exchange(this.base, this.site, token);
      else session = this.providers?.restored() ?? null;
    } catch (thrown) {
      Problem.of(thrown);
      if (turn === this.asked) this.trouble = messages.notSignedIn;
    }
    // Meanwhile the page may have said something else.
    if (turn === this.asked) this.become(session);
  }

  /** Takes the providers that the site offers. A token of its own server goes before. */
  async offer(choices: readonly Provider[], storage: Storage): Promise<void> {
    this.choices = choices;
    if (this.providers || choices.length === 0) return;
    const part = await this.load();
    this.providers ??= new part.Providers(this.base, this.site, storage);
    const session = this.token === '' && this.name === null ? this.providers.restored() : null;
    if (session) this.become(session);
    else this.element.requestUpdate();
  }

  /** In place of the fields for name and e-mail; null for a guest. */
  get who(): TemplateResult | null {
    return this.part && this.name !== null ? this.part.signedInAs(this.name, () => { this.signOut(); }) : null;
  }

  /** Above the form: where to sign in, and for who is, what can be claimed. */
  get door(): TemplateResult | typeof nothing {
    if (!this.part) return nothing;
    if (this.name === null || this.trouble !== '') return this.part.door(this.name === null ? this.choices : [], this.trouble, this.open);
    return this.left === 0 ? nothing : this.part.claimable(this.left, this.claiming, () => void this.claim());
  }

  /** What is written by who is signed in has nothing to be claimed. */
  wrote(id: string): void {
    if (this.name !== null) this.claims?.settle(id);
    this.count();
  }

  stop(): void {
    this.asked++;
    this.providers?.stop();
  }

  private readonly open = (provider: string): void => {
    this.trouble = '';
    this.providers?.open(provider, (session) => {
      this.trouble = session ? '' : messages.notSignedIn;
      this.become(session);
      if (session) this.host.announce(messages.signedInAs(session.name));
    });
  };

  private async load(): Promise<Part> {
    this.part ??= await import('./sign-in');
    this.claims ??= new this.part.Claims(this.base, this.site, this.reader);
    return this.part;
  }

  private async claim(): Promise<void> {
    if (this.claiming || !this.claims) return;
    this.claiming = true;
    this.element.requestUpdate();
    try {
      const all = await this.claims.claim();
      if (all) this.host.announce(messages.claimed);
      else this.trouble = messages.notClaimed;
    } catch (thrown) {
      Problem.of(thrown);
      this.trouble = messages.problems['sign-in-over'] ?? '';
    } finally {
      this.claiming = false;
      this.count();
    }
  }

  private signOut(): void {
    this.asked++;
    this.providers?.forget();
    this.become(null);
    this.host.announce(messages.signedOut);
    // The page may end its own sign-in, too.
    this.element.dispatchEvent(new Event('rejoinder-sign-out', { bubbles: true, composed: true }));
  }

  private become(session: Session | null): void {
    this.reader.session = session;
    this.host.changed();
    this.count();
  }

  private count(): void {
    this.left = this.name === null ? 0 : (this.claims?.open.length ?? 0);
    this.element.requestUpdate();
  }
}
