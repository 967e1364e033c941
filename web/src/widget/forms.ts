import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from './comment-view';
import './compose';
import type { Discussion, Entry } from './discussion';
import { Draft } from './draft';
import { isEditable } from './editable';
import type { Identity } from './identity';
import { messages } from './messages';
import type { Storage } from './storage';
import type { Branch } from './tree';

interface OpenForm {
  readonly kind: 'reply' | 'edit';
  readonly id: string;
  readonly draft: Draft;
}

/** The element that the forms stand in. */
export interface FormHost {
  requestUpdate(): void;
  /** Puts the focus on a comment, or on something in it, once it is on the page. */
  focusOn(id: string, inside?: string): Promise<void>;
  /** The same for the field of a form. */
  focusForm(kind: string): void;
}

/** The forms of a thread: one for a new comment, and at most one below a comment, for a reply or an edit. */
export class Forms {
  private draft: Draft;
  private form: OpenForm | null = null;

  constructor(
    private readonly host: FormHost,
    private readonly discussion: Discussion,
    private readonly identity: Identity,
    /** What this browser keeps for the thread, and for its reader on all pages of the site. */
    private readonly place: Storage,
    private readonly reader: Storage,
  ) {
    this.draft = new Draft(place, 'new');
  }

  /** Whether this reader may write here: as a guest, or signed in. */
  get open(): boolean {
    const { open, settings } = this.discussion;
    return open && (settings.guests || this.identity.name !== null);
  }

  /** The form for a new comment; also where none is taken any more, as long as a text is in it. */
  get onTop(): TemplateResult | typeof nothing {
    const { settings } = this.discussion;
    if (!this.open && this.draft.text === '') return nothing;
    return html`<rejoinder-compose
      .kind=${'new'}
      .label=${messages.formTitle.new}
      .signedIn=${this.identity.who}
      .draft=${this.draft}
      .reader=${this.reader}
      .longest=${settings.longest}
      .preview=${this.preview}
      .send=${(entry: Entry, key: string) => this.post(entry, null, key)}
    ></rejoinder-compose>`;
  }

  readonly below = (branch: Branch): TemplateResult | typeof nothing => {
    const { form } = this;
    if (form?.id !== branch.id) return nothing;
    const reply = (entry: Entry, key: string): Promise<void> => this.post(entry, branch.id, key);
    const edit = (entry: Entry): Promise<void> => this.edit(entry, branch.id);
    return html`<rejoinder-compose
      .kind=${form.kind}
      .label=${form.kind === 'reply' ? messages.replyTo(nameOf(branch)) : messages.formTitle.edit}
      .signedIn=${this.identity.who}
      .draft=${form.draft}
      .reader=${this.reader}
      .longest=${this.discussion.settings.longest}
      .over=${form.kind === 'edit' && !isEditable(branch, Date.now()) ? messages.editOver : null}
      .preview=${this.preview}
      .send=${form.kind === 'reply' ? reply : edit}
      .cancel=${() => { this.close(`[data-action="${form.kind}"]`); }}
    ></rejoinder-compose>`;
  };

  write(kind: 'reply' | 'edit', { id, own }: Branch): void {
    this.form = { kind, id, draft: new Draft(this.place, `${kind}:${id}`, kind === 'edit' ? own?.text : '') };
    this.host.requestUpdate();
  }

  /** Puts a comment that no server has taken into its form again, or gives it up. */
  takeBack(id: string, again: boolean): void {
    const unsent = this.discussion.writing.takeBack(id);
    if (!unsent || !again) return;
    const { parent, entry } = unsent;
    new Draft(this.place, parent === null ? 'new' : `reply:${parent}`).write(entry.text);
    if (parent === null) this.draft = new Draft(this.place, 'new');
    else this.form = { kind: 'reply', id: parent, draft: new Draft(this.place, `reply:${parent}`) };
    this.host.requestUpdate();
    this.host.focusForm(parent === null ? 'new' : 'reply');
  }

  private readonly preview = (text: string): Promise<string> => this.discussion.writing.preview(text);

  private async post(entry: Entry, parent: string | null, key: string): Promise<void> {
    const id = await this.discussion.writing.post({ ...entry, name: this.identity.name ?? entry.name }, parent, key);
    this.identity.wrote(id);
    if (parent !== null) this.form = null;
    await this.host.focusOn(id);
  }

  private async edit({ text }: Entry, id: string): Promise<void> {
    const own = this.discussion.own.all.get(id);
    if (own) await this.discussion.writing.edit(own, text);
    this.close();
  }

  private close(focus?: string): void {
    const id = this.form?.id;
    this.form = null;
    this.host.requestUpdate();
    if (id !== undefined) void this.host.focusOn(id, focus);
  }
}
