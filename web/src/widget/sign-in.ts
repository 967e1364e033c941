import { html, nothing, type TemplateResult } from 'lit';
import { send } from '../shared/http';
import type { Provider } from './api';
import './later';
import { messages } from './messages';
import type { Session } from './reader';
import type { Storage } from './storage';

export { claimable, Claims } from './claims';

/** A token of the site's server for one of the comment service. */
export async function exchange(base: string, site: string, token: string): Promise<Session> {
  const body = { site: site === '' ? null : site, token };
  return (await send<Session>(`${base}/api/readers/signed-in`, { method: 'POST', body })).data;
}

/** Signing in at a provider, and what this browser keeps of it: for one site of one installation. */
export class Providers {
  private readonly kept: string;
  private readonly left: string;
  private told: ((event: MessageEvent) => void) | null = null;

  constructor(
    private readonly base: string,
    private readonly site: string,
    private readonly storage: Storage,
  ) {
    this.kept = `signed-in:${site}`;
    this.left = `left:${site}`;
  }

  /** Who is signed in already, or comes back from a provider on this page; null for nobody. */
  restored(): Session | null {
    const [, mark, session] = /^#rejoinder-signed-in=([\w-]+)\.([\w-]+)$/.exec(location.hash) ?? [];
    if (mark !== undefined && session !== undefined && this.storage.read(this.left) === mark) {
      // Whoever has the address of the page has what stands in it.
      history.replaceState(history.state, '', location.pathname + location.search);
      this.storage.remove(this.left);
      return this.keep(decoded(session));
    }
    const kept = this.storage.read(this.kept) as Session | null;
    if (kept && Date.parse(kept.expiresAt) > Date.now()) return kept;
    this.storage.remove(this.kept);
    return null;
  }

  forget(): void {
    this.storage.remove(this.kept);
  }

  /** Opens the provider's window; where windows are blocked, leaves the page for it. `done` gets null where it failed. */
  open(provider: string, done: (session: Session | null) => void): void {
    const mark = random();
    const url = new URL(`${this.base}/sign-in/with/${encodeURIComponent(provider)}`, location.href);
    url.search = new URLSearchParams({ ...(this.site === '' ? {} : { site: this.site }), origin: location.origin, mark }).toString();
    const popup = window.open(url, '_blank', 'popup,width=520,height=680');
    if (!popup) {
      this.storage.write(this.left, mark);
      url.searchParams.set('back', location.href);
      location.assign(url);
      return;
    }
    this.stop();
    this.told = (event: MessageEvent<unknown>): void => {
      const says = event.data as { readonly rejoinder?: unknown; readonly session?: Session } | null;
      if (event.origin !== url.origin || event.source !== popup || says?.rejoinder !== mark) return;
      this.stop();
      done(says.session ? this.keep(says.session) : null);
    };
    addEventListener('message', this.told);
  }

  /** Waits for no window any more. */
  stop(): void {
    if (this.told) removeEventListener('message', this.told);
    this.told = null;
  }

  private keep({ token, name, expiresAt }: Session): Session {
    const session = { token, name, expiresAt };
    this.storage.write(this.kept, session);
    return session;
  }
}

const decoded = (text: string): Session =>
  JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)))) as Session;

/** 256 random bits in Base64url. */
const random = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replaceAll('+', '-').replaceAll('/', '_').replace('=', '');

export const signedInAs = (name: string, signOut: () => void): TemplateResult => html`
  <p class="hint" data-signed-in>
    <span>${messages.signedInAs(name)}</span>
    <button type="button" class="quiet" data-action="sign-out" @click=${signOut}>${messages.signOut}</button>
  </p>
`;

/** What who is not signed in is shown: the providers, and what went wrong. */
export const door = (providers: readonly Provider[], trouble: string, open: (id: string) => void): TemplateResult => html`
  ${providers.length === 0 ? nothing : html`<div class="actions" data-providers>
    ${providers.map(({ id, name }) => html`
      <button type="button" class="quiet" data-action="sign-in" data-provider=${id} @click=${() => { open(id); }}>${messages.signInWith(name)}</button>
    `)}
  </div>`}
  <p class="failure" role="alert" data-failure>${trouble === '' ? nothing : trouble}</p>
`;
