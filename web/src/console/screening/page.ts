import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Problem } from '../../shared/problem';
import '../figures.css';
import { messages } from '../messages';
import { ConsolePage } from '../page';
import { DESK } from '../pages';
import { type Draft, type Fault, type Name, type Outlook, type Rule, ScreeningApi, type Settings, type Targets } from './api';
import { draftOf, same } from './draft';
import { holdsView, listsView, rulesView } from './parts';
import './screening.css';
import { targetsView } from './targets';
import { Trials } from './trials';
import { Versions } from './versions-state';
import { difference } from './versions';

const PARTS = ['targets', 'holds', 'lists', 'rules', 'trial', 'versions'] as const;
type Part = (typeof PARTS)[number];

/** Typing is over after so long, milliseconds: then it is asked what targets lead to. */
const SETTLE = 300;

/** Steers screening: what is changed is a draft until it is saved, with a reason, as another version. */
export class ScreeningPage extends ConsolePage {
  @state() private settings: Settings | null = null;
  @state() private draft: Draft | null = null;
  @state() private outlook: Outlook | null = null;
  @state() private names: readonly Name[] = [];
  @state() private failures: readonly string[] = [];
  @state() private said = '';
  private readonly faults = new Map<string, readonly Fault[]>();
  private readonly trials = new Trials(() => this.api, () => { this.requestUpdate(); });
  private readonly versions = new Versions(() => this.api, () => { this.requestUpdate(); });
  /** The version that is to be brought back, once a reason is given. */
  private restoring: number | null = null;
  /** What somebody else saved meanwhile. */
  private outdated: TemplateResult | null = null;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private readonly onUnload = (event: BeforeUnloadEvent): void => { if (this.unsaved) event.preventDefault(); };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.onUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.onUnload);
    clearTimeout(this.asking);
    this.trials.close();
  }

  protected override firstUpdated(): void {
    void this.attempt(async () => {
      this.take(await this.api.current());
      this.names = await this.api.names();
    });
  }

  override mayLeave(): boolean {
    // The browser's own question: it is the one that is asked where the whole page is left, too.
    return !this.unsaved || confirm(messages.steering.leave);
  }

  private get api(): ScreeningApi {
    return new ScreeningApi(this.session);
  }

  private get open(): Part {
    return PARTS.find((one) => one === this.query.get('part')) ?? 'targets';
  }

  private get unsaved(): boolean {
    return this.settings !== null && this.draft !== null && !same(draftOf(this.settings), this.draft);
  }

  protected override render(): TemplateResult {
    const texts = messages.steering;
    return html`<div class="figures screening" data-screening>
      <header>
        <h2>${texts.title}</h2>
        ${this.settings ? html`<span class="quiet" data-in-force=${this.settings.version}>${texts.version(this.settings.version)}</span>` : nothing}
      </header>
      <nav aria-label=${texts.title}>
        ${PARTS.map((part) => html`<button type="button" data-part=${part} aria-current=${part === this.open ? 'true' : nothing} @click=${() => { this.go({ part: part === 'targets' ? '' : part }); }}>${texts.parts[part]}</button>`)}
      </nav>
      ${this.session.administrator ? nothing : html`<p class="quiet">${texts.readOnly}</p>`}
      <div role="alert" data-failure>${this.failures.map((failure) => html`<p class="failure">${failure}</p>`)}</div>
      ${this.outdated ?? nothing}
      <p role="status" data-said>${this.said || nothing}</p>
      ${this.draft && this.settings ? html`<section class="panel">${this.shown(this.draft, this.settings)}</section>${this.saving(this.settings)}` : html`<p class="empty">${messages.loading}</p>`}
    </div>`;
  }

  private shown(draft: Draft, settings: Settings): TemplateResult {
    const editable = this.session.administrator;
    switch (this.open) {
      case 'targets':
        return targetsView({ targets: draft.targets, outlook: this.outlook, inForce: settings.thresholds.hold, editable, change: (targets) => { this.change({ targets }); this.ask(targets); } });
      case 'holds':
        return holdsView(draft.holds, editable, (holds) => { this.change({ holds }); });
      case 'lists':
        return listsView(draft.lists, editable, (lists) => { this.change({ lists }); });
      case 'rules':
        return rulesView({ rules: draft.rules, names: this.names, faults: this.faults, editable, change: (rules) => { this.change({ rules }); }, check: (rule) => void this.check(rule) });
      case 'trial':
        return this.trials.view(draft, editable, (work) => void this.attempt(work), (thread) => { this.go({ list: 'all', q: `review:${thread}` }, DESK); });
      case 'versions':
        return this.versions.view(settings.version, editable, (work) => void this.attempt(work), (version) => { this.restoring = version; this.requestUpdate(); });
    }
  }

  private saving(settings: Settings): TemplateResult | typeof nothing {
    const texts = messages.steering;
    const { restoring } = this;
    if (restoring === null && !this.unsaved) return nothing;
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const why = (new FormData(event.target as HTMLFormElement).get('why') as string).trim();
      void this.save(settings.version, why);
    };
    return html`<form class="saving" data-form="save" @submit=${submit}>
      <p>${restoring === null ? texts.unsaved : texts.restoring(restoring)}</p>
      <label><span>${texts.why}</span> <input name="why" maxlength="500" required autocomplete="off" /></label>
      <button type="submit" class="primary">${restoring === null ? messages.save : texts.restore}</button>
      <button type="button" class="quiet" data-action="discard" @click=${() => { this.discard(); }}>${restoring === null ? texts.discard : messages.cancel}</button>
    </form>`;
  }

  private change(part: Partial<Draft>): void {
    if (this.draft) this.draft = { ...this.draft, ...part };
    this.said = '';
  }

  private discard(): void {
    if (this.restoring === null && this.settings) this.draft = draftOf(this.settings);
    this.restoring = null;
    this.failures = [];
    this.requestUpdate();
    if (this.draft) this.ask(this.draft.targets);
  }

  private take(settings: Settings): void {
    this.settings = settings;
    this.draft = draftOf(settings);
    this.restoring = null;
    this.versions.forget();
    this.ask(settings.targets);
  }

  private async save(basedOn: number, why: string): Promise<void> {
    const { draft, restoring } = this;
    if (!draft) return;
    await this.attempt(async () => {
      const saved = await (restoring === null ? this.api.save(draft, basedOn, why) : this.api.restore(restoring, basedOn, why));
      this.take(saved);
      this.said = messages.steering.saved(saved.version);
    });
  }

  private ask(targets: Targets): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => {
      this.api.outlook(targets).then((outlook) => { this.outlook = outlook; this.failures = []; }, (thrown: unknown) => { this.explain(Problem.of(thrown)); });
    }, SETTLE);
  }

  private async check(rule: Rule): Promise<void> {
    await this.attempt(async () => {
      this.faults.set(rule.id, rule.expression === '' ? [] : await this.api.check(rule.expression));
      this.requestUpdate();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.failures = [];
    this.outdated = null;
    try {
      await work();
    } catch (thrown) {
      await this.explainAll(Problem.of(thrown));
    }
  }

  /** Somebody else has saved meanwhile: what that changed is shown, and the draft stays. */
  private async explainAll(problem: Problem): Promise<void> {
    this.explain(problem);
    if (problem.slug !== 'settings-outdated' || !this.settings) return;
    const before = this.settings.version;
    const now = await this.api.current();
    const changes = await this.api.diff(before, now.version);
    this.settings = now;
    this.versions.forget();
    this.outdated = difference(changes);
    this.requestUpdate();
  }

  private explain(problem: Problem): void {
    const texts = messages.steering;
    if (problem.errors.length > 0) this.failures = problem.errors.map(({ field, value, bound }) => messages.author.failed(field, String(value), String(bound)));
    else if (problem.slug === 'settings-outdated') this.failures = [texts.outdated];
    else if (problem.slug === 'trial-running') this.failures = [texts.trialRunning];
    else this.failures = [problem.status === 0 ? messages.unreachable : (problem.document.detail ?? messages.failed)];
  }
}

customElements.define('rejoinder-screening', ScreeningPage);
