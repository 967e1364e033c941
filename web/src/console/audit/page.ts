import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ActingPage } from '../acting';
import '../figures.css';
import { messages } from '../messages';
import { DESK } from '../pages';
import { type Entry, firstBroken } from './entry';

const PAGE = 50;
/** What is said in the sentence, or to nobody. */
const SAID = ['digest', 'account', 'ended', 'revoked', 'version'];

/** All that was done, the last first, and whether it is what was written. */
export class AuditPage extends ActingPage {
  /** In order of number. */
  @state() private entries: readonly Entry[] | null = null;
  @state() private broken: number | null = null;
  /** The accounts' names by their ids, as they are called now. */
  private names: ReadonlyMap<string, string> = new Map();

  protected get problems(): Readonly<Record<string, string>> {
    return messages.audit.problems;
  }

  protected override firstUpdated(): void {
    void this.attempt(() => this.read());
  }

  protected override render(): TemplateResult {
    const texts = messages.audit;
    const { entries } = this;
    return html`
      <div class="figures" data-audit>
        <header>
          <h2>${texts.title}</h2>
          <nav aria-label=${texts.exports}>
            <a href="api/audit/export?format=csv" download data-action="csv">${texts.csv}</a>
            <a href="api/audit/export" download data-action="json">${texts.json}</a>
            <a href="api/audit/checkpoint" download="checkpoint.json" data-action="checkpoint">${texts.checkpoint}</a>
          </nav>
        </header>
        <p>${texts.is}</p>
        <p class="failure" role="alert" data-failure>${this.failure || (this.broken === null ? nothing : texts.broken(this.broken))}</p>
        ${entries === null
          ? html`<p>${this.failure ? nothing : messages.loading}</p>`
          : html`
              <p role="status" data-verified=${this.broken === null ? 'yes' : 'no'}>${this.broken === null ? texts.verified(entries.length) : nothing}</p>
              <div class="scrolls whole" tabindex="0" role="region" aria-label=${texts.title}>
                <table>
                  <thead><tr><th scope="col">${texts.number}</th><th scope="col">${texts.when}</th><th scope="col">${texts.what}</th><th scope="col">${texts.hash}</th></tr></thead>
                  <tbody>${[...entries].reverse().map((entry) => this.row(entry))}</tbody>
                </table>
              </div>
              ${(entries[0]?.number ?? 1) > 1
                ? html`<button type="button" data-action="more" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.attempt(() => this.more())}>${messages.showMore}</button>`
                : nothing}
            `}
      </div>
    `;
  }

  private row(entry: Entry): TemplateResult {
    return html`<tr data-entry=${entry.number}>
      <th scope="row">${entry.number}</th>
      <td>${messages.exactly(new Date(entry.at))}</td>
      <td>${this.sentence(entry)}</td>
      <td><code title=${entry.hash}>${entry.hash.slice(0, 12)}…</code></td>
    </tr>`;
  }

  private sentence(entry: Entry): TemplateResult {
    const texts = messages.audit;
    const who = entry.by?.name ?? (entry.by ? (texts.kinds[entry.by.kind] ?? entry.by.kind) : texts.nobody);
    const { comment, codes } = entry;
    if (comment) {
      const outcome = messages.outcomes[entry.outcome ?? ''] ?? entry.outcome ?? '';
      const reason = entry.reason ? ((messages.reasons as Readonly<Record<string, string>>)[entry.reason] ?? entry.reason) : '';
      const undone = entry.undoes ? texts.undoes(entry.undoes) : '';
      return html`<bdi>${who}</bdi>: ${[outcome, reason, undone].filter(Boolean).join(' · ')} <code>${comment.slice(0, 8)}</code>`;
    }
    const about = texts.about[this.kindOf(entry)] ?? entry.kind ?? '';
    const details = Object.entries(codes ?? {}).filter(([name]) => !SAID.includes(name)).sort().map(([name, value]) => `${name} ${value}`).join(', ');
    const link = entry.kind === 'author' && entry.subject
      ? html`<button type="button" class="link" data-action="author" @click=${() => { this.go({ list: 'all', q: `by:${entry.subject ?? ''}` }, DESK); }}>${entry.subject.slice(0, 24)}…</button>`
      : html`<bdi>${this.subject(entry)}</bdi>`;
    return html`<bdi>${who}</bdi>: ${about} ${link} <span class="quiet">${details}</span>`;
  }

  private subject({ kind, subject, codes }: Entry): string {
    const id = kind === 'session' ? (codes?.['account'] ?? '') : (subject ?? '');
    return this.names.get(id) ?? id;
  }

  private kindOf({ kind, codes }: Entry): string {
    if (kind === 'session' && codes?.['ended'] === 'true') return 'session-ended';
    return kind === 'token' && codes?.['revoked'] === 'true' ? 'token-revoked' : (kind ?? '');
  }

  private async read(): Promise<void> {
    const { accounts } = (await this.session.request<{ accounts: readonly { readonly id: string; readonly name: string }[] }>('api/accounts')).data;
    this.names = new Map(accounts.map(({ id, name }) => [id, name]));
    const newest = (await this.session.request<{ number: number }>('api/audit/checkpoint')).data.number;
    await this.take(await this.page(Math.max(0, newest - PAGE), PAGE));
  }

  private async more(): Promise<void> {
    const { entries } = this;
    const first = entries?.[0]?.number ?? 1;
    const after = Math.max(0, first - 1 - PAGE);
    await this.take([...(await this.page(after, first - 1 - after)), ...(entries ?? [])]);
  }

  private async page(after: number, limit: number): Promise<readonly Entry[]> {
    return (await this.session.request<{ entries: readonly Entry[] }>(`api/audit?after=${after}&limit=${limit}`)).data.entries;
  }

  /** Read is verified: what was changed or taken out in between does not fit. */
  private async take(entries: readonly Entry[]): Promise<void> {
    this.broken = await firstBroken(entries);
    this.entries = entries;
  }
}

customElements.define('rejoinder-audit', AuditPage);
