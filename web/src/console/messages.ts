import { en, type Texts } from './messages/en';
import { type Say, sayIn } from './messages/say';

/** The languages beside English, each a file that is fetched when it is needed. */
const OTHERS: Readonly<Record<string, () => Promise<(say: Say) => Texts>>> = {
  de: async () => (await import('./messages/de')).de,
  fr: async () => (await import('./messages/fr')).fr,
  es: async () => (await import('./messages/es')).es,
  ar: async () => (await import('./messages/ar')).ar,
};

/** The languages that the console speaks. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(OTHERS)];

const KEPT = 'rejoinder-language';

function spoken(texts: (say: Say) => Texts, language: string) {
  const say = sayIn(language);
  return { ...texts(say), say, language, direction: language === 'ar' ? 'rtl' : 'ltr' };
}

/** Everything that the console says, in the language that is spoken now. */
export const messages = spoken(en, 'en');

export type Messages = typeof messages;

/** The language that was chosen here, else the first of the browser's that there are messages in, else English. */
export function wanted(): string {
  const wishes = [localStorage.getItem(KEPT) ?? '', ...navigator.languages].map((wish) => (wish.split('-')[0] ?? '').toLowerCase());
  return wishes.find((language) => LANGUAGES.includes(language)) ?? 'en';
}

/** Remembers a choice of language for this browser. */
export function choose(language: string): void {
  localStorage.setItem(KEPT, language);
}

/** Speaks a language from now on, once its messages are there; the page says so to the browser and to screen readers. */
export async function speak(language: string): Promise<void> {
  const texts = language === 'en' ? en : await OTHERS[language]?.();
  if (!texts) return;
  Object.assign(messages, spoken(texts, language));
  document.documentElement.lang = language;
  document.documentElement.dir = messages.direction;
}
