import { afterEach, expect, it } from 'vitest';
import type { Batch } from '../src/console/api';
import { LANGUAGES, messages, speak } from '../src/console/messages';
import { ar } from '../src/console/messages/ar';
import { de } from '../src/console/messages/de';
import { en, type Texts } from '../src/console/messages/en';
import { es } from '../src/console/messages/es';
import { fr } from '../src/console/messages/fr';
import { type Say, sayIn } from '../src/console/messages/say';

const OTHERS: Readonly<Record<string, (say: Say) => Texts>> = { de, fr, es, ar };

/** What is said as in English: names of things, what is typed, and words that both languages have. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  every: ['/product', '/operators/5/1', '/operators/9/1', '/operators/12/1'],
  de: ['/place', '/name', '/steering/links'],
  fr: ['/pages'],
};

/** The keys and the operators themselves; the first two of a search are words and not operators. */
const TYPED = /^\/(keys\/\d+|operators\/([2-9]|\d\d))\/0$/;

/** Every text by its path, functions too. */
function texts(tree: unknown, path = ''): [string, unknown][] {
  return typeof tree === 'object' && tree !== null ? Object.entries(tree).flatMap(([key, value]) => texts(value, `${path}/${key}`)) : [[path, tree]];
}

const NUMBERS = [0, 1, 2, 3, 11, 100, 1_000_000];
const AT = new Date('2026-03-09T10:00:00Z');
const batch = (n: number): Batch => ({ id: 'b', state: 'done', total: n + 2, applied: n, refused: n, failed: n });

/** Sentences with a name in them. */
const named = (t: Texts): string[] => [
  t.roleOf('Ada'), t.passwordOf('Ada'), t.answering('Ada'), t.allOfAuthor('Ada'), t.looksAtIt('Ada'), t.select('Ada'), t.undoneOne('Ada'), t.gone('Ada'),
  t.done.approve('Ada'), t.done.reject('Ada'), t.done.escalate('Ada'), t.othersDid('X', 'Ada', 'Ada'), t.decidedBy('X', 'Ada', 'Y'), t.already('X', 'Ada', 'Y'),
];

/** Sentences with a number in them. */
const numbered = (t: Texts, n: number): string[] => [
  t.lockedOut(n), t.freshOnes(n), t.found(n), t.sizeOf('X', n, 'Y'), t.campaign(n), t.record(n + 1, n + 1, n + 2), t.revision(n),
  t.allFound(n), t.selected(n), t.approveSo(n), t.rejectSo(n), t.andMore(n), t.batchStands(true, batch(n + 1)), t.batchStands(false, batch(n + 1)),
];

const others = (t: Texts): string[] => [t.since(AT), t.probability('1', '2'), t.revisionOf(2, 'X'), t.fault('X', 'Y'), t.notSaved('X'), t.ago(AT, new Date(+AT + 7_200_000)), t.exactly(AT)];

afterEach(async () => {
  await speak('en');
  document.documentElement.removeAttribute('lang');
  document.documentElement.removeAttribute('dir');
});

it('has every text in every language, and each in its own words', () => {
  expect(LANGUAGES).toEqual(['en', ...Object.keys(OTHERS)]);
  const english = new Map(texts(en(sayIn('en'))));
  for (const [language, spoken] of Object.entries(OTHERS)) {
    const here = new Map(texts(spoken(sayIn(language))));
    expect([...here.keys()].sort(), language).toEqual([...english.keys()].sort());
    const may = [...(SAME['every'] ?? []), ...(SAME[language] ?? [])];
    const same = [...here].filter(([path, text]) => typeof text === 'string' && text === english.get(path) && !TYPED.test(path) && !may.includes(path));
    expect(same, language).toEqual([]);
    for (const [path, text] of here) {
      expect(typeof text, `${language} ${path}`).toBe(typeof english.get(path));
      if (typeof text === 'string') expect(text.trim(), `${language} ${path}`).not.toBe('');
      if (TYPED.test(path)) expect(text, `${language} ${path}`).toBe(english.get(path));
    }
  }
});

it('puts names and numbers into sentences of the language', () => {
  const said = (t: Texts): string[] => [...named(t), ...numbered(t, 3), ...others(t)];
  const english = said(en(sayIn('en')));
  for (const [language, spoken] of Object.entries(OTHERS)) {
    said(spoken(sayIn(language))).forEach((sentence, at) => { expect(sentence, language).not.toBe(english[at]); });
    for (const sentence of named(spoken(sayIn(language)))) expect(sentence, language).toContain('Ada');
  }
});

it('has a form for each plural of each language', () => {
  for (const [language, spoken] of Object.entries({ en, ...OTHERS })) {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const forms: string[][] = [];
    const say = sayIn(language);
    const t = spoken({ ...say, plural: (n, of) => { forms.push(Object.keys(of)); return say.plural(n, of); } });
    NUMBERS.forEach((n) => numbered(t, n));
    expect(forms.length, language).toBeGreaterThan(NUMBERS.length);
    for (const form of forms) expect(form, language).toEqual(expect.arrayContaining(wanted));
  }
});

it('counts as the language does', () => {
  expect([0, 1, 1200].map(de(sayIn('de')).found)).toEqual(['0 Kommentare', '1 Kommentar', '1.200 Kommentare']);
  expect([0, 1, 2, 1_000_000].map((n) => fr(sayIn('fr')).found(n).replaceAll(/\s/g, ' '))).toEqual(['0 commentaire', '1 commentaire', '2 commentaires', '1 000 000 de commentaires']);
  expect([1, 1_000_000].map(es(sayIn('es')).found)).toEqual(['1 comentario', '1.000.000 de comentarios']);
  expect([0, 1, 2].map(ar(sayIn('ar')).found)).toEqual(['لا تعليقات', 'تعليق واحد', 'تعليقان']);
});

it('keeps names apart in Arabic sentences', () => {
  for (const sentence of named(ar(sayIn('ar')))) expect(sentence.replaceAll('\u2068Ada\u2069', ''), sentence).not.toContain('Ada');
  expect(ar(sayIn('ar')).fault('x:', 'y')).toMatch(/\u2068x:\u2069.*\u2068y\u2069/);
});

it('turns the page to the direction of the language, and back', async () => {
  const { documentElement } = document;
  await speak('ar');
  expect([documentElement.lang, documentElement.dir, messages.direction, messages.approve]).toEqual(['ar', 'rtl', 'rtl', 'قبول']);
  await speak('de');
  expect([documentElement.lang, documentElement.dir, messages.approve]).toEqual(['de', 'ltr', 'Freigeben']);
  await speak('en');
  expect([documentElement.lang, documentElement.dir, messages.direction, messages.approve]).toEqual(['en', 'ltr', 'ltr', 'Approve']);
});

it('stays with what it speaks where a language is not to be had', async () => {
  await speak('fr');
  await speak('xx');
  expect([messages.language, messages.approve]).toEqual(['fr', 'Approuver']);
});
