import { html, nothing, type TemplateResult } from 'lit';
import type { Sort } from './api';
import { type Actions, list, troubleAt } from './comment-view';
import type { Discussion } from './discussion';
import { messages } from './messages';
import type { Personal } from './personal';
import { tree } from './tree';

/** With more roots than this, those out of sight are not laid out. */
const LONG = 200;

/** What the thread as a whole asks of its element. */
export interface ThreadView extends Actions {
  /** The form for a new comment; nothing where the thread is closed and nothing unsent is left. */
  readonly newForm: TemplateResult | typeof nothing;
  /** What there is to say to who is not signed in. */
  readonly door: TemplateResult | typeof nothing;
  /** The title of what is responded to; empty where the page does not say. */
  readonly subject: string;
  /** Where its feed is. */
  readonly feed: string;
  readonly personal: Personal;
  readonly sortBy: (sort: Sort) => void;
  readonly more: () => void;
  readonly showNew: () => void;
  readonly again: () => void;
}

export function threadView(discussion: Discussion, view: ThreadView): TemplateResult {
  if (discussion.phase === 'loading') return html`<slot>${note('loading', messages.loading)}</slot>`;
  if (discussion.phase === 'missing') return note('missing', messages.problems['unknown-thread'] ?? '');
  if (discussion.phase === 'refused') return note('refused', messages.notHere);
  if (discussion.phase === 'failed') {
    return html`
      <slot></slot>
      <p class="note" role="alert" data-phase="failed">${messages.notLoaded}</p>
      <button type="button" class="more" data-action="again" @click=${view.again}>${messages.tryAgain}</button>
    `;
  }
  return html`
    ${head(discussion, view)} ${discussion.open ? (view.open ? nothing : note('guests', messages.noGuests)) : note('closed', messages.closed)} ${view.door} ${view.newForm}
    ${fresh(discussion, view)} ${responses(discussion, view)} ${more(discussion, view)}
    <div class="foot" part="foot"><a href=${view.feed} type="application/atom+xml" data-feed>${messages.feed}</a>
      ${view.follow(null)}
      <button type="button" class="quiet" data-action="data" aria-expanded=${view.personal.view === nothing ? 'false' : 'true'} @click=${view.personal.toggle}>${messages.yourData}</button></div>
    ${view.personal.view}
  `;
}

const note = (phase: string, text: string): TemplateResult => html`<p class="note" data-phase=${phase}>${text}</p>`;

function head({ comments: { count, sort } }: Discussion, { sortBy, subject }: ThreadView): TemplateResult {
  const option = (value: Sort): TemplateResult => html`<option value=${value} .selected=${sort === value}>${messages[value]}</option>`;
  return html`
    <div class="head">
      <h2 part="heading" data-count=${count}>${subject === '' ? messages.count(count) : messages.countTo(count, subject)}</h2>
      ${count > 1
        ? html`<select
            name="sort"
            aria-label=${messages.sortBy}
            @change=${({ target }: Event) => { sortBy((target as HTMLSelectElement).value as Sort); }}
          >
            ${option('best')} ${option('newest')} ${option('oldest')}
          </select>`
        : nothing}
    </div>
  `;
}

/** What others wrote meanwhile, counted: it would move what is being read. */
function fresh({ comments, own }: Discussion, { showNew }: ThreadView): TemplateResult | typeof nothing {
  const waiting = comments.waiting(own.all).length;
  if (waiting === 0) return nothing;
  return html`<div class="new"><button type="button" class="primary" data-action="new" @click=${showNew}>${messages.newOnes(waiting)}</button></div>`;
}

function responses({ comments, own, mine, open, settings }: Discussion, view: ThreadView): TemplateResult {
  const branches = tree(comments, mine, settings.depth);
  // Only there: the browser guesses the height of what it does not lay out, and moves what is read when it learns better.
  if (branches.length > 0) return html`<div class=${branches.length > LONG ? 'long' : nothing}>${list(branches, view)}</div>`;
  return open && comments.waiting(own.all).length === 0 ? note('empty', messages.empty) : html``;
}

function more({ comments, own }: Discussion, view: ThreadView): TemplateResult | typeof nothing {
  if (comments.next === null) return nothing;
  const waiting = comments.outOfReach(own.all);
  return html`
    <button type="button" class="more" data-action="more" @click=${view.more}>
      ${waiting > 0 ? messages.showMoreNew(waiting) : messages.showMore}
    </button>
    ${troubleAt('more', view)}
  `;
}
