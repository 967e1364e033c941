import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../api';
import { messages } from '../messages';
import type { Author } from './api';

/** Who changed it last, and when. */
export const byOf = ({ by, at }: Author): string => (at === null ? '' : messages.author.saidBy(by ?? messages.someone, messages.ago(new Date(at), new Date())));

/** What moderators call the author and keep in mind. */
export function notesView({ labels, notes }: Author, label: (labels: readonly string[]) => void, note: (text: string) => void): TemplateResult {
  const texts = messages.author;
  const onLabels = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = (new FormData(event.target as HTMLFormElement).get('labels') as string).split(/[,،]/).map((one) => one.trim());
    label(given.filter((one) => one !== ''));
  };
  const onNote = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    note((new FormData(form).get('text') as string).trim());
    form.reset();
  };
  return html`
    <form data-form="labels" @submit=${onLabels}>
      <label><span>${texts.labels}</span> <input name="labels" maxlength="330" placeholder=${texts.labelsHint} .value=${labels.join(', ')} /></label>
      <button type="submit">${texts.save}</button>
    </form>
    <section data-notes>
      <h3>${texts.notes}</h3>
      ${notes.length === 0 ? html`<p class="quiet">${texts.noNotes}</p>` : nothing}
      <ul>${notes.toReversed().map(({ text, by, at }) => html`<li><p dir="auto">${text}</p><small class="quiet">${texts.saidBy(by ?? messages.someone, messages.ago(new Date(at), new Date()))}</small></li>`)}</ul>
      <form data-form="note" @submit=${onNote}>
        <label><span>${texts.addNote}</span> <textarea name="text" maxlength="1000" rows="2" required placeholder=${texts.noteHint}></textarea></label>
        <button type="submit">${texts.addNote}</button>
      </form>
    </section>
  `;
}

export interface History {
  readonly author: string;
  /** Null where there is no more. */
  readonly more: (() => void) | null;
  readonly senior: boolean;
  readonly open: (search: string) => void;
}

/** What the author wrote and what became of it; from here to all of it in the queue, where it is decided at once. */
export function historyView(written: readonly Item[] | null, { author, more, senior, open }: History): TemplateResult {
  const texts = messages.author;
  const onSince = (event: SubmitEvent): void => {
    event.preventDefault();
    open(`by:${author} after:${new FormData(event.target as HTMLFormElement).get('since') as string}`);
  };
  return html`<section data-written>
    <h3>${texts.record}</h3>
    ${written === null ? html`<p class="quiet">${messages.loading}</p>` : nothing}
    ${written?.length === 0 ? html`<p class="quiet">${texts.nothingWritten}</p>` : nothing}
    <ul>
      ${(written ?? []).map(
        ({ text, status, submittedAt, threadTitle }) => html`<li>
          <span class="tag" data-status=${status}>${status === 'sampled' ? messages.tabs.sampled : (messages.outcomes[status] ?? status)}</span>
          <span dir="auto">${text.slice(0, 160)}</span>
          <small class="quiet"><bdi>${threadTitle}</bdi>, ${messages.ago(new Date(submittedAt), new Date())}</small>
        </li>`,
      )}
    </ul>
    ${more === null ? nothing : html`<button type="button" class="more" data-action="older" @click=${more}>${messages.showMore}</button>`}
    <button type="button" data-action="all-of-author" @click=${() => { open(`by:${author}`); }}>${texts.all}</button>
    ${senior
      ? html`<form data-form="since" @submit=${onSince}>
          <label><span>${texts.rejectSince} ${texts.since}</span> <input type="date" name="since" required .value=${new Date().toISOString().slice(0, 10)} /></label>
          <button type="submit">${texts.show}</button>
        </form>`
      : nothing}
  </section>`;
}
