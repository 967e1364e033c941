import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Problem } from '../shared/problem';
import { messages } from './messages';
import type { Session } from './session';

const ROLES = ['moderator', 'senior', 'administrator'] as const;
type Role = (typeof ROLES)[number];

interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
}

/** An account with its generated password, which is told once. */
interface Opened {
  readonly account: Account;
  readonly password: string;
}

/** The staff's accounts, for administrators: open one, change what it may do, give it another password. */
export class Accounts extends LitElement {
  @property({ attribute: false }) session!: Session;
  @state() private accounts: readonly Account[] | null = null;
  @state() private opened: Opened | null = null;
  @state() private failure = '';
  @state() private busy = false;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    void this.attempt(() => this.read());
  }

  protected override render(): TemplateResult {
    return html`
      <dialog class="accounts" data-accounts aria-label=${messages.accounts} @close=${() => this.dispatchEvent(new Event('closed'))}>
        <h2>${messages.accounts}</h2>
        ${this.accounts === null ? html`<p>${this.failure ? nothing : messages.loading}</p>` : html`<ul>${this.accounts.map((account) => this.row(account))}</ul>`}
        <form data-form="account" @submit=${(event: SubmitEvent) => { this.onOpen(event); }}>
          <label><span>${messages.name}</span> <input name="name" maxlength="64" autocomplete="off" required /></label>
          <label><span>${messages.role}</span> <select name="role">${this.options('moderator')}</select></label>
          <button type="submit" class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>${messages.openAccount}</button>
        </form>
        <p class="failure" role="alert" data-failure>${this.failure || nothing}</p>
        <p role="status" data-opened>${this.opened ? html`${messages.passwordOf(this.opened.account.name)} <code>${this.opened.password}</code>` : nothing}</p>
        <form method="dialog"><button type="submit">${messages.close}</button></form>
      </dialog>
    `;
  }

  private row(account: Account): TemplateResult {
    const own = account.name === this.session.name;
    const change = (role: Role, active: boolean): void => void this.attempt(() => this.change(account, role, active));
    return html`<li data-account-row=${account.name}>
      <bdi>${account.name}</bdi>
      ${own
        ? html`<span class="quiet">${messages.roles[account.role]}, ${messages.you}</span>`
        : html`
            <select
              aria-label=${messages.roleOf(account.name)}
              @change=${({ target }: Event) => { change((target as HTMLSelectElement).value as Role, account.active); }}
            >
              ${this.options(account.role)}
            </select>
            <label>
              <input type="checkbox" .checked=${account.active} @change=${({ target }: Event) => { change(account.role, (target as HTMLInputElement).checked); }} />
              ${messages.maySignIn}
            </label>
            <button type="button" class="quiet" data-action="reset" @click=${() => void this.attempt(() => this.reset(account))}>${messages.anotherPassword}</button>
            ${account.secondFactor
              ? html`<button type="button" class="quiet" data-action="forget-codes" @click=${() => void this.attempt(() => this.forgetCodes(account))}>${messages.withoutCode}</button>`
              : nothing}
          `}
    </li>`;
  }

  private options(chosen: Role): TemplateResult[] {
    return ROLES.map((role) => html`<option value=${role} .selected=${role === chosen}>${messages.roles[role]}</option>`);
  }

  private onOpen(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const body = Object.fromEntries(new FormData(form));
    void this.attempt(async () => {
      this.opened = (await this.session.request<Opened>('api/accounts', { method: 'POST', body })).data;
      form.reset();
      await this.read();
    });
  }

  private async change({ id }: Account, role: Role, active: boolean): Promise<void> {
    try {
      await this.session.request(`api/accounts/${encodeURIComponent(id)}`, { method: 'PUT', body: { role, active } });
    } finally {
      await this.read();
    }
  }

  private async reset({ id }: Account): Promise<void> {
    this.opened = (await this.session.request<Opened>(`api/accounts/${encodeURIComponent(id)}/password`, { method: 'POST', body: {} })).data;
    await this.read();
  }

  /** For whoever has lost the device and the codes. */
  private async forgetCodes({ id }: Account): Promise<void> {
    await this.session.request(`api/accounts/${encodeURIComponent(id)}/second-factor`, { method: 'DELETE' });
    await this.read();
  }

  private async read(): Promise<void> {
    this.accounts = (await this.session.request<{ accounts: readonly Account[] }>('api/accounts')).data.accounts;
  }

  /** One at a time; what goes wrong is told, and the list says how things stand. */
  private async attempt(what: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = '';
    this.opened = null;
    try {
      await what();
    } catch (thrown) {
      const { status, slug, document } = Problem.of(thrown);
      this.failure = status === 0 ? messages.unreachable : (messages.accountProblems[slug] ?? document.detail ?? document.title ?? messages.failed);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('rejoinder-accounts', Accounts);
