import { html, type TemplateResult } from 'lit';
import { send } from '../shared/http';
import { messages } from './messages';
import type { Session } from './reader';

/** A token of the site's server for one of the comment service. */
export async function exchange(base: string, site: string, token: string): Promise<Session> {
  const body = { site: site === '' ? null : site, token };
  return (await send<Session>(`${base}/api/readers/signed-in`, { method: 'POST', body })).data;
}

export const signedInAs = (name: string, signOut: () => void): TemplateResult => html`
  <p class="hint" data-signed-in>
    <span>${messages.signedInAs(name)}</span>
    <button type="button" class="quiet" data-action="sign-out" @click=${signOut}>${messages.signOut}</button>
  </p>
`;

export const failed = (text: string): TemplateResult => html`<p class="failure" role="alert" data-failure>${text}</p>`;
