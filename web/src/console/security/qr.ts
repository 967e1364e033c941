import { svg, type SVGTemplateResult } from 'lit';
import encodeQR from 'qr';

/** The border that readers of such codes need, in modules. */
const QUIET = 4;

/** A code that a telephone reads, as a picture in the colours of paper, whatever the page's are. */
export function picture(text: string, title: string): SVGTemplateResult {
  const rows = encodeQR(text, 'raw', { border: QUIET });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return svg`<svg class="qr" role="img" aria-label=${title} viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges">
    <rect width="100%" height="100%" fill="white" />
    <path d=${path} fill="black" />
  </svg>`;
}
