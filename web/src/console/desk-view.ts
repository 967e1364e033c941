import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Sort, Tab } from './api';
import { card, type CardActions } from './card';
import type { Desk } from './desk';
import { messages } from './messages';

const TABS: readonly Tab[] = ['held', 'approved', 'rejected', 'sampled'];

export interface DeskActions extends CardActions {
  readonly name: string;
  readonly signOut: () => void;
  readonly help: () => void;
  /** Null for those who may not. */
  readonly accounts: (() => void) | null;
}

export function deskView(desk: Desk, actions: DeskActions): TemplateResult {
  return html`
    ${top(desk, actions)}
    <main>
      ${bar(desk)} ${list(desk, actions)}
    </main>
    ${toasts(desk)}
  `;
}

function top(desk: Desk, { name, help, accounts, signOut }: DeskActions): TemplateResult {
  return html`
    <header class="top">
      <h1 class="product"><strong>${messages.product}</strong> <span>${messages.place}</span></h1>
      <p class="connection" role="status" data-connection=${desk.connected ? 'live' : 'lost'}>
        ${desk.connected ? messages.connected : messages.disconnected}
      </p>
      <span class="account">
        <bdi data-account>${name}</bdi>
        ${accounts === null ? nothing : html`<button type="button" class="quiet" data-action="accounts" @click=${accounts}>${messages.accounts}</button>`}
        <button type="button" class="quiet" data-action="help" @click=${help}>${messages.help} <kbd>?</kbd></button>
        <button type="button" class="quiet" data-action="sign-out" @click=${signOut}>${messages.signOut}</button>
      </span>
    </header>
  `;
}

function bar(desk: Desk): TemplateResult {
  const { queue } = desk;
  const option = (value: Sort): TemplateResult => html`<option value=${value} .selected=${queue.sort === value}>${messages[value]}</option>`;
  return html`
    <div class="bar">
      <nav>
        ${TABS.map(
          (tab) => html`<button
            type="button"
            data-tab=${tab}
            aria-current=${queue.tab === tab ? 'page' : nothing}
            @click=${() => void desk.open(tab, queue.sort)}
          >
            ${messages.tabs[tab]}
            ${tab === 'held' ? html`<span class="count" data-held-count=${desk.held} aria-label=${messages.heldNow(desk.held)}>${desk.held}</span>` : nothing}
          </button>`,
        )}
      </nav>
      <select
        name="sort"
        aria-label=${messages.order}
        @change=${({ target }: Event) => void desk.open(queue.tab, (target as HTMLSelectElement).value as Sort)}
      >
        ${option('oldest')} ${option('newest')}
      </select>
    </div>
  `;
}

function list(desk: Desk, actions: DeskActions): TemplateResult {
  const { queue, phase } = desk;
  if (phase === 'loading') return html`<p class="empty">${messages.loading}</p>`;
  if (phase === 'failed') {
    return html`<p class="empty">${messages.unreachable}</p>
      <button type="button" class="more" data-action="again" @click=${() => void desk.open(queue.tab, queue.sort)}>${messages.tryAgain}</button>`;
  }
  return html`
    ${queue.fresh > 0 ? html`<button type="button" class="more" data-action="fresh" @click=${() => { desk.showFresh(); }}>${messages.freshOnes(queue.fresh)}</button>` : nothing}
    ${queue.items.length === 0 && queue.next === null ? html`<p class="empty" data-empty>${messages.empty[queue.tab]}</p>` : nothing}
    <div class="cards">${repeat(queue.items, ({ id }) => id, (item) => card(item, actions))}</div>
    ${queue.next === null ? nothing : html`<button type="button" class="more" data-action="more" @click=${() => void desk.more()}>${messages.showMore}</button>`}
  `;
}

function toasts({ toasts: { shown }, decisions }: Desk): TemplateResult {
  return html`
    <div class="toasts" role="status" aria-live="polite">
      ${repeat(
        shown,
        (toast) => toast,
        ({ text, kind, undo }) => html`<p class="toast ${kind}" data-toast=${kind}>
          <span>${text}</span>
          ${undo === null ? nothing : html`<button type="button" data-action="undo" @click=${() => void decisions.undo(undo)}>${messages.undo} <kbd>u</kbd></button>`}
        </p>`,
      )}
    </div>
  `;
}
