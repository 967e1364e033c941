import { diffWordsWithSpace } from 'diff';
import { html, type TemplateResult } from 'lit';
import type { Item, Revision } from './api';
import { messages } from './messages';

/** Beyond this many characters of both texts a comparison by words takes too long to wait for. */
const COMPARED = 20_000;

/** What the author changed, version by version, the newest first. */
export function changes({ earlier, text, revision, submittedAt, seen }: Item, now: Date): TemplateResult {
  const all: Revision[] = [...earlier, { number: revision, text, at: submittedAt }];
  return html`<details class="changes" data-changes open>
    <summary>${messages.changes}</summary>
    <ol>
      ${all
        .map(
          (one, at) => html`<li>
            <p class="quiet">${messages.revisionOf(one.number, messages.ago(new Date(one.at), now))} ${one.number === seen ? html`<span class="tag">${messages.onTheSite}</span>` : ''}</p>
            <p dir="auto">${compared(all[at - 1]?.text, one.text)}</p>
          </li>`,
        )
        .reverse()}
    </ol>
  </details>`;
}

function compared(before: string | undefined, after: string): TemplateResult | readonly TemplateResult[] {
  if (before === undefined || before.length + after.length > COMPARED) return html`${after}`;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => (added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : html`${value}`));
}
