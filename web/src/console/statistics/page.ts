import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Problem } from '../../shared/problem';
import { messages } from '../messages';
import { ConsolePage } from '../page';
import { DESK } from '../pages';
import { type Figures, type Period, PERIODS, type Quality, StatisticsApi } from './api';
import { ages, bars, rightness, tiles } from './parts';
import { volume } from './plot';
import '../figures.css';

/** How often the page asks again while it is looked at, milliseconds: as often as the service counts anew. */
const EVERY = 3_000;
/** How right decisions were changes slowly: it is asked for with every so many of the others. */
const QUALITY_EVERY = 20;

/** How moderation goes: figures of a period, which follow what happens. */
export class StatisticsPage extends ConsolePage {
  @state() private figures: Figures | null = null;
  @state() private quality: Quality | null = null;
  @state() private failure = '';
  private timer: ReturnType<typeof setInterval> | undefined;
  private asked: Period | null = null;
  private reads = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => { if (!document.hidden) void this.read(); }, EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private get period(): Period {
    return PERIODS.find((one) => one === this.query.get('period')) ?? '7d';
  }

  protected override updated(): void {
    super.updated();
    if (this.asked !== this.period) void this.read();
  }

  protected override render(): TemplateResult {
    const texts = messages.statistics;
    return html`
      <div class="figures" data-statistics>
        <header>
          <h2>${texts.title}</h2>
          <nav aria-label=${texts.period}>
            ${PERIODS.map((one) => html`<button type="button" data-period=${one} aria-current=${one === this.period ? 'true' : nothing} @click=${() => { this.go({ period: one === '7d' ? '' : one }); }}>${texts.periods[one]}</button>`)}
          </nav>
          <a href=${`api/statistics/export?period=${this.period}`} download data-action="export">${texts.export}</a>
        </header>
        <p class="failure" role="alert" data-failure>${this.failure || nothing}</p>
        ${this.figures ? this.shown(this.figures) : this.failure ? nothing : html`<p class="empty">${messages.loading}</p>`}
      </div>
    `;
  }

  private shown(figures: Figures): TemplateResult {
    const texts = messages.statistics;
    const find = (operator: string) => (name: string): void => { this.go({ list: 'all', q: `${operator}:${name}` }, DESK); };
    const reasonOf = (code: string): string => (code === 'author' ? messages.author.notTaken : ((messages.reasons as Readonly<Record<string, string>>)[code] ?? code));
    return html`
      ${tiles(figures)} ${volume(figures.parts, figures.part)}
      <div class="columns">
        ${ages(figures)} ${bars(texts.reasons, figures.reasons, find('reason'), reasonOf)} ${bars(texts.domains, figures.domains, find('domain'))} ${bars(texts.campaigns, figures.campaigns, find('campaign'))}
      </div>
      ${this.quality ? rightness(this.quality) : nothing}
      <p class="quiet">${texts.counted(messages.say.exactly(new Date(figures.at)))}</p>
    `;
  }

  private async read(): Promise<void> {
    const { period } = this;
    const another = this.asked !== period;
    this.asked = period;
    const api = new StatisticsApi(this.session);
    try {
      const figures = await api.figures(period);
      if (another || this.reads++ % QUALITY_EVERY === 0) this.quality = await api.quality();
      if (period !== this.period) return;
      this.figures = figures;
      this.failure = '';
    } catch (thrown) {
      const { status, document } = Problem.of(thrown);
      this.failure = status === 0 ? messages.unreachable : (document.detail ?? messages.failed);
    }
  }
}

customElements.define('rejoinder-statistics', StatisticsPage);
