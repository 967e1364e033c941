import { html, nothing, type TemplateResult } from 'lit';
import { type Item, type Reason, REASONS, type Verdict } from './api';
import { pieces } from './marks';
import { messages } from './messages';

/** What a card asks of the desk that it lies on. */
export interface CardActions {
  readonly now: Date;
  readonly current: string | null;
  /** The card whose menu of reasons is open. */
  readonly menu: string | null;
  readonly notice: (id: string) => string | undefined;
  readonly busy: (id: string) => boolean;
  readonly decide: (id: string, verdict: Verdict, reason: Reason | null) => void;
  readonly askReason: (id: string | null) => void;
  readonly undo: (id: string) => void;
  readonly dismiss: (id: string) => void;
  readonly choose: (id: string) => void;
}

export function card(item: Item, actions: CardActions): TemplateResult {
  const notice = actions.notice(item.id);
  return html`
    <article
      class="card"
      data-item=${item.id}
      data-status=${item.status}
      tabindex="-1"
      aria-current=${actions.current === item.id ? 'true' : nothing}
      aria-label=${item.author?.name ?? nothing}
      @focusin=${() => { actions.choose(item.id); }}
    >
      ${notice === undefined ? nothing : noticeLine(item, notice, actions)} ${head(item, actions.now)} ${parent(item)}
      <p class="text" dir="auto" data-text>${pieces(item.text ?? '', item.evidence).map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}</p>
      ${reasons(item)} ${decided(item, actions.now)} ${buttons(item, actions)}
    </article>
  `;
}

function noticeLine({ id }: Item, text: string, { dismiss }: CardActions): TemplateResult {
  return html`<p class="notice" role="alert" data-notice>
    <span>${text}</span>
    <button type="button" class="quiet" data-action="dismiss" @click=${() => { dismiss(id); }}>${messages.dismiss}</button>
  </p>`;
}

function head(item: Item, now: Date): TemplateResult {
  const at = new Date(item.submittedAt);
  return html`
    <header>
      <bdi class="author">${item.author?.name ?? ''}</bdi>
      <span class="where">
        ${messages.on}
        ${isLink(item.threadAddress)
          ? html`<a href=${item.threadAddress} target="_blank" rel="noopener"><bdi>${item.threadTitle}</bdi></a>`
          : html`<bdi>${item.threadTitle}</bdi>`}
      </span>
      <time datetime=${item.submittedAt} title=${messages.exactly(at)}>${messages.ago(at, now)}</time>
      ${item.revision > 1 ? html`<span class="tag">${messages.revision(item.revision)}</span>` : nothing}
      ${item.shown && item.status !== 'approved' ? html`<span class="tag">${messages.earlierShown}</span>` : nothing}
    </header>
  `;
}

/** Addresses come from the site's settings; one that is not a page's is shown as text. */
const isLink = (address: string | null): address is string =>
  address !== null && URL.canParse(address, location.href) && /^https?:$/.test(new URL(address, location.href).protocol);

function parent({ parent: above }: Item): TemplateResult | typeof nothing {
  if (!above?.text) return nothing;
  return html`<blockquote class="parent" data-parent>
    <p class="to">${messages.answering(above.author ?? messages.someone)}</p>
    <p dir="auto">${above.text}</p>
  </blockquote>`;
}

function reasons({ status, why, evidence, reports }: Item): TemplateResult {
  return html`
    ${status === 'sampled' ? html`<p class="why" data-why>${messages.sampledWhy}</p>` : nothing}
    ${why ? html`<p class="why" data-why>${why}</p>` : nothing}
    ${evidence.length > 0
      ? html`<ul class="evidence" aria-label=${messages.evidence} data-evidence>
          ${evidence.map(
            ({ screen, weight, sentence }) => html`<li>
              <span class="weight ${weight > 0 ? 'against' : 'for'}">${messages.weight(weight)}</span>
              <span>${sentence} <code>${screen}</code></span>
            </li>`,
          )}
        </ul>`
      : nothing}
    ${reports.length > 0
      ? html`<ul class="evidence" aria-label=${messages.reports} data-reports>
          ${reports.map(({ reason, text }) => html`<li><span class="tag">${reasonOf(reason)}</span> <span dir="auto">${text ?? nothing}</span></li>`)}
        </ul>`
      : nothing}
  `;
}

export const deciderOf = ({ by }: NonNullable<Item['decision']>): string =>
  by.kind === 'moderator' ? (by.name ?? messages.someone) : messages[by.kind];

/** A reason that a later release knows is shown by its code. */
const reasonOf = (code: string): string => (messages.reasons as Readonly<Record<string, string>>)[code] ?? code;

function decided({ status, decision }: Item, now: Date): TemplateResult | typeof nothing {
  if (!decision || status === 'held') return nothing;
  const outcome = messages.outcomes[decision.outcome] ?? messages.outcomes[status] ?? status;
  const reason = decision.reason ? ` · ${reasonOf(decision.reason)}` : '';
  return html`<p class="decided" data-decision>${messages.decidedBy(outcome, deciderOf(decision), messages.ago(new Date(decision.at), now))}${reason}</p>`;
}

function buttons(item: Item, actions: CardActions): TemplateResult {
  const { id, status, decision } = item;
  const busy = actions.busy(id) ? 'true' : 'false';
  const open = actions.menu === id;
  return html`
    <div class="actions">
      ${status === 'approved'
        ? nothing
        : html`<button type="button" class="approve" data-action="approve" aria-disabled=${busy} @click=${() => { actions.decide(id, 'approve', null); }}>${messages.approve}</button>`}
      ${status === 'rejected'
        ? nothing
        : html`<button type="button" class="reject" data-action="reject" aria-disabled=${busy} aria-expanded=${open ? 'true' : 'false'} @click=${() => { actions.askReason(open ? null : id); }}>${messages.reject}</button>`}
      ${status !== 'held' && decision?.by.kind === 'moderator'
        ? html`<button type="button" class="quiet" data-action="undo" aria-disabled=${busy} @click=${() => { actions.undo(id); }}>${messages.undo}</button>`
        : nothing}
    </div>
    ${open ? menu(item, actions) : nothing}
  `;
}

function menu({ id }: Item, { decide }: CardActions): TemplateResult {
  return html`
    <div class="reasons" role="group" aria-label=${messages.why}>
      ${REASONS.map(
        (reason, at) => html`<button type="button" data-reason=${reason} aria-keyshortcuts=${at + 1} @click=${() => { decide(id, 'reject', reason); }}>
          <kbd>${at + 1}</kbd> ${messages.reasons[reason]}
        </button>`,
      )}
    </div>
  `;
}
