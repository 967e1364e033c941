import { ago, plurals } from '../../shared/words';

/** Numbers, dates and plurals as a language writes them: what the texts of that language are made with. */
export interface Say {
  readonly language: string;
  readonly number: (n: number) => string;
  /** In few letters: 12K. */
  readonly compact: (n: number) => string;
  /** A share from 0 to 1, in whole percent. */
  readonly percent: (share: number) => string;
  /** With its sign. */
  readonly signed: (n: number) => string;
  /** The form that goes with a number, by the language's rules. */
  readonly plural: (n: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) => string;
  readonly ago: (at: Date, now: Date) => string;
  /** A day and its time. */
  readonly exactly: (at: Date) => string;
  readonly day: (at: Date) => string;
  readonly month: (at: Date) => string;
  /** a, b and c */
  readonly list: (parts: readonly string[]) => string;
  /** The name of a language by its code. */
  readonly languageName: (code: string) => string;
}

export function sayIn(language: string): Say {
  const number = new Intl.NumberFormat(language);
  const compact = new Intl.NumberFormat(language, { notation: 'compact' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(language, { signDisplay: 'always', maximumFractionDigits: 2 });
  const exactly = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric' });
  const list = new Intl.ListFormat(language);
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return {
    language,
    number: (n) => number.format(n),
    compact: (n) => compact.format(n),
    percent: (share) => percent.format(share),
    signed: (n) => signed.format(n).replace('-', '−'),
    plural: plurals(language),
    ago: (at, now) => ago(language, at, now),
    exactly: (at) => exactly.format(at),
    day: (at) => day.format(at),
    month: (at) => month.format(at),
    list: (parts) => list.format(parts),
    languageName: (code) => names.of(code) ?? code,
  };
}
