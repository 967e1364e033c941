import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Problem } from '../shared/problem';
import { messages } from './messages';
import type { Session } from './session';

/** The shortest password that the service takes. */
const SHORTEST = 12;

interface Input {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly autocomplete: 'username' | 'current-password' | 'new-password' | 'one-time-code';
}

/** A form of a few fields, sent once at a time, with what is wrong told below them. */
abstract class SessionForm extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) why = '';
  @state() protected failure = '';
  @state() private sending = false;
  protected abstract readonly kind: string;
  protected abstract get inputs(): readonly Input[];
  protected abstract readonly button: string;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  /** Another way to the same. */
  protected beside(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Sends the fields; what comes back is what is wrong with them. */
  protected abstract submit(values: FormData): Promise<string>;

  protected override render(): TemplateResult {
    return html`
      <form class="gate" data-form=${this.kind} @submit=${this.onSubmit}>
        <h1>${this.heading}</h1>
        ${this.why ? html`<p>${this.why}</p>` : nothing}
        ${this.inputs.map(
          ({ name, label, type, autocomplete }) => html`<label>
            <span>${label}</span>
            <input name=${name} type=${type} autocomplete=${autocomplete} autocapitalize="none" required />
          </label>`,
        )}
        <p class="failure" role="alert" data-failure>${this.failure || nothing}</p>
        <button type="submit" class="primary" aria-disabled=${this.sending ? 'true' : 'false'}>${this.button}</button>
        ${this.beside()}
      </form>
    `;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    this.failure = '';
    try {
      this.failure = await this.submit(new FormData(event.target as HTMLFormElement));
    } catch (thrown) {
      this.failure = explain(Problem.of(thrown));
    } finally {
      this.sending = false;
    }
  }
}

const field = (values: FormData, name: string): string => values.get(name) as string;

export class SignIn extends SessionForm {
  protected readonly kind = 'sign-in';
  protected readonly button = messages.signIn;
  /** Whether the account asks for a code, too. */
  @state() private coded = false;

  protected get inputs(): readonly Input[] {
    return [
      { name: 'name', label: messages.name, type: 'text', autocomplete: 'username' },
      { name: 'password', label: messages.password, type: 'password', autocomplete: 'current-password' },
      ...(this.coded ? [{ name: 'code', label: messages.codeOfDevice, type: 'text', autocomplete: 'one-time-code' } as const] : []),
    ];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What became of a sign-in at the provider, which sends the browser back here.
    this.failure = messages.providerProblems[new URLSearchParams(location.search).get('sign-in') ?? ''] ?? '';
  }

  protected override beside(): TemplateResult | typeof nothing {
    const { provider } = this.session;
    return provider === '' ? nothing : html`<a href="sign-in/provider" data-action="provider">${messages.signInAt(provider)}</a>`;
  }

  protected async submit(values: FormData): Promise<string> {
    try {
      await this.session.signIn(field(values, 'name').trim(), field(values, 'password'), this.coded ? field(values, 'code').trim() : '');
      return '';
    } catch (thrown) {
      if (Problem.of(thrown).slug !== 'code-required') throw thrown;
      this.coded = true;
      void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('[name=code]')?.focus());
      return messages.codeWanted;
    }
  }
}

export class NewPassword extends SessionForm {
  protected readonly kind = 'password';
  protected readonly button = messages.save;
  protected get inputs(): readonly Input[] {
    return [
      { name: 'current', label: messages.currentPassword, type: 'password', autocomplete: 'current-password' },
      { name: 'new', label: messages.newPassword, type: 'password', autocomplete: 'new-password' },
      { name: 'repeat', label: messages.repeatPassword, type: 'password', autocomplete: 'new-password' },
    ];
  }

  protected async submit(values: FormData): Promise<string> {
    const next = field(values, 'new');
    if (Array.from(next).length < SHORTEST) return messages.tooShort;
    if (next !== field(values, 'repeat')) return messages.notTheSame;
    await this.session.changePassword(field(values, 'current'), next);
    return '';
  }
}

function explain({ status, slug, retryAfter, document }: Problem): string {
  if (status === 0) return messages.unreachable;
  if (status === 429) return messages.lockedOut(Math.max(1, Math.ceil((retryAfter ?? 900) / 60)));
  if (slug === 'wrong-code') return messages.wrongCode;
  return slug === 'wrong-credentials' ? messages.wrongCredentials : (document.detail ?? document.title ?? messages.failed);
}

customElements.define('rejoinder-sign-in', SignIn);
customElements.define('rejoinder-new-password', NewPassword);
