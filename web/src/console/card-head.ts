import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from './api';
import type { CardActions } from './card';
import { messages } from './messages';
import { searching } from './view';

/** Who wrote it, what became of the others by the same author, where it stands and since when. */
export function head(item: Item, actions: CardActions): TemplateResult {
  const at = new Date(item.submittedAt);
  return html`
    <header>
      ${actions.senior && item.status !== 'sampled'
        ? html`<input type="checkbox" data-select aria-label=${messages.select(item.author.name)} .checked=${actions.selected(item.id)} @change=${({ target }: Event) => { actions.select(item.id, (target as HTMLInputElement).checked); }} />`
        : nothing}
      <button type="button" class="link author" data-action="who" aria-label=${messages.author.open(item.author.name)} @click=${() => { actions.about(item); }}><bdi>${item.author.name}</bdi></button>
      ${item.author.standing === 'ordinary' ? nothing : html`<span class="tag called" data-stands=${item.author.standing}>${messages.author.standing[item.author.standing]}</span>`}
      ${item.author.labels.map((label) => html`<span class="tag" data-label><bdi>${label}</bdi></span>`)}
      ${item.author.notes > 0 ? html`<span class="tag">${messages.author.notes}: ${messages.say.number(item.author.notes)}</span>` : nothing}
      ${item.author.verified ? html`<span class="tag verified" data-verified>✓ ${messages.verified}</span>` : nothing} ${record(item, actions)}
      <span class="where">
        ${messages.on}
        ${isLink(item.threadAddress)
          ? html`<a href=${item.threadAddress} target="_blank" rel="noopener"><bdi>${item.threadTitle}</bdi></a>`
          : html`<bdi>${item.threadTitle}</bdi>`}
      </span>
      <time datetime=${item.submittedAt} title=${messages.exactly(at)}>${messages.ago(at, actions.now)}</time>
      ${item.revision > 1 ? html`<span class="tag">${messages.revision(item.revision)}</span>` : nothing}
      ${item.shown && item.status !== 'approved' ? html`<span class="tag">${messages.earlierShown}</span>` : nothing}
      ${item.escalated ? html`<span class="tag called" data-escalated>${messages.escalatedTag}</span>` : nothing}
      ${item.claim && !item.claim.mine && Date.parse(item.claim.until) > actions.now.getTime()
        ? html`<span class="tag called" data-claim>${messages.looksAtIt(item.claim.name)}</span>`
        : nothing}
    </header>
  `;
}

function record({ author }: Item, { open }: CardActions): TemplateResult | typeof nothing {
  const { by, name, approved, rejected, held, first } = author;
  if (by === null) return nothing;
  const words = approved + rejected + held <= 1 ? messages.firstTime : `${messages.record(approved, rejected, held)}${first === null ? '' : `, ${messages.since(new Date(first))}`}`;
  return html`<button type="button" class="link record" data-action="author" title=${messages.allOfAuthor(name)} @click=${() => { open(searching(`by:${/\s/.test(by) ? `"${by}"` : by}`)); }}>
    ${words}
  </button>`;
}

/** Addresses come from the site's settings; one that is not a page's is shown as text. */
const isLink = (address: string | null): address is string =>
  address !== null && URL.canParse(address, location.href) && /^https?:$/.test(new URL(address, location.href).protocol);
