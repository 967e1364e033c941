import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { holdInPlace } from '../shared/anchor';
import { Problem } from '../shared/problem';
import { threadId } from '../shared/thread-id';
import { Announcements } from './announcements';
import { type Sort, ThreadApi } from './api';
import { type Asides, asides } from './asides';
import { type Action, nameOf, type Trouble } from './comment-view';
import { Clock } from './clock';
import { Discussion, type Host } from './discussion';
import { collapserIn, commentIn, firstIn, toggled } from './focus';
import { Forms } from './forms';
import { givenIn, takeOver } from './given';
import { Identity } from './identity';
import { Language } from './language';
import { Menu } from './menu';
import { messages } from './messages';
import { pageHere } from './page-here';
import { Permalink } from './permalink';
import { OwnComments } from './own';
import { Personal } from './personal';
import { Reader } from './reader';
import { refusalOf } from './refusal';
import { Reports } from './reports';
import { Storage } from './storage';
import { styles } from './styles';
import { threadView } from './thread-view';
import type { Branch } from './tree';

/**
 * `<rejoinder-thread site="SITE" thread="PAGE" api="https://comments.example">`: the responses to a page, live, and the form for one's
 * own. Without `site` the page is a review. `subject` is the title of the page, for the heading; `api` is where this script came from unless said;
 * `token` is what the site's server signed of the reader, where they are signed in there; `sort` is what the site has set unless `newest`, `oldest` or `best`; `theme` is what the reader prefers unless `light` or `dark`. What the server put
 * into it is shown until it has its first page, and begins with it.
 */
export class RejoinderThread extends LitElement {
  static override styles = styles;

  @property() site = '';
  @property() thread = '';
  /** The folder above the one of this script: behind a proxy the service has a path. */
  @property() api = new URL(/* @vite-ignore */ '..', import.meta.url).href;
  @property() subject = '';
  @property() token = '';
  @property() sort: Sort | '' = '';
  @state() private discussion: Discussion | null = null;
  private forms: Forms | null = null;
  @state() private sure: string | null = null;
  @state() private trouble: Trouble | null = null;
  @state() private announced = '';
  @state() private collapsed: ReadonlySet<string> = new Set();
  private readonly reader = new Storage('rejoinder:');
  private identity: Identity | null = null;
  private release: (() => void) | null = null;
  private resume: (() => void) | null = null;
  private menu!: Menu;
  private reports!: Reports;
  private personal!: Personal;
  private asides!: Asides;
  private begun: Promise<void> = Promise.resolve();
  private readonly clock = new Clock(this);
  private readonly language = new Language(this);
  private readonly permalink = new Permalink(this, (id) => this.lead(id));
  private readonly announcements = new Announcements(
    (text) => { this.announced = text; },
    () => { this.requestUpdate(); },
  );

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang' && this.hasUpdated) this.language.changed();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.discussion?.stop();
    this.identity?.stop();
    this.announcements.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.language.spoken && this.discussion?.phase === 'ready') this.resume = takeOver(this);
    if (changed.has('thread') || changed.has('site') || changed.has('api')) this.begin();
    else if (changed.has('sort')) void this.discussion?.start(this.sort === '' ? null : this.sort);
    if (changed.has('token')) void this.identity?.by(this.token);
    this.release = holdInPlace(this, 'article, form');
  }

  protected override updated(): void {
    this.release?.();
    this.resume?.();
    this.resume = null;
  }

  protected override render(): TemplateResult {
    const { discussion, forms } = this;
    if (!discussion || !forms || !this.language.spoken) return html`<slot></slot>`;
    const view = threadView(discussion, {
      now: this.clock.now,
      open: forms.open,
      announce: (text) => { this.announcements.announce(text); },
      over: () => { this.requestUpdate(); },
      fresh: this.announcements.fresh,
      linked: this.permalink.id,
      collapsed: this.collapsed,
      sure: this.sure,
      likes: discussion.likes,
      menu: this.menu,
      reports: this.reports,
      door: this.identity?.door ?? nothing,
      newForm: forms.onTop,
      form: forms.below,
      do: this.act,
      subject: this.subject,
      feed: `${this.base}/threads/${encodeURIComponent(threadId(this.site, this.thread))}/feed`,
      personal: this.personal,
      ...this.asides,
      sortBy: (sort) => { this.sort = sort; },
      trouble: this.trouble,
      more: () => { this.more(discussion); },
      showNew: () => { this.showNew(discussion); },
      again: () => void discussion.start(),
    });
    return html`
      <section part="thread" lang=${messages.language} dir=${messages.direction} aria-label=${messages.title}>
        <p class="unseen" role="status" data-announcement>${this.announced}</p>
        ${view}
      </section>
    `;
  }

  /** Nothing of the reader is there any more. */
  private startOver(): void {
    this.begin();
    void this.begun.then(() => this.updateComplete).then(() => this.renderRoot.querySelector<HTMLElement>('[data-action="data"]')?.focus());
  }

  private begin(): void {
    this.discussion?.stop();
    this.identity?.stop();
    const id = threadId(this.site, this.thread);
    const place = new Storage(`rejoinder:${this.base}:${id}:`);
    const host: Host = {
      changed: () => { this.requestUpdate(); },
      announce: (text) => { this.announcements.announce(text); },
      arrived: (name) => { if (!this.menu.isMuted(name)) this.announcements.arrived(name); },
    };
    this.menu = new Menu(this.base, host.announce);
    const reader = new Reader(this.base);
    const api = new ThreadApi(this.base, id, givenIn(this), reader);
    const discussion = new Discussion(api, new OwnComments(place), host, this.sort === '' ? null : this.sort, pageHere, place);
    const identity = new Identity(this, this.base, reader, { ...host, changed: () => void discussion.likes.load() });
    void identity.by(this.token);
    this.discussion = discussion;
    this.identity = identity;
    this.reports = new Reports(api, place, host.changed, host.announce, (at, inside) => void this.focusOn(at, inside));
    this.personal = new Personal(this.base, reader, host.changed, host.announce, () => { this.startOver(); }, () => discussion.settings.mail);
    this.asides = asides(this.base, id, api, reader, discussion);
    this.forms = new Forms(this, discussion, identity, place, this.reader);
    this.begun = discussion.start().then(() => {
      if (discussion.settings.mail) void import('./follow').catch(() => undefined);
      void identity.offer(discussion.settings.signIn ?? [], reader.storage);
      return this.permalink.follow();
    });
  }

  /** Loads, opens and shows what it takes to see a comment. */
  private readonly lead = async (id: string): Promise<boolean> => {
    const found = this.discussion?.phase === 'ready' && (await this.discussion.reach(id).catch(() => false));
    if (found) {
      this.collapsed = new Set();
      await this.focusOn(id);
      commentIn(this.renderRoot, id)?.scrollIntoView({ block: 'center' });
    } else if (this.discussion?.phase === 'ready') {
      this.announcements.announce(messages.linkedGone);
    }
    return found;
  };

  private showNew(discussion: Discussion): void {
    const ids = new Set(discussion.showNew());
    this.announcements.mark([...ids]);
    void this.updateComplete.then(() => firstIn(this.renderRoot, ids)?.focus());
  }

  private get base(): string {
    return this.api.replace(/\/+$/, '');
  }

  private more(discussion: Discussion): void {
    this.trouble = null;
    discussion.more().catch((thrown: unknown) => { this.fail('more', thrown); });
  }

  private readonly act = (action: Action, branch: Branch): void => {
    this.trouble = null;
    if (action === 'reply' || action === 'edit') {
      this.forms?.write(action, branch);
    } else if (action === 'like') {
      if (branch.comment) this.discussion?.likes.toggle(branch.comment).catch(() => { this.trouble = { at: branch.id, text: messages.notLiked }; });
    } else if (action === 'collapse') {
      this.collapsed = toggled(this.collapsed, branch.id);
      void this.updateComplete.then(() => collapserIn(this.renderRoot, branch.id)?.focus());
    } else if (action === 'confirm-withdraw') {
      void this.withdraw(branch);
    } else if (action === 'take-back' || action === 'discard') {
      this.forms?.takeBack(branch.id, action === 'take-back');
    } else if (this.menu.act(action, branch, nameOf(branch))) {
      this.requestUpdate();
    } else {
      this.sure = action === 'withdraw' ? branch.id : null;
      void this.focusOn(branch.id, action === 'withdraw' ? '[data-action="keep"]' : '[data-action="withdraw"]');
    }
  };

  private async withdraw({ id, own }: Branch): Promise<void> {
    this.sure = null;
    try {
      if (own) await this.discussion?.writing.withdraw(own);
    } catch (thrown) {
      this.fail(id, thrown);
    }
    await this.focusOn(id);
  }

  private fail(at: string, thrown: unknown): void {
    this.trouble = { at, text: refusalOf(Problem.of(thrown)).whole ?? messages.failed };
  }

  /** Puts the focus on a comment, or on something in it, once it is on the page. */
  async focusOn(id: string, inside = ''): Promise<void> {
    await this.updateComplete;
    commentIn(this.renderRoot, id, inside)?.focus();
  }

  focusForm(kind: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`form[data-form=${kind}] textarea`)?.focus());
  }
}

// A page may load the widget twice, from two addresses.
if (!customElements.get('rejoinder-thread')) customElements.define('rejoinder-thread', RejoinderThread);
