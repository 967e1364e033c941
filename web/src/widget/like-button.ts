import { html, nothing, type TemplateResult } from 'lit';
import type { Likes } from './likes';
import { messages } from './messages';
import type { Branch } from './tree';

/** The button with the count; for the author, who cannot like it, the count alone. */
export function likeButton({ comment, own }: Branch, name: string, likes: Likes, press: () => void): TemplateResult | typeof nothing {
  if (comment?.status !== 'published') return nothing;
  const count = likes.count(comment);
  const shown = html`<span aria-hidden="true">${likes.has(comment.id) ? '♥' : '♡'}${count > 0 ? html` <span data-likes>${messages.number(count)}</span>` : nothing}</span>`;
  if (own) return count > 0 ? html`<span class="likes" role="img" aria-label=${messages.likes(count)}>${shown}</span>` : nothing;
  return html`
    <button
      type="button"
      class="quiet like"
      part="like"
      data-action="like"
      aria-pressed=${likes.has(comment.id) ? 'true' : 'false'}
      aria-label=${messages.like(name, count)}
      @click=${press}
    >
      ${shown}
    </button>
  `;
}
