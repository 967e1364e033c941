import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { isEditable } from './editable';
import { likeButton } from './like-button';
import type { Likes } from './likes';
import { covered, type Menu, type MenuAction } from './menu';
import { messages } from './messages';
import { type OwnComment, UNKNOWN } from './own';
import { renderedProse } from './prose';
import type { Reports } from './reports';
import { below, type Branch } from './tree';

/** The service takes replies down to this many levels below a root. */
const DEEPEST = 8;
const TONES = 6;

export type Shown = OwnComment['state'] | 'removed';

/** Why something that was asked for was not done, at a comment or at the button for more. */
export interface Trouble {
  readonly at: string;
  readonly text: string;
}

/** What the list asks of the element that it stands in. */
export interface Actions {
  readonly now: Date;
  readonly open: boolean;
  /** Comments that came live and have not been on the page for long. */
  readonly fresh: ReadonlySet<string>;
  /** The comment that the page was opened for; null for none. */
  readonly linked: string | null;
  /** Comments whose replies are hidden. */
  readonly collapsed: ReadonlySet<string>;
  /** The comment that is being withdrawn, before it is confirmed. */
  readonly sure: string | null;
  readonly trouble: Trouble | null;
  readonly announce: (text: string) => void;
  /** The time to edit a comment is over. */
  readonly over: () => void;
  readonly likes: Likes;
  readonly menu: Menu;
  readonly reports: Reports;
  /** What asks to be told by e-mail, of replies to one's own comment or of all in the thread; nothing where no e-mail is sent. */
  readonly follow: (own: OwnComment | null) => TemplateResult | typeof nothing;
  /** What asks for another look at one's own comment that was rejected. */
  readonly appeal: (own: OwnComment) => TemplateResult;
  readonly form: (branch: Branch) => TemplateResult | typeof nothing;
  readonly do: (action: Action, branch: Branch) => void;
}

export type Action = 'reply' | 'edit' | 'withdraw' | 'confirm-withdraw' | 'keep' | 'like' | 'collapse' | 'take-back' | 'discard' | MenuAction;

/** What the reader is shown of a comment: its author sees how the newest text stands, all others what is published. */
export function stateOf({ comment, own }: Branch): Shown {
  if (own && own.state !== 'published') return own.state;
  if (comment?.status === 'removed') return 'removed';
  return comment || own ? 'published' : 'removed';
}

export const list = (branches: readonly Branch[], actions: Actions): TemplateResult => html`
  <ol part="list" class="list" role="list">
    ${repeat(branches, ({ id }) => id, (branch) => item(branch, actions))}
  </ol>
`;

function item(branch: Branch, actions: Actions): TemplateResult {
  return html`
    <li>
      ${guard(whatShows(branch, actions), () => article(branch, actions))} ${actions.form(branch)} ${actions.reports.form(branch, nameOf(branch))}
      ${branch.replies.length > 0 ? replies(branch, actions) : nothing}
      ${branch.comment?.repliesOmitted ? html`<p class="note" data-omitted>${messages.omitted}</p>` : nothing}
    </li>
  `;
}

const MINUTE = 60_000;

/**
 * All that an article's look and its buttons hang on: where none of it has changed, it is left as it is. A thread of
 * thousands is rendered with every click in it.
 */
function whatShows(branch: Branch, { now, open, fresh, linked, sure, trouble, likes, menu, reports }: Actions): unknown[] {
  const { id, comment, own, answers: whom } = branch;
  const count = comment ? likes.count(comment) : 0;
  const troubled = trouble?.at === id ? trouble.text : null;
  const editable = own !== null && isEditable(branch, Date.now());
  return [
    comment, own, whom?.name, Math.floor(now.getTime() / MINUTE), messages.language, open, fresh.has(id), linked === id, sure === id,
    troubled, likes.has(id), count, menu.stateOf(branch), reports.stateOf(id), editable,
  ];
}

/** The line beside the replies hides them. */
function replies(branch: Branch, actions: Actions): TemplateResult {
  const collapsed = actions.collapsed.has(branch.id);
  const says = collapsed ? messages.showReplies(below(branch)) : messages.hideReplies(below(branch));
  return html`
    <div class="replies ${collapsed ? 'collapsed' : ''}">
      <button
        type="button"
        class=${collapsed ? 'quiet' : 'line'}
        data-action="collapse"
        data-of=${branch.id}
        aria-expanded=${collapsed ? 'false' : 'true'}
        aria-label=${collapsed ? nothing : says}
        title=${collapsed ? nothing : says}
        @click=${() => { actions.do('collapse', branch); }}
      >${collapsed ? says : nothing}</button>
      ${collapsed ? nothing : list(branch.replies, actions)}
    </div>
  `;
}

function article(branch: Branch, actions: Actions): TemplateResult {
  const shown = stateOf(branch);
  const gone = shown === 'removed' || shown === 'withdrawn' || shown === 'erased';
  return html`
    <article
      part="comment"
      class="${actions.fresh.has(branch.id) ? 'fresh' : ''} ${actions.linked === branch.id ? 'linked' : ''}"
      data-comment=${branch.id}
      data-state=${shown}
      tabindex="-1"
      aria-label=${gone ? nothing : nameOf(branch)}
    >
      ${gone ? html`<p class="gone">${shown === 'removed' ? messages.removed : messages.withdrawn}</p>` : shownOf(branch, actions)}
    </article>
  `;
}

const shownOf = (branch: Branch, actions: Actions): TemplateResult =>
  actions.menu.covers(branch) ? covered(nameOf(branch), (action) => { actions.do(action, branch); }) : content(branch, actions);

function content(branch: Branch, actions: Actions): TemplateResult {
  const name = nameOf(branch);
  return html`
    <header>
      <span class="avatar tone-${toneOf(name)}" aria-hidden="true">${initialOf(name)}</span>
      <span class="by">
        <bdi class="author" part="author">${name}</bdi>
        ${branch.comment?.author?.verified ? html`<span class="verified" part="verified">${messages.verified}</span>` : nothing}
        ${branch.own ? html`<span class="you">${messages.you}</span>` : nothing}
        <span class="when">${when(branch, actions.now)}</span>
      </span>
    </header>
    ${standing(branch)} ${answers(branch)} ${body(branch)} ${branch.own?.appeal ? actions.appeal(branch.own) : nothing}
    <div class="actions">${buttons(branch, actions)}</div>
    ${troubleAt(branch.id, actions)}
  `;
}

/** Replies that are not nested any deeper say whom they answer. */
const answers = ({ answers: whom }: Branch): TemplateResult | typeof nothing =>
  whom ? html`<p class="answers"><a href="#comment-${whom.id}" data-answers>@<bdi>${whom.name}</bdi></a></p>` : nothing;

function when({ id, createdAt, comment }: Branch, now: Date): TemplateResult {
  const at = new Date(createdAt);
  const exactly = messages.exactly(at);
  const time = html`<time datetime=${createdAt} title=${exactly}>${messages.ago(at, now)}</time>`;
  const seen = comment?.status === 'published';
  return html`${seen ? html`<a href="#comment-${id}" data-permalink aria-label=${messages.linkTo(messages.ago(at, now))}>${time}</a>` : time}
    ${comment?.revisedAt ? html`<span class="edited">· ${messages.edited}</span>` : nothing}`;
}

/** How the author's newest text stands, where that is not published. */
function standing({ comment, own }: Branch): TemplateResult | typeof nothing {
  if (!own || own.state === 'published') return nothing;
  const says = { checking: messages.checking, held: messages.held, rejected: rejected(own), unsent: unsent(own), withdrawn: '', erased: '' }[own.state];
  const who = comment?.status === 'published' ? messages.onlyYourEdit : messages.onlyYou;
  return html`<p class="standing" data-standing><strong>${says}</strong> <span>${who}</span></p>`;
}

const rejected = ({ reason }: OwnComment): string => (reason ? messages.rejectedBecause(messages.reasons[reason.code] ?? reason.text) : messages.rejected);

const unsent = ({ reason }: OwnComment): string => (reason ? messages.unsentBecause(reason.text) : messages.unsentYet);

/** What everyone sees, unless its author has a newer text: that is shown as typed until the server has rendered it. */
function body({ comment, own }: Branch): TemplateResult {
  const publicHtml = comment?.status === 'published' ? comment.html : null;
  const behind = own !== null && (own.state !== 'published' || own.version > (comment?.version ?? UNKNOWN));
  const shown = behind ? own.html : publicHtml;
  if (shown === null && own) return html`<div class="prose plain" dir="auto">${own.text}</div>`;
  return html`${renderedProse(shown ?? '')}`;
}

function buttons(branch: Branch, { open, sure, likes, menu, reports, follow, do: act, announce, over }: Actions): TemplateResult {
  const button = (action: Action, label: string | TemplateResult, described?: string): TemplateResult => html`
    <button type="button" class="quiet" data-action=${action} aria-label=${described ?? nothing} @click=${() => { act(action, branch); }}>
      ${label}
    </button>
  `;
  if (sure === branch.id) {
    return html`<span role="alert">${messages.withdrawSure}</span>
      ${button('confirm-withdraw', messages.withdrawYes)} ${button('keep', messages.withdrawNo)}`;
  }
  if (branch.own?.state === 'unsent') return html`${button('take-back', messages.edit)} ${button('discard', messages.discard)}`;
  const answerable = open && branch.comment?.status === 'published' && branch.depth < DEEPEST;
  return html`
    ${likeButton(branch, nameOf(branch), likes, () => { act('like', branch); })}
    ${answerable ? button('reply', messages.reply, messages.replyTo(nameOf(branch))) : nothing}
    ${branch.own && isEditable(branch, Date.now())
      ? button('edit', html`${messages.edit} ${countdown(branch.own, announce, over)}`)
      : nothing}
    ${branch.own ? html`${button('withdraw', messages.withdraw)} ${follow(branch.own)}` : nothing}
    ${menu.view(branch, nameOf(branch), (action) => { act(action, branch); }, reports.button(branch))}
  `;
}

/** What counts down is fetched with the first comment that can be edited; without it, the button is enough. */
function countdown(own: OwnComment, announce: Actions['announce'], over: Actions['over']): TemplateResult {
  void import('./edit-window').catch(() => undefined);
  return html`<rejoinder-edit-window .own=${own} .announce=${announce} .over=${over}></rejoinder-edit-window>`;
}

export const troubleAt = (at: string, { trouble }: Actions): TemplateResult | typeof nothing =>
  trouble?.at === at ? html`<p class="failure" role="alert" data-failure>${trouble.text}</p>` : nothing;

export const nameOf = ({ comment, own }: Branch): string => comment?.author?.name ?? own?.name ?? '';

const initialOf = (name: string): string => (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '·').toLocaleUpperCase();

/** The same name has the same colour everywhere. */
const toneOf = (name: string): number => Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % TONES;
