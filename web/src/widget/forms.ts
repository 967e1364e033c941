import { html, type TemplateResult } from 'lit';
import type { Entry } from './discussion';
import type { Draft } from './draft';
import { isEditable } from './edit-window';
import { messages } from './messages';
import { nameOf } from './comment-view';
import type { Storage } from './storage';
import type { Branch } from './tree';

/** A form below a comment. */
export interface OpenForm {
  readonly kind: 'reply' | 'edit';
  readonly id: string;
  readonly draft: Draft;
}

/** What every form of a thread has from it. */
export interface FormContext {
  readonly reader: Storage;
  readonly longest: number | undefined;
  /** Who is signed in, in place of the fields for name and e-mail; null for a guest. */
  readonly signedIn: TemplateResult | null;
}

type Send = (entry: Entry, key: string) => Promise<void>;

export const newForm = (draft: Draft, { reader, longest, signedIn }: FormContext, send: Send): TemplateResult => html`<rejoinder-compose
  .kind=${'new'}
  .label=${messages.formTitle.new}
  .signedIn=${signedIn}
  .draft=${draft}
  .reader=${reader}
  .longest=${longest}
  .send=${send}
></rejoinder-compose>`;

export const formBelow = (form: OpenForm, branch: Branch, { reader, longest, signedIn }: FormContext, send: Send, cancel: () => void): TemplateResult =>
  html`<rejoinder-compose
    .kind=${form.kind}
    .label=${form.kind === 'reply' ? messages.replyTo(nameOf(branch)) : messages.formTitle.edit}
    .signedIn=${signedIn}
    .draft=${form.draft}
    .reader=${reader}
    .longest=${longest}
    .over=${form.kind === 'edit' && !isEditable(branch, Date.now()) ? messages.editOver : null}
    .send=${send}
    .cancel=${cancel}
  ></rejoinder-compose>`;
