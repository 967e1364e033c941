import { html, nothing } from 'lit';
import type { ThreadApi } from './api';
import type { Actions } from './comment-view';
import type { Discussion } from './discussion';
import { messages } from './messages';
import type { Reader } from './reader';

export type Asides = Pick<Actions, 'follow' | 'appeal'>;

/** What stands beside comments that most readers never need: each is fetched when it is first wanted. */
export const asides = (base: string, thread: string, api: ThreadApi, reader: Reader, discussion: Discussion): Asides => ({
  follow: (own) => (discussion.settings.mail ? html`<rejoinder-follow .base=${base} .thread=${thread} .own=${own} .reader=${reader}></rejoinder-follow>` : nothing),
  appeal: (own) => {
    void import('./appeal').catch(() => undefined);
    return html`<rejoinder-appeal .own=${own} .at=${api.submissionUrl(own.id)} .done=${discussion.refresh} .language=${messages.language}></rejoinder-appeal>`;
  },
});
