import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { holdInPlace } from '../shared/anchor';
import { Problem } from '../shared/problem';
import { threadId } from '../shared/thread-id';
import { Announcements } from './announcements';
import { type Sort, ThreadApi } from './api';
import { type Action, type Trouble } from './comment-view';
import { Clock } from './clock';
import './compose';
import { Discussion, type Entry, type Host } from './discussion';
import { Draft } from './draft';
import { collapserIn, commentIn, firstIn, toggled } from './focus';
import { type FormContext, formBelow, newForm, type OpenForm } from './forms';
import { givenIn, takeOver } from './given';
import { Identity } from './identity';
import { Language } from './language';
import { messages } from './messages';
import { pageHere } from './page-here';
import { Permalink } from './permalink';
import { OwnComments } from './own';
import { Reader } from './reader';
import { refusalOf } from './refusal';
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
  @state() private form: OpenForm | null = null;
  @state() private sure: string | null = null;
  @state() private trouble: Trouble | null = null;
  @state() private announced = '';
  @state() private collapsed: ReadonlySet<string> = new Set();
  private readonly reader = new Storage('rejoinder:');
  private identity: Identity | null = null;
  private place = this.reader;
  private draft = new Draft(this.place, 'new');
  private release: (() => void) | null = null;
  private resume: (() => void) | null = null;
  private readonly clock = new Clock(this);
  private readonly language = new Language(this);
  private readonly permalink = new Permalink(this, (id) => this.lead(id));
  private readonly announcements = new Announcements(
    (text) => { this.announced = text; },
    () => { this.requestUpdate(); },
  );

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
    this.release = holdInPlace(this.renderRoot.querySelectorAll('article, form'));
  }

  protected override updated(): void {
    this.release?.();
    this.resume?.();
    this.resume = null;
  }

  protected override render(): TemplateResult {
    const { discussion } = this;
    if (!discussion || !this.language.spoken) return html`<slot></slot>`;
    const open = discussion.open && (discussion.settings.guests || this.identity?.name != null);
    const view = threadView(discussion, {
      now: this.clock.now,
      open,
      announce: (text) => { this.announcements.announce(text); },
      over: () => { this.requestUpdate(); },
      fresh: this.announcements.fresh,
      linked: this.permalink.id,
      collapsed: this.collapsed,
      sure: this.sure,
      likes: discussion.likes,
      door: this.identity?.door ?? nothing,
      newForm: open || this.draft.text !== '' ? newForm(this.draft, this.context, (entry, key) => this.post(entry, null, key)) : nothing,
      form: this.formBelow,
      do: this.act,
      subject: this.subject,
      feed: `${this.base}/threads/${encodeURIComponent(threadId(this.site, this.thread))}/feed`,
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

  private begin(): void {
    this.discussion?.stop();
    this.identity?.stop();
    const id = threadId(this.site, this.thread);
    this.place = new Storage(`rejoinder:${this.base}:${id}:`);
    this.draft = new Draft(this.place, 'new');
    this.form = null;
    const host: Host = {
      changed: () => { this.requestUpdate(); },
      announce: (text) => { this.announcements.announce(text); },
      arrived: (name) => { this.announcements.arrived(name); },
    };
    const own = new OwnComments(this.place);
    const reader = new Reader(this.base);
    this.identity = new Identity(this, this.base, reader, { ...host, changed: () => void this.discussion?.likes.load() });
    void this.identity.by(this.token);
    this.discussion = new Discussion(new ThreadApi(this.base, id, givenIn(this), reader), own, host, this.sort === '' ? null : this.sort, pageHere);
    const { discussion, identity } = this;
    void discussion.start().then(() => {
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

  private get context(): FormContext {
    return { reader: this.reader, longest: this.discussion?.settings.longest, signedIn: this.identity?.who ?? null };
  }

  private readonly formBelow = (branch: Branch): TemplateResult | typeof nothing => {
    const { form } = this;
    if (form?.id !== branch.id) return nothing;
    const reply = (entry: Entry, key: string): Promise<void> => this.post(entry, branch.id, key);
    const edit = (entry: Entry): Promise<void> => this.edit(entry, branch.id);
    const cancel = (): void => { this.closeForm(`[data-action="${form.kind}"]`); };
    return formBelow(form, branch, this.context, form.kind === 'reply' ? reply : edit, cancel);
  };

  private readonly act = (action: Action, branch: Branch): void => {
    this.trouble = null;
    if (action === 'reply' || action === 'edit') {
      const draft = new Draft(this.place, `${action}:${branch.id}`, action === 'edit' ? branch.own?.text : '');
      this.form = { kind: action, id: branch.id, draft };
    } else if (action === 'like') {
      if (branch.comment) this.discussion?.likes.toggle(branch.comment).catch(() => { this.trouble = { at: branch.id, text: messages.notLiked }; });
    } else if (action === 'collapse') {
      this.collapsed = toggled(this.collapsed, branch.id);
      void this.updateComplete.then(() => collapserIn(this.renderRoot, branch.id)?.focus());
    } else if (action === 'confirm-withdraw') {
      void this.withdraw(branch);
    } else {
      this.sure = action === 'withdraw' ? branch.id : null;
      void this.focusOn(branch.id, action === 'withdraw' ? '[data-action="keep"]' : '[data-action="withdraw"]');
    }
  };

  private async post(entry: Entry, parent: string | null, key: string): Promise<void> {
    const id = await this.discussion?.post({ ...entry, name: this.identity?.name ?? entry.name }, parent, key);
    if (id !== undefined) this.identity?.wrote(id);
    if (parent !== null) this.form = null;
    if (id !== undefined) await this.focusOn(id);
  }

  private async edit({ text }: Entry, id: string): Promise<void> {
    const own = this.discussion?.own.all.get(id);
    if (own) await this.discussion?.edit(own, text);
    this.closeForm();
  }

  private async withdraw({ id, own }: Branch): Promise<void> {
    this.sure = null;
    try {
      if (own) await this.discussion?.withdraw(own);
    } catch (thrown) {
      this.fail(id, thrown);
    }
    await this.focusOn(id);
  }

  private fail(at: string, thrown: unknown): void {
    this.trouble = { at, text: refusalOf(Problem.of(thrown)).whole ?? messages.failed };
  }

  private closeForm(focus?: string): void {
    const id = this.form?.id;
    this.form = null;
    if (id !== undefined) void this.focusOn(id, focus);
  }

  /** Puts the focus on a comment, or on something in it, once it is on the page. */
  private async focusOn(id: string, inside = ''): Promise<void> {
    await this.updateComplete;
    commentIn(this.renderRoot, id, inside)?.focus();
  }
}

// A page may load the widget twice, from two addresses.
if (!customElements.get('rejoinder-thread')) customElements.define('rejoinder-thread', RejoinderThread);
