import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { holdInPlace } from '../shared/anchor';
import './accounts';
import { type Item, QueueApi, REASONS } from './api';
import './author/drawer';
import './console.css';
import { Desk } from './desk';
import { deskView } from './desk-view';
import './forms';
import { help } from './help';
import { actionOf, type KeyAction } from './keys';
import { messages, speak, wanted } from './messages';
import { Outlet } from './outlet';
import { DESK } from './pages';
import { Session } from './session';
import { top } from './top';
import { queryOf, readView, type View } from './view';

const KEYS_OFF = 'rejoinder-keys-off';
const BLUR = 'rejoinder-blur';
const MINUTE = 60_000;

/** The moderators' console: the sign-in, and behind it the desk. In the light DOM, under the page's style sheet. */
export class Console extends LitElement {
  @state() private menu: string | null = null;
  @state() private helpOpen = false;
  @state() private accountsOpen = false;
  /** The comment whose author is looked at. */
  @state() private about: Item | null = null;
  @state() private blurs = localStorage.getItem(BLUR) !== null;
  /** Comments whose words this moderator has asked for. */
  private readonly unblurred = new Set<string>();
  private readonly session = new Session(() => { this.onSession(); });
  private desk: Desk | null = null;
  private readonly outlet = new Outlet(
    this.session,
    () => { this.requestUpdate(); },
    () => void this.desk?.open(readView(location.search)),
  );
  private release: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', (event) => { this.onKey(event); });
    addEventListener('popstate', () => { this.outlet.arrive(); });
    setInterval(() => { this.requestUpdate(); }, MINUTE);
    // Without its language the console speaks English.
    void speak(wanted()).catch(() => undefined).then(() => this.session.open());
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(): void {
    this.release = holdInPlace(this, 'article');
  }

  protected override updated(): void {
    this.release?.();
    for (const dialog of this.querySelectorAll('dialog')) if (!dialog.open) dialog.showModal();
    document.title = this.desk ? `(${this.desk.counts.sizes.held?.count ?? 0}) ${messages.product}` : messages.product;
  }

  protected override render(): TemplateResult {
    switch (this.session.state) {
      case 'loading':
        return html`<p class="empty">${messages.loading}</p>`;
      case 'unreachable':
        return html`<p class="empty" role="alert">${messages.unreachable}</p>
          <button type="button" class="more" data-action="again" @click=${() => void this.session.open()}>${messages.tryAgain}</button>`;
      case 'signed-out':
        return html`<main>${this.signIn(messages.signIn, '')}</main>`;
      case 'must-change':
        return html`<main>
          <rejoinder-new-password .session=${this.session} .heading=${messages.changePassword} .why=${messages.changePasswordWhy}></rejoinder-new-password>
        </main>`;
      case 'expired':
        return html`${this.atWork()}<dialog aria-label=${messages.signInAgain} @cancel=${(event: Event) => { event.preventDefault(); }}>
          ${this.signIn(messages.signInAgain, messages.signInAgainWhy)}
        </dialog>`;
      case 'signed-in':
        return html`${this.atWork()}${this.helpOpen ? this.help() : nothing}${this.accountsOpen ? this.accounts() : nothing}${this.about ? this.drawer(this.about) : nothing}`;
    }
  }

  private signIn(heading: string, why: string): TemplateResult {
    return html`<rejoinder-sign-in .session=${this.session} .heading=${heading} .why=${why}></rejoinder-sign-in>`;
  }

  private atWork(): TemplateResult | typeof nothing {
    const { desk, outlet } = this;
    if (!desk) return nothing;
    return html`
      ${top(this.session, desk, outlet.page, {
        help: () => { this.helpOpen = true; },
        accounts: this.session.administrator ? () => { this.accountsOpen = true; } : null,
        go: (page) => { outlet.go(page); },
      })}
      ${outlet.page === DESK ? this.atDesk(desk) : outlet.view()}
    `;
  }

  private atDesk(desk: Desk): TemplateResult {
    return deskView(desk, {
      name: this.session.name,
      now: new Date(),
      current: desk.current,
      menu: this.menu,
      notice: (id) => desk.notices.get(id),
      busy: (id) => desk.decisions.isBusy(id),
      decide: (id, verdict, reason) => { this.menu = null; desk.decisions.decide(id, verdict, reason); },
      askReason: (id) => { this.askReason(id); },
      senior: this.session.senior,
      selected: (id) => desk.selected.has(id),
      select: (id, selected) => { desk.select(id, selected); },
      undoBatch: (batch) => void desk.bulk.undo(batch),
      skip: (id) => { desk.skip(id); },
      undo: (id) => void desk.decisions.undo(id),
      dismiss: (id) => { desk.dismiss(id); },
      choose: (id) => { if (desk.current !== id) { desk.choose(id); this.requestUpdate(); } },
      open: (view) => { this.open(view); },
      about: (item) => { this.about = item; },
      blurs: this.blurs,
      setBlurs: (blurs) => { this.setBlurs(blurs); },
      blurred: (id) => this.blurs && !this.unblurred.has(id),
      unblur: (id) => { this.unblurred.add(id); this.requestUpdate(); },
    });
  }

  /** Opens a view, which the address names from then on. */
  private open(view: View): void {
    history.pushState(null, '', location.pathname + queryOf(view));
    const { desk } = this;
    if (!desk) return;
    // Whether one or all are shown is no other list.
    const { tab, sort, search } = desk.view;
    if (tab === view.tab && sort === view.sort && search === view.search) desk.look(view);
    else void desk.open(view);
  }

  private setBlurs(blurs: boolean): void {
    if (blurs) localStorage.setItem(BLUR, '1');
    else localStorage.removeItem(BLUR);
    this.unblurred.clear();
    this.blurs = blurs;
  }

  private help(): TemplateResult {
    const onSwitch = (on: boolean): void => {
      if (on) localStorage.removeItem(KEYS_OFF);
      else localStorage.setItem(KEYS_OFF, '1');
    };
    return help(localStorage.getItem(KEYS_OFF) === null, onSwitch, () => { this.helpOpen = false; });
  }

  private accounts(): TemplateResult {
    return html`<rejoinder-accounts .session=${this.session} @closed=${() => { this.accountsOpen = false; }}></rejoinder-accounts>`;
  }

  private drawer(item: Item): TemplateResult {
    const onOpen = ({ detail }: CustomEvent<View>): void => { this.about = null; this.open(detail); };
    return html`<rejoinder-author .session=${this.session} .item=${item} @open=${onOpen} @closed=${() => { this.about = null; void this.desk?.reread(item.id); }}></rejoinder-author>`;
  }

  private onSession(): void {
    const { state: now } = this.session;
    if (now === 'signed-in' && !this.desk) {
      this.desk = new Desk(new QueueApi(this.session), () => { this.requestUpdate(); }, (id) => void this.bringUp(id));
      this.outlet.arrive();
      // Behind another page it counts what waits.
      if (this.outlet.page !== DESK) void this.desk.open(readView(''));
    } else if (now === 'signed-out') {
      this.desk?.close();
      this.desk = null;
      this.outlet.close();
    }
    this.requestUpdate();
  }

  private onKey(event: KeyboardEvent): void {
    const action = actionOf(event);
    // What is in front takes the keys, even where nothing in it has the focus.
    if (action === null || !this.desk || this.session.state !== 'signed-in' || document.querySelector('dialog[open]')) return;
    if (this.outlet.page !== DESK && action !== 'help' && action !== 'close') return;
    if (localStorage.getItem(KEYS_OFF) !== null && action !== 'close') return;
    event.preventDefault();
    this.act(action, this.desk);
  }

  private act(action: KeyAction, desk: Desk): void {
    const { current } = desk;
    if (action === 'next' || action === 'previous') desk.step(action === 'next' ? 1 : -1);
    else if (action === 'undo') desk.decisions.undoLast();
    else if (action === 'help') this.helpOpen = true;
    else if (action === 'close') this.askReason(null);
    else if (action === 'single') this.open({ ...desk.view, single: !desk.view.single });
    else if (action === 'search') this.querySelector<HTMLInputElement>('input[name=q]')?.select();
    else if (action === 'author') this.about = desk.queue.items.find(({ id }) => id === current) ?? null;
    else if (current === null || desk.startled.is(current)) return;
    else if (desk.isDone(current) && !desk.decisions.isBusy(current)) desk.skip(current);
    else if (action === 'approve') desk.decisions.decide(current, 'approve', null);
    else if (action === 'escalate') desk.decisions.decide(current, 'escalate', null);
    else if (action === 'skip') desk.skip(current);
    else if (action === 'reject') this.askReason(current);
    else this.rejectFor(REASONS[action.reason], current, desk);
  }

  private rejectFor(reason: (typeof REASONS)[number] | undefined, id: string, desk: Desk): void {
    if (reason === undefined || this.menu !== id) return;
    this.menu = null;
    desk.decisions.decide(id, 'reject', reason);
  }

  private askReason(id: string | null): void {
    const before = this.menu;
    this.menu = id;
    const find = id === null ? `[data-item="${CSS.escape(before ?? '')}"]` : '[data-reason]';
    if (before !== id) void this.updateComplete.then(() => { this.querySelector<HTMLElement>(find)?.focus(); });
  }

  /** Brings a card into sight, and the focus to it unless that is outside of the list. */
  private async bringUp(id: string): Promise<void> {
    await this.updateComplete;
    const found = this.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
    const { activeElement } = document;
    if (!found) return;
    found.scrollIntoView({ block: 'nearest' });
    if (activeElement === document.body || activeElement?.closest('.cards, .toasts')) found.focus({ preventScroll: true });
  }
}

customElements.define('rejoinder-console', Console);
