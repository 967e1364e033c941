import { html, nothing, type TemplateResult } from 'lit';
import { REASONS } from './api';
import { messages } from './messages';
import { operand, type View, withOperand } from './view';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ar', 'he', 'ru', 'el', 'zh', 'ja', 'ko', 'hi', 'th'] as const;
const SCREENS = ['model', 'toxicity', 'links', 'campaign', 'author', 'flood', 'blocked-words', 'suspect-words', 'disguise', 'email', 'form', 'premoderated', 'after-rejection', 'rules'] as const;

/** What a blind check must not tell. */
const TELLING = ['reason', 'screen', 'moderator', 'spam', 'toxic', 'is'];

/** The search's operators as fields, for those who do not write them. */
export function filters({ tab, search }: View, change: (search: string) => void): TemplateResult {
  const ask = (operator: string) => ({ target }: Event) => { change(withOperand(search, operator, (target as HTMLInputElement).value.trim())); };
  const field = (operator: string, input: TemplateResult): TemplateResult | typeof nothing =>
    tab === 'sampled' && TELLING.includes(operator) ? nothing : html`<label><span>${messages.filter[operator]}</span> ${input}</label>`;
  const text = (operator: string): TemplateResult | typeof nothing =>
    field(operator, html`<input name=${`filter-${operator}`} maxlength="100" .value=${operand(search, operator)} @change=${ask(operator)} />`);
  const day = (operator: string): TemplateResult | typeof nothing =>
    field(operator, html`<input type="date" name=${`filter-${operator}`} .value=${operand(search, operator)} @change=${ask(operator)} />`);
  const choice = (operator: string, options: readonly (readonly [string, string])[]): TemplateResult | typeof nothing =>
    field(
      operator,
      html`<select name=${`filter-${operator}`} @change=${ask(operator)}>
        <option value="">${messages.anything}</option>
        ${options.map(([value, name]) => html`<option value=${value} .selected=${operand(search, operator) === value}>${name}</option>`)}
      </select>`,
    );
  const shares = [0.5, 0.7, 0.9].map((share) => [`>${share}`, messages.percent(share)] as const);
  return html`<div class="filters" data-filters>
    ${text('review')} ${text('author')} ${text('domain')} ${choice('reason', REASONS.map((reason) => [reason, messages.reasons[reason]]))}
    ${choice('screen', SCREENS.map((screen) => [screen, screen]))} ${choice('language', LANGUAGES.map((code) => [code, messages.say.languageName(code)]))} ${text('moderator')}
    ${choice('spam', shares)} ${choice('toxic', shares)} ${choice('is', Object.entries(messages.states))} ${day('after')} ${day('before')}
  </div>`;
}
