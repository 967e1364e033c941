import { threadId } from '../shared/thread-id';

/** The service answers for so many threads in one request. */
const AT_ONCE = 100;

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly none: string; readonly other: string };

/** `#` stands for the number. */
const WORDS: Readonly<Record<string, Forms>> = {
  en: { none: 'No responses', one: '# response', other: '# responses' },
  de: { none: 'Keine Antworten', one: '# Antwort', other: '# Antworten' },
  es: { none: 'Ninguna respuesta', one: '# respuesta', other: '# respuestas' },
  fr: { none: 'Aucune réponse', one: '# réponse', other: '# réponses' },
  ar: { none: 'لا ردود', one: 'رد واحد', two: 'ردّان', few: '# ردود', many: '# ردًّا', other: '# رد' },
};

/** A count in the words of a language, English for one that is not known here. */
export function countText(count: number, language: string): string {
  const known = language.split('-')[0]?.toLowerCase() ?? '';
  const [locale, forms] = known in WORDS ? [language, WORDS[known]] : ['en', WORDS['en']];
  if (!forms) return String(count);
  const form = count === 0 ? forms.none : (forms[new Intl.PluralRules(locale).select(count)] ?? forms.other);
  return form.replace('#', new Intl.NumberFormat(locale).format(count));
}

const idOf = ({ dataset }: HTMLElement): string => threadId(dataset['rejoinderSite'] ?? '', dataset['rejoinderCount'] ?? '');

const languageOf = (link: HTMLElement): string => link.closest<HTMLElement>('[lang]')?.lang ?? navigator.language;

/**
 * Fills in the counts of all links with `data-rejoinder-count="PAGE"` (and `data-rejoinder-site="SITE"`). A link whose count cannot be had keeps the text
 * that it has.
 */
export async function showCounts(root: ParentNode, base: URL, get: typeof fetch = fetch): Promise<void> {
  const links = [...root.querySelectorAll<HTMLElement>('[data-rejoinder-count]')];
  const ids = [...new Set(links.map(idOf))];
  const counts: Record<string, number> = {};
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const query = new URLSearchParams(ids.slice(i, i + AT_ONCE).map((id) => ['thread', id]));
    try {
      const response = await get(new URL(`api/counts?${query.toString()}`, base), { credentials: 'omit' });
      if (response.ok) Object.assign(counts, ((await response.json()) as { counts: Record<string, number> }).counts);
    } catch {
      // Without the service the page is as it was.
    }
  }
  for (const link of links) {
    const count = counts[idOf(link)];
    if (count !== undefined) link.textContent = countText(count, languageOf(link));
  }
}
