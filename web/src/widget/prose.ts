import { nothing } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import { messages } from './messages';

/** What the Markdown subset renders to; anything else loses its tags and keeps its text. */
const ALLOWED = new Set(['A', 'BLOCKQUOTE', 'BR', 'CODE', 'EM', 'LI', 'OL', 'P', 'PRE', 'STRONG', 'UL']);
const DROPPED = new Set(['IFRAME', 'MATH', 'NOSCRIPT', 'OBJECT', 'SCRIPT', 'STYLE', 'SVG', 'TEMPLATE', 'TITLE']);
/** Each block takes the direction of its own first letter. */
const BLOCKS = new Set(['BLOCKQUOTE', 'LI', 'OL', 'P', 'UL']);
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * A comment's HTML as nodes. The server has sanitised it; here it is read by an inert parser, and only known elements
 * are made anew, without any attribute but a checked link. Markup enters the page nowhere else.
 */
export function prose(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  copy(parsed.body, fragment);
  return fragment;
}

function copy(from: Node, to: Node): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.textContent ?? ''));
    else if (node instanceof Element && !DROPPED.has(node.tagName.toUpperCase())) copy(node, copyOf(node, to));
  }
}

/** The element's copy, put into `to`; `to` itself for one that is not allowed. */
function copyOf(element: Element, to: Node): Node {
  if (element.matches('span.spoiler')) return spoiler(to);
  if (!ALLOWED.has(element.tagName)) return to;
  const made = document.createElement(element.tagName);
  if (BLOCKS.has(element.tagName)) made.dir = 'auto';
  if (made instanceof HTMLAnchorElement) link(made, element.getAttribute('href') ?? '');
  return to.appendChild(made);
}

/** A cover that a click or a key opens, put into `to`; gives what lies under it. */
function spoiler(to: Node): Node {
  const cover = document.createElement('label');
  const box = document.createElement('input');
  const under = document.createElement('span');
  cover.className = 'spoiler';
  box.type = 'checkbox';
  box.setAttribute('aria-label', messages.spoiler);
  cover.append(box, under);
  to.appendChild(cover);
  return under;
}

function link(made: HTMLAnchorElement, href: string): void {
  if (!URL.canParse(href) || !SCHEMES.has(new URL(href).protocol)) return;
  made.href = href;
  made.rel = 'nofollow ugc noopener';
}

class ProseDirective extends Directive {
  private html: string | null = null;
  private body: Element | typeof nothing = nothing;

  /** The same element as long as the text is the same, so that a selection in it survives. */
  override render(html: string): Element | typeof nothing {
    if (html !== this.html) {
      const body = document.createElement('div');
      body.className = 'prose';
      body.append(prose(html));
      this.html = html;
      this.body = body;
    }
    return this.body;
  }
}

export const renderedProse = directive(ProseDirective);
