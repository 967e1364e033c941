import { nothing, type TemplateResult } from 'lit';
import { Problem } from '../shared/problem';
import { messages } from './messages';
import type { Reader, Session } from './reader';

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
  private trouble = '';
  private token = '';
  private asked = 0;

  constructor(
    private readonly element: Element,
    private readonly base: string,
    private readonly reader: Reader,
    private readonly host: Host,
  ) {
    reader.over = () => { this.become(null); };
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
      if (token !== '') {
        this.part ??= await import('./sign-in');
        session = await this.part.exchange(this.base, this.element.site, token);
      }
    } catch (thrown) {
      Problem.of(thrown);
      if (turn === this.asked) this.trouble = messages.notSignedIn;
    }
    // Meanwhile the page may have said something else.
    if (turn !== this.asked) return;
    this.become(session);
  }

  /** In place of the fields for name and e-mail; null for a guest. */
  get who(): TemplateResult | null {
    return this.part && this.name !== null ? this.part.signedInAs(this.name, () => { this.signOut(); }) : null;
  }

  /** Above the form, for who is not signed in. */
  get door(): TemplateResult | typeof nothing {
    return this.part && this.name === null && this.trouble !== '' ? this.part.failed(this.trouble) : nothing;
  }

  private signOut(): void {
    this.asked++;
    this.become(null);
    this.host.announce(messages.signedOut);
    // The page may end its own sign-in, too.
    this.element.dispatchEvent(new Event('rejoinder-sign-out', { bubbles: true, composed: true }));
  }

  private become(session: Session | null): void {
    this.reader.session = session;
    this.host.changed();
    this.element.requestUpdate();
  }
}
