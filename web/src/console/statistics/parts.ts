import { html, nothing, type TemplateResult } from 'lit';
import { messages } from '../messages';
import type { Estimate, Figures, Quality, Top } from './api';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** A time in its largest fitting unit. */
export function lasting(seconds: number): string {
  const [unit, size] = seconds < 2 * MINUTE ? (['second', 1] as const) : seconds < HOUR ? (['minute', MINUTE] as const) : seconds < 2 * DAY ? (['hour', HOUR] as const) : (['day', DAY] as const);
  return new Intl.NumberFormat(messages.language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(seconds / size);
}

const tile = (name: string, value: string, below: string | TemplateResult = ''): TemplateResult =>
  html`<div class="tile"><dt>${name}</dt><dd><strong>${value}</strong>${below === '' ? nothing : html`<small class="quiet">${below}</small>`}</dd></div>`;

/** The figures of the period that fit into a line each. */
export function tiles({ approved, held, rejected, deciders, decisionTime, backlog }: Figures): TemplateResult {
  const texts = messages.statistics;
  const all = approved + held + rejected;
  const of = (n: number): string => (all === 0 ? '' : texts.shareOf(messages.say.percent(n / all), all));
  const decided = Object.values(deciders).reduce((sum, n) => sum + n, 0);
  const none = texts.none;
  return html`<dl class="tiles" data-tiles>
    ${tile(texts.comments, messages.say.number(all))} ${tile(messages.outcomes['approved'] ?? '', messages.say.number(approved), of(approved))}
    ${tile(messages.outcomes['held'] ?? '', messages.say.number(held), of(held))} ${tile(messages.outcomes['rejected'] ?? '', messages.say.number(rejected), of(rejected))}
    ${tile(texts.automatic, decided === 0 ? none : messages.say.percent((deciders['screening'] ?? 0) / decided), texts.ofDecided(decided))}
    ${tile(texts.half, decisionTime.p50 === null ? none : lasting(decisionTime.p50), texts.waited(decisionTime.n))}
    ${tile(texts.nineOfTen, decisionTime.p90 === null ? none : lasting(decisionTime.p90), texts.waited(decisionTime.n))}
    ${tile(texts.backlog, messages.say.number(backlog.count), backlog.oldest === null ? '' : texts.oldest(lasting(backlog.oldest)))}
  </dl>`;
}

/** What waits now, by how long it has. */
export function ages({ backlog }: Figures): TemplateResult {
  const texts = messages.statistics;
  let from = 0;
  const rows = backlog.ages.map(({ below, count }) => {
    const name = below === null ? texts.longer(lasting(from)) : texts.below(lasting(below));
    from = below ?? from;
    return { name, count };
  });
  return bars(texts.backlogAge, rows);
}

/** Names with how often each occurs, as bars of one scale; each leads to the comments where that can be searched for. */
export function bars(title: string, rows: readonly Top[], open: ((name: string) => void) | null = null, nameOf: (name: string) => string = (name) => name): TemplateResult {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return html`<section class="bars">
    <h3>${title}</h3>
    ${rows.length === 0
      ? html`<p class="quiet">${messages.statistics.none}</p>`
      : html`<ul>
          ${rows.map(
            ({ name, count }) => html`<li>
              ${open === null ? html`<span>${nameOf(name)}</span>` : html`<button type="button" class="link" @click=${() => { open(name); }}><bdi>${nameOf(name)}</bdi></button>`}
              <meter min="0" max=${most} .value=${count} aria-hidden="true"></meter> <span class="n">${messages.say.number(count)}</span>
            </li>`,
          )}
        </ul>`}
  </section>`;
}

/** How right automatic decisions are, with what chance leaves open. */
export function rightness(quality: Quality): TemplateResult {
  const texts = messages.statistics;
  const row = (name: string, hint: string, { value, low, high, n, needed }: Estimate): TemplateResult => html`<tr>
    <th scope="row">${name}<br /><small class="quiet">${hint}</small></th>
    ${value === null || low === null || high === null
      ? html`<td colspan="2">${texts.tooFew(n, needed)}</td>`
      : html`<td><strong>${percent(value)}</strong></td><td>${texts.between(percent(low), percent(high), n)}</td>`}
  </tr>`;
  return html`<section data-quality>
    <h3>${texts.quality(quality.days)}</h3>
    <div class="scrolls" tabindex="0" role="region" aria-label=${texts.quality(quality.days)}>
      <table>
        <tbody>
          ${row(texts.precision, texts.precisionIs, quality.precision)} ${row(texts.recall, texts.recallIs, quality.recall)}
          ${row(texts.falsePositives, texts.falsePositivesIs, quality.falsePositives)} ${row(texts.honestHeld, texts.honestHeldIs, quality.honestHeld)}
          ${row(texts.agreement, texts.agreementIs(quality.kappa === null ? null : new Intl.NumberFormat(messages.language, { maximumFractionDigits: 2 }).format(quality.kappa)), quality.agreement)}
        </tbody>
      </table>
    </div>
  </section>`;
}

const percent = (share: number): string => new Intl.NumberFormat(messages.language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
