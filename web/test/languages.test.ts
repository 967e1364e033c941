import { afterEach, expect, it } from 'vitest';
import ar from '../src/widget/messages/ar.json';
import de from '../src/widget/messages/de.json';
import first from '../src/widget/messages/en.json';
import later from '../src/widget/messages/en.later.json';
import es from '../src/widget/messages/es.json';
import fr from '../src/widget/messages/fr.json';
import { languageOf, messages, speak } from '../src/widget/messages';

const en = { ...first, ...later };
const ALL: Readonly<Record<string, object>> = { ar, de, en, es, fr };

type Tree = string | { readonly [key: string]: Tree };
const isForms = (tree: Tree): tree is Readonly<Record<string, string>> => typeof tree === 'object' && 'other' in tree && !('spam' in tree);

/** Every text by its path; the forms of one text stand together. */
function texts(tree: Tree, path = ''): [string, string[]][] {
  if (typeof tree === 'string') return [[path, [tree]]];
  if (isForms(tree)) return [[path, Object.values(tree)]];
  return Object.entries(tree).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

afterEach(() => speak('en'));

it('has every text in every language, with what is put into it', () => {
  const english = new Map(texts(en));
  for (const [language, file] of Object.entries(ALL)) {
    const here = new Map(texts(file as Tree));
    expect([...here.keys()].sort(), language).toEqual([...english.keys()].sort());
    for (const [path, forms] of here) {
      const known = new Set(english.get(path)?.flatMap(names));
      for (const form of forms) {
        expect(names(form).every((name) => known.has(name)), `${language} ${path}: ${form}`).toBe(true);
        expect(form.trim() === '' && path !== '/placeholder/edit', `${language} ${path}`).toBe(false);
      }
      // A number may be spelled out; everything else is named in the form for many.
      expect(names(forms.at(-1) ?? ''), `${language} ${path}`).toEqual(names(english.get(path)?.at(-1) ?? ''));
    }
  }
});

it('has a form for each plural of each language', () => {
  for (const [language, file] of Object.entries(ALL)) {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const forms = Object.values(file as Record<string, Tree>).filter(isForms);
    expect(forms.length, language).toBeGreaterThan(8);
    for (const form of forms) expect(Object.keys(form), `${language}: ${form['other'] ?? ''}`).toEqual(expect.arrayContaining(wanted));
  }
});

it('counts as the language does', async () => {
  expect([0, 1, 1200].map(messages.count)).toEqual(['No responses', 'One response', '1,200 responses']);
  await speak('de');
  expect([0, 1, 1200].map(messages.count)).toEqual(['Keine Antworten', 'Eine Antwort', '1.200 Antworten']);
  expect(messages.reply).toBe('Antworten');
  await speak('ar');
  expect([0, 1, 2].map(messages.count)).toEqual(['لا ردود', 'رد واحد', 'ردّان']);
  expect(messages.direction).toBe('rtl');
  expect(new Set([3, 11, 100].map(messages.count)).size).toBe(3);
  await speak('en');
  expect([messages.direction, messages.reply]).toEqual(['ltr', 'Reply']);
});

it('speaks the first language that it knows', () => {
  expect(languageOf(['', 'de-AT', 'fr'])).toBe('de');
  expect(languageOf(['pt-BR', 'es-419'])).toBe('es');
  expect(languageOf(['pt', 'it'])).toBe('en');
  expect(languageOf(['en-GB', 'de'])).toBe('en');
  expect(languageOf(['constructor'])).toBe('en');
});

it('stays with what it speaks where a language is not to be had', async () => {
  await speak('xx');
  expect(messages.language).toBe('en');
});
