import { html, nothing, type TemplateResult } from 'lit';
import { messages } from '../messages';
import type { Change, Version } from './api';

export interface VersionsView {
  readonly versions: readonly Version[];
  readonly current: number;
  /** The version whose difference from the current one is shown. */
  readonly compared: number | null;
  readonly changes: readonly Change[];
  readonly more: (() => void) | null;
  readonly editable: boolean;
  readonly compare: (version: number) => void;
  readonly restore: (version: number) => void;
}

/** Every version with who, when and why; what it says otherwise than the one in force; and the way back. */
export function versionsView({ versions, current, compared, changes, more, editable, compare, restore }: VersionsView): TemplateResult {
  const texts = messages.steering;
  return html`<ol class="versions" data-versions reversed>
    ${versions.map(
      ({ version, by, why, restores, at }) => html`<li data-version=${version}>
        <strong>${texts.version(version)}</strong>${version === current ? html` <span class="tag">${texts.inForce}</span>` : nothing}
        ${version === 0
          ? nothing
          : html`<small class="quiet">${messages.author.saidBy(by.name ?? messages.product, messages.say.exactly(new Date(at)))}</small>
              <p dir="auto">${why}</p>`}
        ${restores === null ? nothing : html`<small class="quiet">${texts.restores(restores)}</small>`}
        ${version === current
          ? nothing
          : html`<div class="row">
              <button type="button" data-action="compare" @click=${() => { compare(version); }}>${texts.compare}</button>
              ${editable ? html`<button type="button" data-action="restore" @click=${() => { restore(version); }}>${texts.restore}</button>` : nothing}
            </div>`}
        ${compared === version ? difference(changes) : nothing}
      </li>`,
    )}
  </ol>
  ${more === null ? nothing : html`<button type="button" class="more" @click=${more}>${messages.showMore}</button>`}`;
}

/** What changes from one version to another, field by field. */
export function difference(changes: readonly Change[]): TemplateResult {
  const texts = messages.steering;
  const said = (value: unknown): string => (value === undefined || value === null ? texts.nothing : typeof value === 'string' ? value : JSON.stringify(value));
  if (changes.length === 0) return html`<p class="quiet">${texts.noDifference}</p>`;
  return html`<ul class="difference" data-difference>
    ${changes.map(
      ({ field, from, to, added, removed }) => html`<li>
        <code>${field}</code>
        ${added === undefined && removed === undefined ? html`<span><del dir="auto">${said(from)}</del> → <ins dir="auto">${said(to)}</ins></span>` : nothing}
        ${(removed ?? []).map((one) => html`<del dir="auto">− ${one}</del>`)} ${(added ?? []).map((one) => html`<ins dir="auto">+ ${one}</ins>`)}
      </li>`,
    )}
  </ul>`;
}
