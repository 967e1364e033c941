import { html, nothing, type TemplateResult } from 'lit';
import { messages } from '../messages';
import type { Author, Prefix, Standing, Wish } from './api';

/** How long something may hold, days. */
const SPANS = [1, 7, 30, 365] as const;
const DAY = 86_400_000;
const PREFIXES: readonly Prefix[] = [24, 16, 48, 32];
/** What every moderator may say; the rest is for seniors. */
const MILD: readonly Standing[] = ['warned', 'watched'];
const STRICT: readonly Standing[] = ['suspended', 'banned', 'trusted'];

export interface Deciding {
  readonly held: readonly Author[];
  readonly senior: boolean;
  readonly decide: (target: string | Prefix, wish: Wish) => void;
}

/** Who is meant, what shall hold, for how long and why. */
export function decisionForm({ held, senior, decide }: Deciding): TemplateResult {
  const texts = messages.author;
  const hasAddress = held.some(({ author }) => author.startsWith('address/'));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = new FormData(form);
    const days = Number(values.get('days'));
    const who = values.get('who') as string;
    decide(who.startsWith('range/') ? (Number(who.slice('range/'.length)) as Prefix) : who, {
      standing: values.get('standing') as Standing,
      until: days === 0 ? null : new Date(Date.now() + days * DAY).toISOString(),
      reason: (values.get('reason') as string).trim(),
    });
  };
  return html`<details data-decide>
    <summary>${texts.decide}</summary>
    <form data-form="standing" @submit=${submit}>
      <label><span>${texts.who}</span>
        <select name="who">
          ${held.filter(({ author }) => !author.startsWith('range/')).map(({ author }) => html`<option value=${author}>${texts.told[author.split('/')[0] ?? '']}</option>`)}
          ${hasAddress && senior ? PREFIXES.map((bits) => html`<option value=${`range/${String(bits)}`}>${texts.network(bits)}</option>`) : nothing}
        </select>
      </label>
      <label><span>${texts.what}</span>
        <select name="standing">${[...MILD, ...(senior ? STRICT : [])].map((standing) => html`<option value=${standing}>${texts.actions[standing]}</option>`)}</select>
      </label>
      <label><span>${texts.howLong}</span>
        <select name="days">
          ${SPANS.map((days) => html`<option value=${days} .selected=${days === 7}>${texts.days(days)}</option>`)}
          <option value="0">${texts.forEver}</option>
        </select>
      </label>
      <label><span>${texts.why}</span> <textarea name="reason" maxlength="500" rows="2" required placeholder=${texts.whyHint}></textarea></label>
      <button type="submit" class="primary">${texts.do}</button>
    </form>
  </details>`;
}
