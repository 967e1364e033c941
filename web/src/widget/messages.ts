import { ago } from '../shared/words';
import en from './messages/en.json';
import type later from './messages/en.later.json';

/** The forms of a text that a number asks for, by the language's plural rules; `zero` is for none in any language. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
type Values = Readonly<Record<string, string>>;

type English = typeof en & typeof later;

/** What a file in `messages/` holds: texts, or forms of texts, with `{names}` of what is put in. English is two files: what most readers see, and the rest. */
export type Texts = { readonly [Key in keyof English]: English[Key] extends { one: string; other: string } ? Forms : English[Key] };

const fill = (text: string, values: Values): string => text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);

/** Everything that the widget says, in a language. */
function spoken(texts: Texts, language: string) {
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language);
  const number = (n: number): string => format.format(n);
  const many = (forms: Forms, n: number, values: Values = {}): string =>
    fill((n === 0 ? forms.zero : undefined) ?? forms[rules.select(n)] ?? forms.other, { n: number(n), ...values });
  return {
    ...texts,
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    number,
    ago: (at: Date, now: Date) => ago(language, at, now),
    exactly: (at: Date) => at.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' }),
    count: (n: number) => many(texts.count, n),
    countTo: (n: number, subject: string) => many(texts.countTo, n, { subject }),
    showMoreNew: (n: number) => many(texts.showMoreNew, n),
    rejectedBecause: (reason: string) => fill(texts.rejectedBecause, { reason }),
    claimable: (n: number) => fill(texts.claimable, { n: number(n) }),
    signInWith: (name: string) => fill(texts.signInWith, { name }),
    signedInAs: (name: string) => fill(texts.signedInAs, { name: `\u2068${name}\u2069` }),
    replyTo: (name: string) => fill(texts.replyTo, { name }),
    left: (n: number) => many(texts.left, n),
    tooMany: (n: number) => many(texts.tooMany, n),
    tooLong: (length: number, most: number) => fill(texts.tooLong, { length: number(length), most: number(most) }),
    arrived: (n: number, name: string) => many(texts.arrived, n, { name }),
    likes: (n: number) => many(texts.likes, n),
    like: (name: string, n: number) => many(texts.like, n, { name }),
    newOnes: (n: number) => many(texts.newOnes, n),
    hideReplies: (n: number) => many(texts.hideReplies, n),
    showReplies: (n: number) => many(texts.showReplies, n),
    more: (name: string) => fill(texts.more, { name }),
    mute: (name: string) => fill(texts.mute, { name }),
    unmute: (name: string) => fill(texts.unmute, { name }),
    muted: (name: string) => fill(texts.muted, { name }),
    unmuted: (name: string) => fill(texts.unmuted, { name }),
    unsentBecause: (reason: string) => fill(texts.unsentBecause, { reason }),
    linkTo: (when: string) => fill(texts.linkTo, { when }),
    reportOf: (name: string) => fill(texts.reportOf, { name }),
    wrongs: texts.wrongs as Values,
    eraseSure: (comments: number, likes: number, follows: number) =>
      [many(texts.eraseSure, comments), likes ? many(texts.eraseLikes, likes) : '', follows ? many(texts.eraseFollows, follows) : ''].join(' '),
    // Until the rest of English is there, the server says it.
    reasons: { ...texts.reasons } as Values,
    problems: texts.problems as Values,
    retryAfter: (seconds: number) => many(texts.retryAfter, seconds),
  };
}

/** The language that is spoken now: one for all threads of a page. */
export const messages = spoken(en as unknown as Texts, 'en');

export type Messages = typeof messages;

let english = en as unknown as Texts;

/** Knows the rest of English from now on; a part of the widget that is fetched later brings it. */
export function learn(rest: typeof later): void {
  english = { ...en, ...rest };
  if (messages.language === 'en') Object.assign(messages, spoken(english, 'en'));
}

/** The languages beside English, each a file that is fetched when it is needed. */
const OTHERS: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  ar: () => import('./messages/ar.json'),
  de: () => import('./messages/de.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
};

/** The first of these languages that there are messages in; English where there is none. */
export function languageOf(wishes: readonly string[]): string {
  const known = wishes.map((wish) => (wish.split('-')[0] ?? '').toLowerCase());
  return known.find((language) => language === 'en' || Object.hasOwn(OTHERS, language)) ?? 'en';
}

/** Speaks a language from now on, once its messages are there and if it is still wanted then; else stays with the one before. */
export async function speak(language: string, wanted: () => boolean = () => true): Promise<void> {
  if (language === messages.language) return;
  const texts = language === 'en' ? english : (await OTHERS[language]?.())?.default;
  if (texts && wanted()) Object.assign(messages, spoken(texts, language));
}
