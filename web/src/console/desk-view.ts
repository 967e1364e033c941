import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Sort, Tab } from './api';
import { bulkBar, bulkDialog } from './bulk-view';
import { card, type CardActions } from './card';
import type { Desk } from './desk';
import { filters } from './filters';
import { messages } from './messages';
import { SORTS, TABS, viewOf, waitsOn } from './view';

export interface DeskActions extends CardActions {
  readonly blurs: boolean;
  readonly setBlurs: (blurs: boolean) => void;
}

export function deskView(desk: Desk, actions: DeskActions): TemplateResult {
  return html`
    <main class=${desk.view.single ? 'single' : nothing}>
      ${bar(desk, actions)} ${search(desk, actions)} ${actions.senior ? bulkBar(desk) : nothing} ${list(desk, actions)}
    </main>
    ${bulkDialog(desk)} ${toasts(desk)}
  `;
}

function bar(desk: Desk, { open, now }: DeskActions): TemplateResult {
  const { view } = desk;
  const tab = (one: Tab): TemplateResult => html`<button type="button" data-tab=${one} aria-current=${view.tab === one ? 'page' : nothing} @click=${() => { open(viewOf(one, { single: view.single })); }}>
    ${messages.tabs[one]} ${size(desk, one, now)}
  </button>`;
  return html`
    <div class="bar">
      <nav aria-label=${messages.lists}>${TABS.map(tab)}</nav>
    </div>
  `;
}

/** How many stand on a list; of those who wait also since when. */
function size({ counts: { sizes } }: Desk, tab: Tab, now: Date): TemplateResult | typeof nothing {
  const of = sizes[tab];
  if (!of) return nothing;
  const waits = waitsOn(tab);
  const oldest = waits && of.oldest !== null ? messages.ago(new Date(of.oldest), now) : null;
  return html`<span class=${waits && of.count > 0 ? 'count waits' : 'count'} data-count=${tab} data-value=${of.count} aria-label=${messages.sizeOf(messages.tabs[tab], of.count, oldest)}>${messages.compact(of.count)}</span>
    ${oldest === null ? nothing : html`<small class="oldest" aria-hidden="true">${oldest}</small>`}`;
}

function search(desk: Desk, { open, blurs, setBlurs }: DeskActions): TemplateResult {
  const { view, fault } = desk;
  const ask = (words: string): void => { if (words !== view.search) open({ ...view, search: words }); };
  return html`
    <form class="search" role="search" @submit=${(event: SubmitEvent) => { event.preventDefault(); ask((event.target as HTMLFormElement).querySelector('input')?.value.trim() ?? ''); }}>
      <input type="search" name="q" maxlength="500" aria-label=${messages.search} aria-describedby="fault" placeholder=${messages.searchHint} .value=${view.search} @search=${({ target }: Event) => { ask((target as HTMLInputElement).value.trim()); }} />
      <button type="submit">${messages.search} <kbd>/</kbd></button>
      <select name="sort" aria-label=${messages.order} @change=${({ target }: Event) => { open({ ...view, sort: (target as HTMLSelectElement).value as Sort }); }}>
        ${SORTS.map((sort) => html`<option value=${sort} .selected=${view.sort === sort}>${messages.sorts[sort]}</option>`)}
      </select>
      <label><input type="checkbox" name="single" .checked=${view.single} @change=${() => { open({ ...view, single: !view.single }); }} /> ${messages.single} <kbd>z</kbd></label>
      <label><input type="checkbox" name="blur" .checked=${blurs} @change=${() => { setBlurs(!blurs); }} /> ${messages.blur}</label>
    </form>
    <p class="failure" id="fault" role="alert" data-fault>${fault ?? nothing}</p>
    <details class="filter">
      <summary>${messages.filters}${view.search === '' ? nothing : html` · <span data-found>${messages.found(desk.count)}</span>`}</summary>
      ${filters(view, ask)}
    </details>
  `;
}

function list(desk: Desk, actions: DeskActions): TemplateResult {
  const { queue, phase, view } = desk;
  if (phase === 'loading') return html`<p class="empty">${messages.loading}</p>`;
  if (phase === 'failed') {
    return html`<p class="empty">${messages.unreachable}</p>
      <button type="button" class="more" data-action="again" @click=${() => void desk.open(view)}>${messages.tryAgain}</button>`;
  }
  const items = view.single ? queue.items.filter(({ id }) => id === desk.current) : queue.items;
  const nothingHere = view.search === '' ? messages.empty[view.tab] : messages.notFound;
  return html`
    ${queue.fresh > 0 ? html`<button type="button" class="more" data-action="fresh" @click=${() => void desk.showFresh()}>${messages.freshOnes(queue.fresh)}</button>` : nothing}
    ${queue.items.length === 0 && queue.next === null ? html`<p class="empty" data-empty>${nothingHere}</p>` : nothing}
    <div class="cards">${repeat(items, ({ id }) => id, (item) => card(item, actions))}</div>
    ${queue.next === null || view.single ? nothing : html`<button type="button" class="more" data-action="more" @click=${() => void desk.more()}>${messages.showMore}</button>`}
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
