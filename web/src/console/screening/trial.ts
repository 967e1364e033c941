import { html, nothing, type TemplateResult } from 'lit';
import { messages } from '../messages';
import type { Trial, VerdictChange } from './api';

export interface TrialView {
  readonly trial: Trial | null;
  readonly changes: readonly VerdictChange[];
  readonly more: (() => void) | null;
  readonly editable: boolean;
  readonly begin: (days: number) => void;
  readonly stop: () => void;
  readonly open: (change: VerdictChange) => void;
}

/** What the draft would have decided otherwise of what was written lately. */
export function trialView({ trial, changes, more, editable, begin, stop, open }: TrialView): TemplateResult {
  const texts = messages.steering;
  const onBegin = (event: SubmitEvent): void => {
    event.preventDefault();
    begin(Number(new FormData(event.target as HTMLFormElement).get('days')));
  };
  const outcome = (status: string): string => messages.outcomes[status] ?? status;
  return html`<div class="fields one" data-trial=${trial?.state ?? nothing}>
    <p class="quiet">${texts.trialIs}</p>
    ${editable
      ? html`<form class="row" data-form="trial" @submit=${onBegin}>
          <label><span>${texts.lastDays}</span> <input type="number" name="days" min="1" max="36500" value="30" required /></label>
          <button type="submit" class="primary">${texts.tryIt}</button>
          ${trial?.state === 'running' ? html`<button type="button" data-action="stop-trial" @click=${stop}>${messages.stop}</button>` : nothing}
        </form>`
      : nothing}
    ${trial === null
      ? nothing
      : html`
          <p role="status">${texts.trialStands(trial.state, trial.counts.judged, trial.counts.changed)}</p>
          ${trial.state === 'running' ? html`<progress max=${Math.max(1, trial.total)} .value=${trial.read} aria-label=${texts.tryIt}></progress>` : nothing}
          ${trial.counts.verdicts.length === 0
            ? nothing
            : html`<div class="scrolls" tabindex="0" role="region" aria-label=${texts.verdicts}>
                <table>
                  <thead><tr><th scope="col">${texts.was}</th><th scope="col">${texts.wouldBe}</th><th scope="col">${texts.people}</th><th scope="col">${texts.howMany}</th></tr></thead>
                  <tbody>${trial.counts.verdicts.map(({ from, to, people, count }) => html`<tr class=${from === to ? nothing : 'changed'}><td>${outcome(from)}</td><td>${outcome(to)}</td><td>${people === 'none' ? texts.nobody : outcome(people)}</td><td>${messages.say.number(count)}</td></tr>`)}</tbody>
                </table>
              </div>`}
          <ul class="changes" data-changes>
            ${changes.map(
              (change) => html`<li>
                <strong>${outcome(change.from)} → ${outcome(change.to)}</strong> <span dir="auto">${change.excerpt}</span>
                <small class="quiet">${change.why}</small>
                <button type="button" class="link" @click=${() => { open(change); }}>${texts.showIt}</button>
              </li>`,
            )}
          </ul>
          ${more === null ? nothing : html`<button type="button" class="more" @click=${more}>${messages.showMore}</button>`}
        `}
  </div>`;
}
