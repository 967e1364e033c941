import { type Answer, type Request, send } from '../shared/http';
import { Problem, type ProblemDocument } from '../shared/problem';

interface Csrf {
  readonly header: string;
  readonly token: string;
}

interface SessionDocument {
  readonly account: { readonly name: string; readonly role: string };
  readonly csrf: Csrf;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  readonly recoveryCodes: number;
}

/** `expired`: signed in before, and asked to again while the work lies open. */
export type SessionState = 'loading' | 'unreachable' | 'signed-out' | 'must-change' | 'signed-in' | 'expired';

/**
 * Who is signed in. A request that finds the session expired waits until its moderator has signed in again and is then
 * sent once more, so that nothing which was done is lost.
 */
export class Session {
  state: SessionState = 'loading';
  name = '';
  /** Whether they may what a senior may: seniors and administrators. */
  senior = false;
  administrator = false;
  /** Whether a code is asked for at the sign-in, and how many codes are left for who has lost the device. */
  secondFactor = false;
  recoveryCodes = 0;
  /** What the provider is called where people can sign in, too; empty for none. */
  provider = '';
  private csrf: Csrf | null = null;
  private waiting: (() => void)[] = [];

  constructor(private readonly changed: () => void) {}

  async open(): Promise<void> {
    try {
      this.take((await send<SessionDocument>('api/session')).data);
    } catch (thrown) {
      this.become(this.tokenOf(thrown).status === 401 ? 'signed-out' : 'unreachable');
    }
  }

  async signIn(name: string, password: string, code = ''): Promise<void> {
    const body = { name, password, ...(code === '' ? {} : { code }) };
    this.take((await this.sendSecured<SessionDocument>('api/session', { method: 'POST', body })).data);
  }

  async signOut(): Promise<void> {
    try {
      await this.sendSecured('api/session', { method: 'DELETE' });
    } catch (thrown) {
      // The browser's part is done in any case.
      Problem.of(thrown);
    }
    await this.open();
  }

  async changePassword(current: string, next: string): Promise<void> {
    await this.sendSecured('api/session/password', { method: 'POST', body: { current, new: next } });
    await this.open();
  }

  async request<T>(url: string, request: Request = {}): Promise<Answer<T>> {
    try {
      return await this.sendSecured<T>(url, request);
    } catch (thrown) {
      if (Problem.of(thrown).status !== 401) throw thrown;
      await this.signedInAgain();
      return this.sendSecured<T>(url, request);
    }
  }

  /** Asks to sign in again, and ends once that is done. */
  signedInAgain(): Promise<void> {
    if (this.state !== 'expired') void this.expire();
    return new Promise((resolve) => { this.waiting.push(resolve); });
  }

  private async expire(): Promise<void> {
    this.become('expired');
    try {
      this.take((await send<SessionDocument>('api/session')).data);
    } catch (thrown) {
      this.tokenOf(thrown);
    }
  }

  /** A refused token may be that of a session which another tab has renewed: once, with the present one. */
  private async sendSecured<T>(url: string, request: Request, again = true): Promise<Answer<T>> {
    const headers = this.csrf === null || (request.method ?? 'GET') === 'GET' ? {} : { [this.csrf.header]: this.csrf.token };
    try {
      return await send<T>(url, { ...request, headers });
    } catch (thrown) {
      if (!again || Problem.of(thrown).status !== 403) throw thrown;
      await this.renewToken();
      return this.sendSecured<T>(url, request, false);
    }
  }

  private async renewToken(): Promise<void> {
    try {
      this.csrf = (await send<SessionDocument>('api/session')).data.csrf;
    } catch (thrown) {
      this.tokenOf(thrown);
    }
  }

  /** A refusal for want of a session carries the token that signing in needs. */
  private tokenOf(thrown: unknown): Problem {
    const problem = Problem.of(thrown);
    const { csrf, provider } = problem.document as ProblemDocument & { csrf?: Csrf; provider?: string };
    this.csrf = csrf ?? this.csrf;
    this.provider = provider ?? this.provider;
    return problem;
  }

  private take({ account, csrf, mustChangePassword, secondFactor, recoveryCodes }: SessionDocument): void {
    // Someone else's work is not theirs to go on with.
    if (this.state === 'expired' && this.name !== account.name) location.reload();
    this.csrf = csrf;
    this.name = account.name;
    this.senior = account.role === 'senior' || account.role === 'administrator';
    this.administrator = account.role === 'administrator';
    this.secondFactor = secondFactor;
    this.recoveryCodes = recoveryCodes;
    this.become(mustChangePassword ? 'must-change' : 'signed-in');
    if (!mustChangePassword) this.waiting.splice(0).forEach((resolve) => { resolve(); });
  }

  private become(state: SessionState): void {
    this.state = state;
    this.changed();
  }
}
