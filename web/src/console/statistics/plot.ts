import { html, svg, type TemplateResult } from 'lit';
import { messages } from '../messages';
import type { Part } from './api';

const WIDTH = 720;
const HEIGHT = 200;
const AXIS = 44;
const FOOT = 22;
const KINDS = ['approved', 'held', 'rejected'] as const;

/** A round number at or above this one, to end an axis with. */
export function roundUp(most: number): number {
  if (most <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 5, 8, 10].map((times) => times * power).find((bound) => bound >= most) ?? 10 * power;
}

/**
 * Comments over time, a bar for each part, stacked by what became of them. The same stands below as a table. Time runs from left to
 * right in every language, as on a clock's strip.
 */
export function volume(parts: readonly Part[], seconds: number): TemplateResult {
  const texts = messages.statistics;
  const top = roundUp(Math.max(...parts.map(({ approved, held, rejected }) => approved + held + rejected)));
  const wide = (WIDTH - AXIS) / parts.length;
  const tall = (n: number): number => ((HEIGHT - FOOT - 8) * n) / top;
  const bar = (part: Part, i: number): TemplateResult => {
    let y = HEIGHT - FOOT;
    const pieces = KINDS.map((kind) => {
      y -= tall(part[kind]);
      return svg`<rect class=${kind} x=${AXIS + i * wide + 1} y=${y} width=${Math.max(1, wide - 2)} height=${tall(part[kind])} />`;
    });
    return svg`<g><title>${texts.partOf(when(part, seconds), part.approved, part.held, part.rejected)}</title>
      <rect class="reach" x=${AXIS + i * wide} y="0" width=${wide} height=${HEIGHT - FOOT} />${pieces}</g>`;
  };
  const line = (share: number): TemplateResult => svg`<line class="grid" x1=${AXIS} x2=${WIDTH} y1=${HEIGHT - FOOT - tall(top * share)} y2=${HEIGHT - FOOT - tall(top * share)} />
    <text x=${AXIS - 6} y=${HEIGHT - FOOT - tall(top * share) + 4} text-anchor="end">${messages.say.compact(top * share)}</text>`;
  const named = parts.flatMap((part, i) => (i % Math.ceil(parts.length / 6) === 0 ? [svg`<text x=${AXIS + i * wide} y=${HEIGHT - 4}>${when(part, seconds)}</text>`] : []));
  return html`<figure class="plot">
    <figcaption>${texts.volume} <span class="key">${KINDS.map((kind) => html`<span class=${kind}>${messages.outcomes[kind]}</span>`)}</span></figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${texts.volumeSaid(sum(parts, 'approved'), sum(parts, 'held'), sum(parts, 'rejected'))} direction="ltr">
      ${[0, 0.5, 1].map(line)} ${parts.map(bar)} ${named}
    </svg>
    <details>
      <summary>${texts.asTable}</summary>
      <div class="scrolls" tabindex="0" role="region" aria-label=${texts.volume}>
        <table>
          <thead><tr><th scope="col">${texts.time}</th>${KINDS.map((kind) => html`<th scope="col">${messages.outcomes[kind]}</th>`)}</tr></thead>
          <tbody>${parts.map((part) => html`<tr><th scope="row">${when(part, seconds)}</th>${KINDS.map((kind) => html`<td>${messages.say.number(part[kind])}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
    </details>
  </figure>`;
}

const sum = (parts: readonly Part[], kind: (typeof KINDS)[number]): number => parts.reduce((all, part) => all + part[kind], 0);

/** A part by its beginning: the hour, or the day. */
function when({ from }: Part, seconds: number): string {
  const { language } = messages;
  const at = new Date(from);
  if (seconds < 86_400 / 4) return at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  if (seconds < 86_400) return at.toLocaleString(language, { weekday: 'short', hour: '2-digit' });
  return at.toLocaleDateString(language, { day: 'numeric', month: 'short' });
}
