import { describe, expect, it } from 'vitest';
import { prose } from '../src/widget/prose';

function rendered(html: string): string {
  const element = document.createElement('div');
  element.append(prose(html));
  return element.innerHTML;
}

describe('prose', () => {
  it('keeps the Markdown subset, each block with a direction of its own', () => {
    expect(rendered('<p>a <em>b</em><br><strong>c</strong> <code>d</code></p>')).toBe('<p dir="auto">a <em>b</em><br><strong>c</strong> <code>d</code></p>');
  });

  it('keeps links to pages and mail only, and says what they are', () => {
    expect(rendered('<a href="https://x.example/" onclick="x()" target="_blank">x</a>')).toBe('<a href="https://x.example/" rel="nofollow ugc noopener">x</a>');
    for (const href of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', '/relative', '']) {
      expect(rendered(`<a href="${href}">x</a>`)).toBe('<a>x</a>');
    }
  });

  it('drops scripts and styles with what is in them, and all attributes', () => {
    expect(rendered('<script>alert(1)</script><style>p{}</style><p style="color:red" onclick="x()" id="y">text</p>')).toBe('<p dir="auto">text</p>');
  });

  it('keeps the text of elements that it does not know', () => {
    expect(rendered('<h1>big <img src=x onerror=alert(1)><custom-part>text</custom-part></h1>')).toBe('big text');
  });

  it('covers spoilers with a box that opens them', () => {
    expect(rendered('<p>a <span class="spoiler">b <em>c</em></span> <span class="fresh" onclick="x()">d</span></p>')).toBe(
      '<p dir="auto">a <label class="spoiler"><input type="checkbox" aria-label="Show spoiler"><span>b <em>c</em></span></label> d</p>',
    );
  });
});
