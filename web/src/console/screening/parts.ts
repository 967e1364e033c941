import { html, nothing, type TemplateResult } from 'lit';
import { messages } from '../messages';
import { ACTIONS, type Fault, type Holds, type Lists, LISTS, MODES, type Name, type Rule } from './api';
import { freshRule, lines, moved } from './draft';

/** Conditions under which a comment waits; the first of them is the switch for an emergency. */
export function holdsView(holds: Holds, editable: boolean, change: (holds: Holds) => void): TemplateResult {
  const texts = messages.steering;
  const number = (name: 'untilApproved' | 'links' | 'images', label: string, hint: string): TemplateResult => html`<label>
    <span>${label}</span>
    <input type="number" name=${name} min="0" max="1000" step="1" ?disabled=${!editable} .value=${String(holds[name] ?? 0)} @input=${({ target }: Event) => {
      const n = (target as HTMLInputElement).valueAsNumber;
      if (!Number.isNaN(n)) change({ ...holds, [name]: n === 0 && name !== 'untilApproved' ? null : n });
    }} />
    <small class="quiet">${hint}</small>
  </label>`;
  const sites = (name: 'sites' | 'readOnly', label: string, hint: string): TemplateResult => html`<label>
    <span>${label}</span>
    <textarea name=${name} rows="2" spellcheck="false" autocapitalize="none" ?disabled=${!editable} .value=${(holds[name] ?? []).join('\n')} @change=${({ target }: Event) => {
      const named = lines((target as HTMLTextAreaElement).value);
      change({ ...holds, [name]: named.length === 0 ? null : named });
    }}></textarea>
    <small class="quiet">${hint}</small>
  </label>`;
  return html`<div class="fields" data-holds>
    <label class="switch">
      <input type="checkbox" name="everything" ?disabled=${!editable} .checked=${holds.everything} @change=${({ target }: Event) => { change({ ...holds, everything: (target as HTMLInputElement).checked }); }} />
      <span>${texts.everything}</span> <small class="quiet">${texts.everythingHint}</small>
    </label>
    ${sites('readOnly', texts.readOnlySites, texts.readOnlySitesHint)} ${sites('sites', texts.holdSites, texts.holdSitesHint)}
    ${number('untilApproved', texts.untilApproved, texts.untilApprovedHint)} ${number('links', texts.links, texts.linksHint)} ${number('images', texts.images, texts.linksHint)}
  </div>`;
}

/** The site's own words and domains, a line for each. */
export function listsView(lists: Lists, editable: boolean, change: (lists: Lists) => void): TemplateResult {
  const texts = messages.steering;
  return html`<div class="fields two" data-lists>
    ${LISTS.map(
      (name) => html`<label>
        <span>${texts.lists[name]} <span class="quiet">(${messages.say.number(lists[name].length)})</span></span>
        <textarea name=${name} rows="8" spellcheck="false" dir="auto" ?disabled=${!editable} .value=${lists[name].join('\n')} @change=${({ target }: Event) => { change({ ...lists, [name]: lines((target as HTMLTextAreaElement).value) }); }}></textarea>
        <small class="quiet">${texts.listHints[name]}</small>
      </label>`,
    )}
  </div>`;
}

export interface RulesView {
  readonly rules: readonly Rule[];
  readonly names: readonly Name[];
  readonly faults: ReadonlyMap<string, readonly Fault[]>;
  readonly editable: boolean;
  readonly change: (rules: readonly Rule[]) => void;
  readonly check: (rule: Rule) => void;
}

/** The site's own rules, in the order in which they are asked. */
export function rulesView({ rules, names, faults, editable, change, check }: RulesView): TemplateResult {
  const texts = messages.steering;
  const one = (rule: Rule, at: number): TemplateResult => {
    const put = (part: Partial<Rule>): void => { change(rules.map((other) => (other === rule ? { ...rule, ...part } : other))); };
    const value = ({ target }: Event): string => (target as HTMLInputElement).value;
    return html`<fieldset data-rule=${rule.id} ?disabled=${!editable}>
      <legend>${rule.name || texts.rule(at + 1)}</legend>
      <label><span>${messages.name}</span> <input name="name" maxlength="100" .value=${rule.name} @change=${(event: Event) => { put({ name: value(event) }); }} /></label>
      <label><span>${texts.when}</span> <textarea name="expression" rows="3" maxlength="2000" spellcheck="false" dir="ltr" .value=${rule.expression} @change=${(event: Event) => { put({ expression: value(event) }); check({ ...rule, expression: value(event) }); }}></textarea></label>
      ${(faults.get(rule.id) ?? []).map(({ line, column, message }) => html`<p class="failure" role="alert" data-fault>${texts.fault(line, column, message)}</p>`)}
      <div class="row">
        <label><span>${texts.action}</span> <select name="action" @change=${(event: Event) => { put({ action: value(event) as Rule['action'] }); }}>${ACTIONS.map((action) => html`<option value=${action} .selected=${action === rule.action}>${texts.actions[action]}</option>`)}</select></label>
        <label><span>${texts.mode}</span> <select name="mode" @change=${(event: Event) => { put({ mode: value(event) as Rule['mode'] }); }}>${MODES.map((mode) => html`<option value=${mode} .selected=${mode === rule.mode}>${texts.modes[mode]}</option>`)}</select></label>
        ${editable
          ? html`<button type="button" aria-label=${texts.earlier(rule.name)} @click=${() => { change(moved(rules, at, -1)); }}>↑</button>
              <button type="button" aria-label=${texts.later(rule.name)} @click=${() => { change(moved(rules, at, 1)); }}>↓</button>
              <button type="button" data-action="remove-rule" @click=${() => { change(rules.filter((other) => other !== rule)); }}>${texts.remove}</button>`
          : nothing}
      </div>
    </fieldset>`;
  };
  return html`<div class="fields one" data-rules>
    <p class="quiet">${texts.rulesAre}</p>
    ${rules.length === 0 ? html`<p>${texts.noRules}</p>` : rules.map(one)}
    ${editable ? html`<button type="button" data-action="add-rule" @click=${() => { change([...rules, freshRule(rules, texts.rule(rules.length + 1))]); }}>${texts.addRule}</button>` : nothing}
    <details>
      <summary>${texts.names}</summary>
      <div class="scrolls" tabindex="0" role="region" aria-label=${texts.names}>
        <table><tbody>${names.map(({ name, type, meaning }) => html`<tr><th scope="row"><code>${name}</code></th><td>${type}</td><td>${meaning}</td></tr>`)}</tbody></table>
      </div>
    </details>
  </div>`;
}
