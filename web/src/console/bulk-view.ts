import { html, nothing, type TemplateResult } from 'lit';
import { type Reason, REASONS, type Verdict } from './api';
import type { Bulk } from './bulk';
import type { Desk } from './desk';
import { messages } from './messages';

/** So many of those that are meant are shown before anything is done. */
const SAMPLE = 3;

/** What can be done with all that is found, or with what is selected; for those who may. */
export function bulkBar(desk: Desk): TemplateResult | typeof nothing {
  const { view, selected, count, bulk } = desk;
  const many = selected.size > 0 ? selected.size : count;
  if (many === 0 || (selected.size === 0 && view.search === '') || view.tab === 'sampled') return progress(bulk);
  const ask = (verdict: Verdict) => (): void => {
    bulk.ask({ verdict, count: many, wish: { view, ids: selected.size > 0 ? [...selected] : null, until: new Date().toISOString() } });
  };
  return html`
    <div class="bulk" role="group" aria-label=${messages.bulk} data-bulk>
      <span>${selected.size > 0 ? messages.selected(many) : messages.allFound(many)}</span>
      <button type="button" data-action="approve-all" @click=${ask('approve')}>${messages.approveAll}</button>
      <button type="button" data-action="reject-all" @click=${ask('reject')}>${messages.rejectAll}</button>
      ${selected.size > 0 ? html`<button type="button" class="quiet" data-action="select-none" @click=${() => { desk.selectNone(); }}>${messages.selectNone}</button>` : nothing}
    </div>
    ${progress(bulk)}
  `;
}

function progress(bulk: Bulk): TemplateResult | typeof nothing {
  const { batch, failure, undoes } = bulk;
  if (failure !== '') return html`<p class="bulk failure" role="alert" data-bulk-failure>${failure}</p>`;
  if (!batch) return nothing;
  const done = batch.applied + batch.refused + batch.failed;
  return html`<div class="bulk" role="status" data-batch=${batch.state}>
    <progress max=${batch.total} .value=${done} aria-label=${messages.bulk}></progress>
    <span>${messages.batchStands(undoes, batch)}</span>
    ${batch.state === 'running'
      ? html`<button type="button" data-action="stop-batch" @click=${() => void bulk.stop()}>${messages.stop}</button>`
      : html`
          ${undoes || batch.applied === 0 ? nothing : html`<button type="button" data-action="undo-batch" @click=${() => void bulk.undo(batch.id)}>${messages.undoBatch}</button>`}
          <button type="button" class="quiet" @click=${() => { bulk.dismiss(); }}>${messages.dismiss}</button>
        `}
  </div>`;
}

/** Asks once more, with some of what is meant in sight. */
export function bulkDialog({ bulk, queue, selected }: Desk): TemplateResult | typeof nothing {
  const { asked } = bulk;
  if (!asked) return nothing;
  const meant = queue.items.filter(({ id }) => selected.size === 0 || selected.has(id)).slice(0, SAMPLE);
  const confirm = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = event.submitter?.getAttribute('value') ?? '';
    void bulk.confirm(reason === '' ? null : (reason as Reason));
  };
  return html`<dialog class="confirm" data-confirm aria-label=${messages.bulk} @close=${() => { if (bulk.asked) bulk.ask(null); }}>
    <form @submit=${confirm}>
      <h2>${asked.verdict === 'approve' ? messages.approveSo(asked.count) : messages.rejectSo(asked.count)}</h2>
      <ul class="sample">${meant.map(({ author, text }) => html`<li><bdi>${author.name}</bdi>: <span dir="auto">${text.slice(0, 120)}</span></li>`)}</ul>
      ${asked.count > meant.length ? html`<p class="quiet">${messages.andMore(asked.count - meant.length)}</p>` : nothing}
      <div class="reasons">
        ${asked.verdict === 'approve'
          ? html`<button type="submit" class="approve" value="" data-action="confirm">${messages.approveAll}</button>`
          : REASONS.map((reason) => html`<button type="submit" value=${reason} data-reason=${reason}>${messages.reasons[reason]}</button>`)}
        <button type="button" class="quiet" data-action="cancel" @click=${() => { bulk.ask(null); }}>${messages.cancel}</button>
      </div>
    </form>
  </dialog>`;
}
