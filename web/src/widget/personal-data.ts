import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { send } from '../shared/http';
import { Problem } from '../shared/problem';
import { bearer, type Submission } from './api';
import './later';
import { messages } from './messages';
import type { OwnComment } from './own';
import type { Reader } from './reader';
import { refusalOf } from './refusal';

interface Kept {
  readonly comments: readonly { readonly id: string }[];
  readonly likes: readonly unknown[];
  /** What is followed by e-mail. */
  readonly follows?: readonly unknown[];
}

const NOTHING: Kept = { comments: [], likes: [] };

/** What an installation keeps of this browser's reader, to be taken along or erased. It stands in the thread's shadow root. */
export class PersonalData extends LitElement {
  @property({ attribute: false }) base = '';
  @property({ attribute: false }) reader!: Reader;
  @property({ attribute: false }) announce!: (text: string) => void;
  /** All of it is gone: what the page shows is read anew. */
  @property({ attribute: false }) erased!: () => void;
  /** Whether there is a page for what belongs to an e-mail address. */
  @property({ attribute: false }) mail: boolean | undefined;
  @state() private says = '';
  @state() private busy = false;
  @state() private sure: { readonly comments: number; readonly likes: number; readonly follows: number } | null = null;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render(): TemplateResult {
    const busy = this.busy ? 'true' : 'false';
    const { sure } = this;
    return html`
      <div class="compose" role="group" aria-label=${messages.yourData} data-personal>
        <p>${messages.dataIs}</p>
        ${sure
          ? html`<p role="alert">${messages.eraseSure(sure.comments, sure.likes, sure.follows)}</p>
              <div class="actions">
                <button type="button" class="primary" data-action="erase-yes" aria-disabled=${busy} @click=${this.onErase}>${messages.eraseYes}</button>
                <button type="button" class="quiet" data-action="erase-no" @click=${() => { this.sure = null; }}>${messages.withdrawNo}</button>
              </div>`
          : html`<div class="actions">
              <button type="button" class="primary" data-action="download" aria-disabled=${busy} @click=${this.onDownload}>${messages.download}</button>
              <button type="button" class="quiet" data-action="erase" aria-disabled=${busy} @click=${this.onAsk}>${messages.erase}</button>
            </div>`}
        ${this.mail ? html`<p><a href="${this.base}/your-data" target="_blank" rel="noopener" data-by-email>${messages.dataByEmail}</a></p>` : nothing}
        <p role="status" data-says>${this.says === '' ? nothing : this.says}</p>
      </div>
    `;
  }

  private onDownload(): Promise<void> {
    return this.doing(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([JSON.stringify(await this.kept(), null, 2)], { type: 'application/json' }));
      link.download = 'my-data.json';
      link.click();
      URL.revokeObjectURL(link.href);
      return messages.downloaded;
    });
  }

  private onAsk(): Promise<void> {
    return this.doing(async () => {
      const { comments, likes, follows = [] } = await this.kept();
      this.sure = comments.length + likes.length + follows.length === 0 ? null : { comments: comments.length, likes: likes.length, follows: follows.length };
      return this.sure === null ? messages.nothingKept : '';
    });
  }

  private onErase(): Promise<void> {
    return this.doing(async () => {
      const { reader } = this;
      if (reader.token !== null) await reader.as((headers) => send(`${this.base}/api/readers/me/erasure`, { method: 'POST', headers }));
      for (const { id, token } of this.tickets()) {
        await send(`${this.url(id)}/erasure`, { method: 'POST', headers: bearer(token) }).catch(gone);
      }
      for (const name of [...this.names(''), 'rejoinder:name']) localStorage.removeItem(name);
      this.sure = null;
      this.erased();
      return messages.erased;
    });
  }

  /** By the browser's identity, and by the tickets of what was written without one. */
  private async kept(): Promise<Kept> {
    const { reader } = this;
    const kept = reader.token === null ? NOTHING : (await reader.as((headers) => send<Kept>(`${this.base}/api/readers/me/data`, { headers }))).data;
    const known = new Set(kept.comments.map(({ id }) => id));
    const others: Submission[] = [];
    for (const { id, token } of this.tickets().filter((own) => !known.has(own.id))) {
      const answer = await send<Submission>(this.url(id), { headers: bearer(token) }).catch(gone);
      if (answer && answer.data.state !== 'erased') others.push(answer.data);
    }
    return { ...kept, comments: [...kept.comments, ...others] };
  }

  private tickets(): readonly OwnComment[] {
    return this.names(':own').flatMap((name) => JSON.parse(localStorage.getItem(name) ?? '[]') as OwnComment[]);
  }

  /** What this browser keeps for the installation, on all its pages of this site. */
  private names(end: string): string[] {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(`rejoinder:${this.base}:`) && name.endsWith(end));
    } catch {
      // Nothing is stored where storage is forbidden.
      return [];
    }
  }

  private url(id: string): string {
    return `${this.base}/api/submissions/${encodeURIComponent(id)}`;
  }

  private async doing(act: () => Promise<string>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.says = '';
    try {
      this.says = await act();
      if (this.says !== '') this.announce(this.says);
    } catch (thrown) {
      this.says = refusalOf(Problem.of(thrown)).whole ?? messages.failed;
    } finally {
      this.busy = false;
    }
  }
}

/** A ticket that the server does not know any more is of nothing that is kept. */
function gone(thrown: unknown): null {
  if ([401, 403, 404].includes(Problem.of(thrown).status)) return null;
  throw thrown;
}

if (!customElements.get('rejoinder-personal-data')) customElements.define('rejoinder-personal-data', PersonalData);
