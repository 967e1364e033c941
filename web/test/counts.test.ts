import { afterEach, expect, test } from 'vitest';
import { countText, showCounts } from '../src/embed/counts';

const base = new URL('https://example.org/comments/');

afterEach(() => {
  document.body.innerHTML = '';
});

function answering(counts: Record<string, number>, asked: string[] = []): typeof fetch {
  return (input) => {
    asked.push((input as URL).href);
    return Promise.resolve(new Response(JSON.stringify({ counts })));
  };
}

test('links show the counts of their threads, asked for once', async () => {
  document.body.innerHTML = `<div lang="de"><a data-rejoinder-count="night" data-rejoinder-site="blog">…</a></div>
    <a lang="en" data-rejoinder-count="0f3c">…</a><a lang="en" data-rejoinder-count="0f3c">…</a>`;
  const asked: string[] = [];
  await showCounts(document, base, answering({ 'blog--night': 12, '0f3c': 1 }, asked));
  expect([...document.querySelectorAll('a')].map((a) => a.textContent)).toEqual(['12 Antworten', '1 response', '1 response']);
  expect(asked).toEqual(['https://example.org/comments/api/counts?thread=blog--night&thread=0f3c']);
});

test('more than a hundred are asked for a hundred at a time', async () => {
  document.body.innerHTML = Array.from({ length: 101 }, (_, i) => `<a data-rejoinder-count="t${i}">…</a>`).join('');
  const asked: string[] = [];
  await showCounts(document, base, answering({}, asked));
  expect(asked.map((address) => address.split('thread=').length - 1)).toEqual([100, 1]);
});

test('a link whose count cannot be had keeps its text, and a page without links asks nothing', async () => {
  document.body.innerHTML = '<a data-rejoinder-count="x">Comments</a>';
  await showCounts(document, base, () => Promise.reject(new TypeError('away')));
  await showCounts(document, base, () => Promise.resolve(new Response('{}', { status: 403 })));
  expect(document.querySelector('a')?.textContent).toBe('Comments');
  document.body.innerHTML = '';
  const asked: string[] = [];
  await showCounts(document, base, answering({}, asked));
  expect(asked).toEqual([]);
});

test('counts have the forms of their language', () => {
  expect([0, 1, 2, 1200].map((n) => countText(n, 'en-GB'))).toEqual(['No responses', '1 response', '2 responses', '1,200 responses']);
  expect([0, 1, 5].map((n) => countText(n, 'fr'))).toEqual(['Aucune réponse', '1 réponse', '5 réponses']);
  expect(new Set([0, 1, 2, 3, 11, 100].map((n) => countText(n, 'ar').replace(/[\d٠-٩]+/g, '#'))).size).toBe(6);
  expect(countText(3, 'tlh')).toBe('3 responses');
});
