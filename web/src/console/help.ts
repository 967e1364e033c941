import { html, type TemplateResult } from 'lit';
import { messages } from './messages';

/** The overview of the keys, where they can also be switched off. */
export function help(keysOn: boolean, onSwitch: (on: boolean) => void, onClose: () => void): TemplateResult {
  return html`
    <dialog class="help" data-help aria-label=${messages.help} @close=${onClose}>
      <h2>${messages.help}</h2>
      <dl>
        ${messages.keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}
      </dl>
      <h2>${messages.operatorsTitle}</h2>
      <dl class="operators">
        ${messages.operators.map(([operator, what]) => html`<div><dt><code>${operator}</code></dt><dd>${what}</dd></div>`)}
      </dl>
      <form method="dialog">
        <label>
          <input type="checkbox" name="keys" .checked=${keysOn} @change=${({ target }: Event) => { onSwitch((target as HTMLInputElement).checked); }} />
          ${messages.keysOn}
        </label>
        <button type="submit" class="primary">${messages.close}</button>
      </form>
    </dialog>
  `;
}
