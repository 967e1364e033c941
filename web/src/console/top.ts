import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from './desk';
import { choose, LANGUAGES, messages } from './messages';
import { addressOf, PAGES } from './pages';
import type { Session } from './session';

export interface TopActions {
  readonly help: () => void;
  /** Null for those who may not. */
  readonly accounts: (() => void) | null;
  readonly go: (page: string) => void;
}

/** What stands above every page: the way to the others, whether news come in, and who is signed in. */
export function top(session: Session, desk: Desk, page: string, { help, accounts, go }: TopActions): TemplateResult {
  return html`
    <header class="top">
      <h1 class="product"><strong>${messages.product}</strong> <span>${messages.place}</span></h1>
      <p class="connection" role="status" data-connection=${desk.connected ? 'live' : 'lost'}>
        ${desk.connected ? messages.connected : messages.disconnected}
      </p>
      ${navigation(session, page, go)}
      <span class="account">
        ${languages()}
        <bdi data-account>${session.name}</bdi>
        ${accounts === null ? nothing : html`<button type="button" class="quiet" data-action="accounts" @click=${accounts}>${messages.accounts}</button>`}
        <button type="button" class="quiet" data-action="help" @click=${help}>${messages.help} <kbd>?</kbd></button>
        <button type="button" class="quiet" data-action="sign-out" @click=${() => void session.signOut()}>${messages.signOut}</button>
      </span>
    </header>
  `;
}

function navigation(session: Session, page: string, go: (page: string) => void): TemplateResult | typeof nothing {
  const open = PAGES.filter(({ may }) => may(session));
  if (open.length < 2) return nothing;
  const onClick = (event: MouseEvent, id: string): void => {
    // With one of these the browser opens it elsewhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(id);
  };
  return html`<nav class="pages" aria-label=${messages.pages}>
    ${open.map(({ id, title }) => html`<a href=${addressOf(id)} data-page=${id} aria-current=${id === page ? 'page' : nothing} @click=${(event: MouseEvent) => { onClick(event, id); }}>${title()}</a>`)}
  </nav>`;
}

/** Names of languages stand in the language itself, so that whoever opened the wrong one finds back. */
function languages(): TemplateResult | typeof nothing {
  if (LANGUAGES.length < 2) return nothing;
  const onChange = ({ target }: Event): void => {
    choose((target as HTMLSelectElement).value);
    // What is open stands in the address; a page with something unsaved asks before it goes.
    location.reload();
  };
  return html`<select name="language" aria-label=${messages.languageOfPage} @change=${onChange}>
    ${LANGUAGES.map((code) => html`<option value=${code} lang=${code} .selected=${code === messages.language}>${new Intl.DisplayNames(code, { type: 'language' }).of(code)}</option>`)}
  </select>`;
}
