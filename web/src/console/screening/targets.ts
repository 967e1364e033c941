import { html, nothing, svg, type TemplateResult } from 'lit';
import { messages } from '../messages';
import { roundUp } from '../statistics/plot';
import type { Outlook, Point, Targets } from './api';

const WIDTH = 720;
const HEIGHT = 220;
const AXIS = 48;
const FOOT = 36;

export interface TargetsView {
  readonly targets: Targets;
  readonly outlook: Outlook | null;
  /** The threshold for holding that is in force. */
  readonly inForce: number;
  readonly editable: boolean;
  readonly change: (targets: Targets) => void;
}

/** What the site wants of automatic decisions, and what that leads to. */
export function targetsView({ targets, outlook, inForce, editable, change }: TargetsView): TemplateResult {
  const texts = messages.steering;
  const field = (name: keyof Targets, label: string, hint: string, least: number): TemplateResult => html`<label>
    <span>${label}</span>
    <span class="percent"><input type="number" name=${name} min=${least} max="100" step="0.1" ?disabled=${!editable} .value=${String(Math.round(targets[name] * 1000) / 10)} @input=${({ target }: Event) => {
      const share = (target as HTMLInputElement).valueAsNumber / 100;
      if (!Number.isNaN(share)) change({ ...targets, [name]: Math.round(share * 1e5) / 1e5 });
    }} /> %</span>
    <small class="quiet">${hint}</small>
  </label>`;
  return html`
    <div class="fields" data-targets>
      ${field('rejectPrecision', texts.rejectPrecision, texts.rejectPrecisionHint, 50)} ${field('honestHeld', texts.honestHeld, texts.honestHeldHint, 0)}
      ${field('toxicHeld', texts.toxicHeld, texts.toxicHeldHint, 0)}
    </div>
    ${outlook === null ? nothing : html`${expected(outlook)} ${curve(outlook, inForce)}`}
  `;
}

function expected({ expected: shares, heldPerDay, perDay, thresholds }: Outlook): TemplateResult {
  const texts = messages.steering;
  const percent = (share: number): string => new Intl.NumberFormat(messages.language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  const tile = (name: string, value: string, hint: string): TemplateResult => html`<div class="tile"><dt>${name}</dt><dd><strong>${value}</strong><small class="quiet">${hint}</small></dd></div>`;
  return html`<dl class="tiles" data-outlook>
    ${tile(texts.queueADay, messages.say.number(Math.round(heldPerDay)), texts.ofADay(Math.round(perDay)))} ${tile(texts.held, percent(shares.held + shares.heldAsToxic), texts.ofAll)}
    ${tile(texts.rejected, percent(shares.rejected), texts.rightly(percent(shares.rejectPrecision)))} ${tile(texts.spamCaught, percent(shares.spamCaught), texts.thresholds(percent(thresholds.hold), thresholds.reject > 1 ? null : percent(thresholds.reject)))}
  </dl>`;
}

/** How many comments a day would wait or be rejected, by the threshold; both thresholds are marked. */
function curve({ curve: points, perDay, thresholds }: Outlook, inForce: number): TemplateResult {
  const texts = messages.steering;
  const scale = perDay > 0 ? perDay : 100;
  const top = roundUp(Math.max(...points.map(({ caught }) => caught * scale), 1));
  const x = (threshold: number): number => AXIS + (WIDTH - AXIS - 8) * Math.min(1, threshold);
  const y = (n: number): number => HEIGHT - FOOT - ((HEIGHT - FOOT - 12) * n) / top;
  const sorted = [...points].sort((a: Point, b: Point) => a.threshold - b.threshold);
  const path = sorted.map(({ threshold, caught }, i) => `${i === 0 ? 'M' : 'L'}${x(threshold).toFixed(1)} ${y(caught * scale).toFixed(1)}`).join('');
  const mark = (threshold: number, kind: string, label: string, at: number): TemplateResult => svg`<g class=${kind}><line x1=${x(threshold)} x2=${x(threshold)} y1="8" y2=${HEIGHT - FOOT} /><text x=${Math.min(x(threshold) + 4, WIDTH - 150)} y=${at}>${label}</text></g>`;
  const percent = (share: number): string => messages.say.percent(share);
  return html`<figure class="plot">
    <figcaption>${perDay > 0 ? texts.curve : texts.curveOfHundred}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${texts.curveSaid(percent(inForce), percent(thresholds.hold))}>
      ${[0, 0.5, 1].map((share) => svg`<line class="grid" x1=${AXIS} x2=${WIDTH - 8} y1=${y(top * share)} y2=${y(top * share)} /><text x=${AXIS - 6} y=${y(top * share) + 4} text-anchor="end">${messages.say.compact(top * share)}</text>`)}
      ${[0, 0.25, 0.5, 0.75, 1].map((share) => svg`<text x=${x(share)} y=${HEIGHT - FOOT + 16} text-anchor=${share === 1 ? 'end' : 'middle'}>${percent(share)}</text>`)}
      <text x=${WIDTH / 2} y=${HEIGHT - 4} text-anchor="middle">${texts.threshold}</text>
      <path d=${path} fill="none" />
      ${mark(inForce, 'now', texts.now, 20)} ${Math.abs(thresholds.hold - inForce) < 0.0005 ? nothing : mark(thresholds.hold, 'then', texts.then, 36)}
    </svg>
  </figure>`;
}
