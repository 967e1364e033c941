import { html, nothing, type TemplateResult } from 'lit';
import { Mutes } from './mutes';
import { messages } from './messages';
import type { Branch } from './tree';

export type MenuAction = 'menu' | 'copy' | 'mute' | 'unmute' | 'peek';

/** What else can be done with a comment: a row of buttons behind one, and comments that are muted. */
export class Menu {
  private opened: string | null = null;
  private copied: string | null = null;
  private readonly peeked = new Set<string>();
  private readonly mutes: Mutes;

  constructor(
    base: string,
    private readonly announce: (text: string) => void,
  ) {
    this.mutes = new Mutes(base);
  }

  isMuted(name: string): boolean {
    return this.mutes.has(name);
  }

  /** Whether a comment is covered because its author is muted. */
  covers({ id, own, comment }: Branch): boolean {
    const name = comment?.author?.name;
    return own === null && name !== undefined && !this.peeked.has(id) && this.mutes.has(name);
  }

  /** What of it shows at a comment, as a value to compare. */
  stateOf(branch: Branch): string {
    const { id } = branch;
    const name = branch.comment?.author?.name ?? '';
    return `${this.opened === id} ${this.copied === id} ${this.covers(branch)} ${this.opened === id && this.mutes.has(name)}`;
  }

  /** Does what was chosen; tells whether it was one of these. */
  act(action: string, { id }: Branch, name: string): boolean {
    if (action === 'menu') this.opened = this.opened === id ? null : id;
    else if (action === 'copy') this.copy(id);
    else if (action === 'peek') this.peeked.add(id);
    else if (action === 'mute' || action === 'unmute') this.mute(name, action === 'mute');
    else return false;
    return true;
  }

  /** The button, and what is behind it while it is open. */
  view(branch: Branch, name: string, act: (action: MenuAction) => void, more: TemplateResult | typeof nothing): TemplateResult | typeof nothing {
    const { comment, own, id } = branch;
    if (comment?.status !== 'published') return nothing;
    const open = this.opened === id;
    const button = (action: MenuAction, label: string): TemplateResult =>
      html`<button type="button" class="quiet" data-action=${action} @click=${() => { act(action); }}>${label}</button>`;
    const muted = this.mutes.has(name);
    return html`
      <button
        type="button"
        class="quiet"
        data-action="menu"
        aria-expanded=${open ? 'true' : 'false'}
        aria-label=${messages.more(name)}
        title=${messages.more(name)}
        @click=${() => { act('menu'); }}
      >⋯</button>
      ${open
        ? html`${button('copy', this.copied === id ? messages.copied : messages.copyLink)}
            ${own ? nothing : button(muted ? 'unmute' : 'mute', muted ? messages.unmute(name) : messages.mute(name))} ${more}`
        : nothing}
    `;
  }

  private copy(id: string): void {
    const link = `${location.href.replace(/#.*$/, '')}#comment-${id}`;
    // A page that may not write to the clipboard shows the link in the address bar.
    const shown = (): void => { location.hash = `comment-${id}`; };
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard) clipboard.writeText(link).catch(shown);
    else shown();
    this.copied = id;
    this.announce(messages.copied);
  }

  private mute(name: string, muted: boolean): void {
    this.mutes.set(name, muted);
    this.peeked.clear();
    this.opened = null;
    this.announce(muted ? messages.muted(name) : messages.unmuted(name));
  }
}

/** What stands for a comment whose author is muted. */
export function covered(name: string, act: (action: MenuAction) => void): TemplateResult {
  return html`<p class="gone" data-muted>
    ${messages.muted(name)}
    <button type="button" class="quiet" data-action="peek" @click=${() => { act('peek'); }}>${messages.peek}</button>
    <button type="button" class="quiet" data-action="unmute" @click=${() => { act('unmute'); }}>${messages.unmute(name)}</button>
  </p>`;
}
