import { css } from 'lit';

/**
 * The look: the page's own font, and colours that a site can set by `--rejoinder-*`. Every pair of text and ground
 * keeps at least 4.5:1, of a control's edge 3:1, in light and in dark.
 */
const tokens = css`
  :host {
    color-scheme: light dark;
    display: block;
    font-family: var(--rejoinder-font, inherit);
    line-height: 1.55;
    --accent: var(--rejoinder-accent, light-dark(#1d5bb8, #8fbaff));
    --on-accent: var(--rejoinder-on-accent, light-dark(#ffffff, #0b1a30));
    --text: var(--rejoinder-text, light-dark(#1c2127, #e6e9ed));
    --muted: var(--rejoinder-muted, light-dark(#58616c, #a7b0bb));
    --surface: var(--rejoinder-surface, light-dark(#ffffff, #1b1f24));
    --tint: var(--rejoinder-tint, light-dark(#f3f5f8, #23282f));
    --line: var(--rejoinder-line, light-dark(#dfe3e8, #343b44));
    --edge: var(--rejoinder-edge, light-dark(#87909b, #76818d));
    --error: var(--rejoinder-error, light-dark(#b3261e, #ff9d94));
    --waiting: light-dark(#6a4700, #f2d48b);
    --waiting-tint: light-dark(#fff5dc, #332a13);
    --radius: var(--rejoinder-radius, 0.6rem);
    color: var(--text);
  }
  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
  :host([hidden]) { display: none; }
`;

const base = css`
  * { box-sizing: border-box; }
  section { container-type: inline-size; }
  h2, p, ol { margin: 0; padding: 0; }
  ol { list-style: none; }
  bdi, p, .prose { overflow-wrap: anywhere; }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button, input, select, textarea { font: inherit; color: inherit; }
  button { cursor: pointer; border: 0; border-radius: calc(var(--radius) * 0.75); background: none; padding: 0.45em 0.9em; }
  button[aria-disabled='true'] { opacity: 0.65; cursor: progress; }
  .primary { background: var(--accent); color: var(--on-accent); font-weight: 600; }
  .primary:hover { filter: brightness(1.08); }
  .quiet { color: var(--muted); padding: 0.3em 0.55em; }
  .quiet:hover { color: var(--accent); background: var(--tint); }
  .more { display: block; inline-size: 100%; margin-block-start: 1.25rem; padding: 0.7em; background: var(--tint); color: var(--accent); font-weight: 600; }
  .more:hover { text-decoration: underline; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .head { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: baseline; justify-content: space-between; margin-block-end: 1rem; }
  h2 { font-size: 1.35em; line-height: 1.25; letter-spacing: -0.01em; }
  select { border: 1px solid var(--edge); border-radius: calc(var(--radius) * 0.75); background: var(--surface); padding: 0.3em 0.5em; font-size: 0.9em; }
  .foot { display: flex; flex-wrap: wrap; align-items: center; margin-block-start: 1.25rem; font-size: 0.87em; }
  .foot a, .compose a { color: var(--muted); text-underline-offset: 0.15em; }
  .note { color: var(--muted); padding-block: 1rem; }
`;

const form = css`
  .compose {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    margin-block-end: 1.5rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  li .compose { margin-block: 0.5rem 0.75rem; }
  .field { display: grid; align-content: end; gap: 0.25rem; min-inline-size: 0; }
  label { font-size: 0.9em; font-weight: 600; }
  .who { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); }
  input, textarea {
    inline-size: 100%;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 0.75);
    background: var(--surface);
    padding: 0.55em 0.7em;
  }
  textarea { resize: vertical; field-sizing: content; min-block-size: 5.5em; max-block-size: 60vh; line-height: inherit; }
  ::placeholder { color: var(--muted); opacity: 1; }
  textarea:placeholder-shown { direction: inherit; }
  [aria-invalid='true'] { border-color: var(--error); box-shadow: inset 0 0 0 1px var(--error); }
  .error, .failure { color: var(--error); font-size: 0.9em; }
  .error:empty, .failure:empty { display: none; }
  .hint { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; justify-content: space-between; color: var(--muted); font-size: 0.82em; margin-block-start: -0.4rem; }
  .counter { font-variant-numeric: tabular-nums; }
  .counter.over { color: var(--error); font-weight: 600; }
  fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 0.15rem; min-inline-size: 0; }
  legend { padding: 0; font-size: 0.9em; font-weight: 600; margin-block-end: 0.25rem; }
  .choice { display: flex; gap: 0.6em; align-items: center; font-weight: 400; padding-block: 0.2rem; }
  .choice input { inline-size: auto; accent-color: var(--accent); }
  .actions { display: flex; flex-wrap: wrap; gap: 0.25rem; align-items: center; }
`;

const comments = css`
  article { padding-block: 0.9rem 0.5rem; border-radius: var(--radius); scroll-margin-block: 4rem; }
  article:focus { outline: none; }
  article:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; }
  header { display: flex; gap: 0.65rem; align-items: center; }
  .avatar {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2.1em;
    block-size: 2.1em;
    border-radius: 50%;
    font-weight: 600;
    font-size: 0.95em;
    background: var(--tone);
    color: light-dark(#1c2127, #14171b);
  }
  .tone-0 { --tone: light-dark(#cfe0f7, #9dbde8); }
  .tone-1 { --tone: light-dark(#d5ead6, #a3cfa7); }
  .tone-2 { --tone: light-dark(#f6dfc9, #e0b88f); }
  .tone-3 { --tone: light-dark(#ead9f3, #c9a9dc); }
  .tone-4 { --tone: light-dark(#f6d5da, #e3a3ae); }
  .tone-5 { --tone: light-dark(#d0e9ea, #93c9cb); }
  .by { display: flex; flex-wrap: wrap; gap: 0 0.55em; align-items: baseline; min-inline-size: 0; }
  .author { font-weight: 650; }
  .you { font-size: 0.75em; font-weight: 600; color: var(--accent); border: 1px solid currentcolor; border-radius: 99px; padding: 0 0.55em; }
  .verified { font-size: 0.8em; font-weight: 600; color: var(--accent); }
  .verified::before { content: '✓ '; content: '✓ ' / ''; }
  .when { color: var(--muted); font-size: 0.87em; }
  .prose { padding-block: 0.45rem 0.25rem; max-inline-size: 46rem; }
  .plain { white-space: pre-wrap; }
  .prose > * { margin: 0; }
  .prose > * + * { margin-block-start: 0.7em; }
  .prose a { color: var(--accent); text-underline-offset: 0.15em; }
  .prose blockquote { margin: 0; padding-inline-start: 0.9em; border-inline-start: 3px solid var(--line); color: var(--muted); }
  .prose ol, .prose ul { padding-inline-start: 1.4em; }
  .prose ol { list-style: decimal; }
  .prose code { font-family: ui-monospace, monospace; font-size: 0.9em; background: var(--tint); border-radius: 0.25em; padding: 0.1em 0.3em; }
  .prose pre { background: var(--tint); border-radius: calc(var(--radius) * 0.75); padding: 0.7em 0.9em; overflow-x: auto; direction: ltr; text-align: left; }
  .prose pre code { background: none; padding: 0; }
  .spoiler { display: inline; font: inherit; cursor: pointer; border-radius: 0.25em; background: var(--tint); }
  .spoiler > input { appearance: none; display: inline-block; inline-size: auto; margin-inline-end: 0.35em; padding: 0 0.5em; border-radius: 0.3em; font-size: 0.8em; line-height: 1.6; vertical-align: baseline; cursor: pointer; }
  .spoiler > input::before { content: attr(aria-label); }
  .spoiler > input:not(:checked) + span { visibility: hidden; }
  .preview { border: 1px dashed var(--edge); border-radius: calc(var(--radius) * 0.75); padding: 0.4rem 0.9rem; }
  .standing { margin-block-start: 0.55rem; padding: 0.4em 0.75em; inline-size: fit-content; max-inline-size: 100%; border-radius: calc(var(--radius) * 0.75); background: var(--waiting-tint); color: var(--waiting); font-size: 0.88em; }
  [data-state='rejected'] .standing { background: var(--tint); color: var(--error); }
  .gone { color: var(--muted); font-style: italic; }
  article .actions { margin-inline-start: -0.55em; font-size: 0.87em; color: var(--muted); }
  .replies article .actions { margin-inline-start: 0; }
  .like, .likes { font-variant-numeric: tabular-nums; }
  .likes { padding-inline: 0.55em; }
  .like[aria-pressed='true'] { color: var(--accent); font-weight: 600; }
  .replies { position: relative; padding-inline-start: 1.9rem; }
  .replies.collapsed { padding-inline-start: 0.5rem; font-size: 0.9em; }
  .replies .replies .replies { padding-inline-start: 1.6rem; }
  .line {
    position: absolute;
    inset-block: 0 0.6rem;
    inset-inline-start: 0.3rem;
    inline-size: 1.5rem;
    padding: 0;
    border-radius: 0;
    background: linear-gradient(var(--line), var(--line)) center / 2px 100% no-repeat;
  }
  .line:hover { background-image: linear-gradient(var(--accent), var(--accent)); }
  .new { position: sticky; inset-block-start: 0.5rem; z-index: 1; display: grid; justify-content: center; margin-block-end: 0.75rem; }
  .linked { background: var(--waiting-tint); box-shadow: 0 0 0 0.5rem var(--waiting-tint); }
  .when a { color: inherit; text-decoration: none; }
  .when a:hover { text-decoration: underline; }
  .answers { font-size: 0.9em; padding-block-start: 0.3rem; }
  .answers a { color: var(--accent); }
  .when a, .answers a, .foot a { display: inline-block; padding-block: 0.2rem; }
  @media (forced-colors: active) {
    button { border: 1px solid ButtonBorder; }
    .line { border: 0; border-inline-start: 2px solid CanvasText; }
  }
  .long > .list > li { content-visibility: auto; contain-intrinsic-block-size: auto 14rem; }
  .list > li + li { border-block-start: 1px solid var(--line); }
  .list .list > li + li { border-block-start: 0; }
  @container (max-width: 32rem) {
    .replies, .replies .replies .replies { padding-inline-start: 1.5rem; }
    .line { inset-inline-start: 0; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .fresh { animation: fresh 4s ease-out; }
    @keyframes fresh { from { background: var(--waiting-tint); box-shadow: 0 0 0 0.5rem var(--waiting-tint); } }
  }
`;

export const styles = [tokens, base, form, comments];
