import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Problem } from '../../shared/problem';
import type { Item } from '../api';
import { messages } from '../messages';
import type { Session } from '../session';
import { searching } from '../view';
import { type Author, AuthorApi, type Prefix, standsInstead, type Wish } from './api';
import './author.css';
import { decisionForm } from './decision';
import { byOf, historyView, notesView } from './parts';

/** What happens around it: it asks for a view of the queue, and says when it was closed. */
export interface DrawerEvents {
  readonly open: CustomEvent<ReturnType<typeof searching>>;
  readonly closed: Event;
}

/** Everything about one author, beside the queue: how they stand, what they wrote, labels and notes. */
export class AuthorDrawer extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) item!: Item;
  @state() private held: readonly Author[] = [];
  @state() private written: readonly Item[] | null = null;
  @state() private said = '';
  @state() private failure = '';
  /** How it stood before the last change, to take that back. */
  @state() private stood: Author | null = null;
  private next: string | null = null;
  private busy = false;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    void this.attempt(async () => {
      this.held = await Promise.all(this.item.author.keys.map((key) => this.api.of(key)));
      await this.more();
    });
  }

  private get api(): AuthorApi {
    return new AuthorApi(this.session);
  }

  protected override render(): TemplateResult {
    const { author } = this.item;
    const texts = messages.author;
    const surest = this.held[0];
    return html`
      <dialog class="drawer" data-author aria-label=${texts.title(author.name)} @close=${() => this.dispatchEvent(new Event('closed'))}>
        <header>
          <h2>${texts.title(author.name)}</h2>
          <form method="dialog"><button type="submit" class="quiet" data-action="close">${messages.close}</button></form>
        </header>
        <p class="failure" role="alert" data-failure>${this.failure || nothing}</p>
        <p role="status" data-said>
          ${this.said || nothing}
          ${this.stood ? html`<button type="button" data-action="undo-standing" @click=${() => { this.takeBack(); }}>${messages.undo}</button>` : nothing}
        </p>
        ${author.keys.length === 0 ? html`<p>${texts.nothingTells}</p>` : nothing}
        <ul class="stands">${this.held.filter(({ standing }) => standing !== 'ordinary').map((one) => this.stands(one))}</ul>
        ${surest ? decisionForm({ held: this.held, senior: this.session.senior, decide: (key, wish) => void this.decide(key, wish) }) : nothing}
        ${surest ? notesView(surest, (labels) => void this.keep(() => this.api.label(surest, labels)), (text) => void this.keep(() => this.api.note(surest, text))) : nothing}
        ${surest
          ? historyView(this.written, {
              author: surest.author,
              more: this.next === null ? null : () => void this.attempt(() => this.more()),
              senior: this.session.senior,
              open: (search) => { this.leaveFor(search); },
            })
          : nothing}
      </dialog>
    `;
  }

  private stands(one: Author): TemplateResult {
    const texts = messages.author;
    const until = one.until === null ? null : messages.say.exactly(new Date(one.until));
    return html`<li data-standing=${one.standing}>
      <strong>${texts.stands(texts.told[one.author.split('/')[0] ?? ''] ?? one.author, texts.standing[one.standing] ?? one.standing, until)}</strong>
      ${one.reason === null ? nothing : html`<span dir="auto">${one.reason}</span>`} <small class="quiet">${byOf(one)}</small>
      ${this.mayLift(one)
        ? html`<button type="button" data-action="lift" @click=${() => void this.decide(one.author, { standing: 'ordinary', until: null, reason: '' })}>${texts.takeBack}</button>`
        : nothing}
    </li>`;
  }

  private mayLift({ standing }: Author): boolean {
    return this.session.senior || standing === 'warned' || standing === 'watched';
  }

  private async decide(target: string | Prefix, wish: Wish): Promise<void> {
    const before = this.held.find(({ author }) => author === target);
    await this.keep(async () => {
      if (typeof target === 'string') return before ? this.api.stand(before, wish) : null;
      return this.standRange(target, wish);
    });
    if (this.failure !== '') return;
    this.said = messages.author.done(messages.author.standing[wish.standing] ?? wish.standing);
    this.stood = before ?? null;
  }

  /** What is known of a range is told by the first refusal. */
  private async standRange(prefix: Prefix, wish: Wish): Promise<Author> {
    try {
      return await this.api.standRange(this.item, prefix, 0, wish);
    } catch (thrown) {
      const now = standsInstead(Problem.of(thrown));
      if (!now) throw thrown;
      return this.api.standRange(this.item, prefix, now.version, wish);
    }
  }

  private takeBack(): void {
    const { stood: before } = this;
    if (!before) return;
    const { standing, until, reason } = before;
    void this.decide(before.author, { standing, until, reason: reason ?? '' }).then(() => { this.stood = null; });
  }

  /** Makes a change and shows how the author stands then; also where somebody else was quicker. */
  private async keep(change: () => Promise<Author | null>): Promise<void> {
    this.said = '';
    this.stood = null;
    await this.attempt(async () => {
      const now = await change();
      if (now) this.take(now);
    });
  }

  private take(now: Author): void {
    this.held = this.held.some(({ author }) => author === now.author) ? this.held.map((one) => (one.author === now.author ? now : one)) : [...this.held, now];
  }

  private async more(): Promise<void> {
    const [key] = this.item.author.keys;
    if (key === undefined) return;
    const page = await this.api.history(key, this.next);
    this.written = [...(this.written ?? []), ...page.items];
    this.next = page.next;
  }

  private leaveFor(search: string): void {
    this.dispatchEvent(new CustomEvent('open', { detail: searching(search) }));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = '';
    try {
      await work();
    } catch (thrown) {
      this.explain(Problem.of(thrown));
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }

  private explain(problem: Problem): void {
    const now = standsInstead(problem);
    const [wrong] = problem.errors;
    if (now) this.take(now);
    if (now) this.failure = messages.author.outdated;
    else if (wrong) this.failure = messages.author.failed(wrong.field, String(wrong.value), String(wrong.bound));
    else this.failure = problem.status === 0 ? messages.unreachable : (problem.document.detail ?? messages.failed);
  }
}

customElements.define('rejoinder-author', AuthorDrawer);
