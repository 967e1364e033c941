import { html, nothing, type TemplateResult } from 'lit';
import { type Item, type Reason, REASONS, type Verdict } from './api';
import { head } from './card-head';
import { changes } from './changes';
import { pieces } from './marks';
import { messages } from './messages';
import { searching, type View } from './view';

/** What a card asks of the desk that it lies on. */
export interface CardActions {
  readonly now: Date;
  readonly current: string | null;
  /** The card whose menu of reasons is open. */
  readonly menu: string | null;
  /** Whether insults are blurred until they are asked for. */
  readonly blurred: (id: string) => boolean;
  readonly unblur: (id: string) => void;
  readonly notice: (id: string) => string | undefined;
  readonly busy: (id: string) => boolean;
  readonly decide: (id: string, verdict: Verdict, reason: Reason | null) => void;
  readonly askReason: (id: string | null) => void;
  readonly skip: (id: string) => void;
  readonly undo: (id: string) => void;
  readonly dismiss: (id: string) => void;
  readonly choose: (id: string) => void;
  readonly open: (view: View) => void;
  /** Shows what is known of a comment's author. */
  readonly about: (item: Item) => void;
  /** Whether this moderator may decide on many at once, and take back what others decided. */
  readonly senior: boolean;
  readonly name: string;
  readonly selected: (id: string) => boolean;
  readonly select: (id: string, selected: boolean) => void;
  readonly undoBatch: (batch: string) => void;
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
      aria-label=${item.author.name || nothing}
      @focusin=${() => { actions.choose(item.id); }}
    >
      ${notice === undefined ? nothing : noticeLine(item, notice, actions)} ${head(item, actions)} ${parent(item)} ${text(item, actions)}
      ${item.earlier.length > 0 ? changes(item, actions.now) : nothing} ${reasons(item, actions)} ${decided(item, actions.now)} ${appeal(item, actions.now)} ${buttons(item, actions)}
    </article>
  `;
}

function noticeLine({ id }: Item, text: string, { dismiss }: CardActions): TemplateResult {
  return html`<p class="notice" role="alert" data-notice>
    <span>${text}</span>
    <button type="button" class="quiet" data-action="dismiss" @click=${() => { dismiss(id); }}>${messages.dismiss}</button>
  </p>`;
}

function parent({ parent: above }: Item): TemplateResult | typeof nothing {
  if (above === null) return nothing;
  if (!above.text) return html`<p class="quiet" data-parent>${messages.answeringUnknown}</p>`;
  return html`<blockquote class="parent" data-parent>
    <p class="to">${messages.answering(above.author ?? messages.someone)}</p>
    <p dir="auto">${above.text}</p>
  </blockquote>`;
}

function text(item: Item, { blurred, unblur }: CardActions): TemplateResult {
  const cut = pieces(item.text, item.evidence);
  const hides = blurred(item.id) && cut.some(({ insult }) => insult);
  return html`
    <p class=${hides ? 'text blurred' : 'text'} dir="auto" data-text>${cut.map(({ text: piece, marked, insult }) => (marked ? html`<mark class=${insult ? 'insult' : nothing}>${piece}</mark>` : piece))}</p>
    ${hides ? html`<button type="button" class="quiet unblur" data-action="unblur" @click=${() => { unblur(item.id); }}>${messages.showWords}</button>` : nothing}
  `;
}

function reasons(item: Item, { open }: CardActions): TemplateResult {
  const { status, why, evidence, reports, probability, campaign, domains } = item;
  const share = (value: number | null): string => (value === null ? '?' : messages.percent(value));
  return html`
    ${status === 'sampled' ? html`<p class="why" data-why>${messages.sampledWhy}</p>` : nothing}
    ${why ? html`<p class="why" data-why>${why}</p>` : nothing}
    <p class="facts">
      ${probability ? html`<span data-probability>${messages.probability(share(probability.spam), share(probability.toxic))}</span>` : nothing}
      ${campaign ? html`<button type="button" class="link" data-action="campaign" @click=${() => { open(searching(`campaign:${campaign.id}`)); }}>${messages.campaign(campaign.size)}</button>` : nothing}
      ${domains.length > 0
        ? html`<span>${messages.linksTo} ${domains.map((domain) => html` <button type="button" class="link" data-action="domain" @click=${() => { open(searching(`domain:${domain}`)); }}>${domain}</button>`)}</span>`
        : nothing}
    </p>
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
          ${reports.map(({ reason, text: added }) => html`<li><span class="tag">${reasonOf(reason)}</span> <span dir="auto">${added ?? nothing}</span></li>`)}
        </ul>`
      : nothing}
  `;
}

export const deciderOf = ({ by }: NonNullable<Item['decision']>): string =>
  by.kind === 'moderator' ? (by.name ?? messages.someone) : messages[by.kind];

/** A reason that a later release knows is shown by its code. */
const reasonOf = (code: string): string =>
  code === 'author' ? messages.author.notTaken : ((messages.reasons as Readonly<Record<string, string>>)[code] ?? code);

function decided({ id, status, decision, history }: Item, now: Date): TemplateResult | typeof nothing {
  const said = (one: NonNullable<Item['decision']>): TemplateResult => {
    const reason = one.reason ? ` · ${reasonOf(one.reason)}` : '';
    return html`${messages.decidedBy(messages.outcomes[one.outcome] ?? one.outcome, deciderOf(one), messages.ago(new Date(one.at), now))}${reason}`;
  };
  return html`
    ${decision && status !== 'held' ? html`<p class="decided" data-decision>${said(decision)}</p>` : nothing}
    ${status === 'rejected' ? html`<p class="decided"><a href=${`api/comments/${id}/statement`} download=${`statement-${id}.json`} data-action="statement">${messages.statement}</a></p>` : nothing}
    ${history.length > 1
      ? html`<details class="history" data-history>
          <summary>${messages.history} (${history.length})</summary>
          <ol>${history.map((one) => html`<li>${said(one)}${one.why ? html`<br /><span class="quiet">${one.why}</span>` : nothing}</li>`)}</ol>
        </details>`
      : nothing}
  `;
}

/** What its author says against the rejection, where a decision has to know of it. */
function appeal({ appeal: said, status }: Item, now: Date): TemplateResult | typeof nothing {
  if (said === null || status === 'withdrawn' || status === 'erased') return nothing;
  const when = messages.ago(new Date(said.at), now);
  const stands = said.forOthers ? messages.appeal.forOthers : said.open ? messages.appeal.open : said.sole ? messages.appeal.answeredBySole : messages.appeal.answered;
  return html`<div class="appeal" data-appeal=${said.open ? 'open' : 'answered'}>
    <p><strong>${messages.appeal.title(when)}</strong> <span class="quiet">${stands}</span></p>
    ${said.text === null ? nothing : html`<blockquote dir="auto">${said.text}</blockquote>`}
  </div>`;
}

function buttons(item: Item, actions: CardActions): TemplateResult | typeof nothing {
  const { id, status, escalated, lists, decision, appeal: against } = item;
  if (status === 'withdrawn' || status === 'erased') return nothing;
  const busy = actions.busy(id) ? 'true' : 'false';
  const open = actions.menu === id;
  const approvable = (status !== 'approved' || lists.includes('reported')) && !against?.forOthers;
  const rejectable = status !== 'rejected' || lists.includes('appealed');
  return html`
    <div class="actions">
      ${approvable
        ? html`<button type="button" class="approve" data-action="approve" aria-disabled=${busy} @click=${() => { actions.decide(id, 'approve', null); }}>${messages.approve}</button>`
        : nothing}
      ${rejectable
        ? html`<button type="button" class="reject" data-action="reject" aria-disabled=${busy} aria-expanded=${open ? 'true' : 'false'} @click=${() => { actions.askReason(open ? null : id); }}>${messages.reject}</button>`
        : nothing}
      ${status === 'held'
        ? html`
            ${escalated ? nothing : html`<button type="button" class="quiet" data-action="escalate" aria-disabled=${busy} @click=${() => { actions.decide(id, 'escalate', null); }}>${messages.escalate}</button>`}
            <button type="button" class="quiet" data-action="skip" @click=${() => { actions.skip(id); }}>${messages.skip}</button>
          `
        : nothing}
      ${(status !== 'held' || escalated) && decision?.by.kind === 'moderator' && (actions.senior || decision.by.name === actions.name)
        ? html`<button type="button" class="quiet" data-action="undo" aria-disabled=${busy} @click=${() => { actions.undo(id); }}>${messages.undo}</button>`
        : nothing}
      ${actions.senior && decision?.batch
        ? html`<button type="button" class="quiet" data-action="undo-whole" @click=${() => { actions.undoBatch(decision.batch ?? ''); }}>${messages.undoBatch}</button>`
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
