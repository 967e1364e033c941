import type { Session } from '../session';

/** A sign-in that still opens something. */
export interface SignedIn {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly agent: string | null;
  readonly how: string;
  readonly started: string;
  readonly until: string;
  /** Whether it is this browser's. */
  readonly current: boolean;
}

/** What a device begins with. */
export interface Offer {
  readonly secret: string;
  readonly uri: string;
  readonly pending: string;
}

export class SecurityApi {
  constructor(private readonly session: Session) {}

  async sessions(everyone: boolean): Promise<readonly SignedIn[]> {
    return (await this.session.request<{ sessions: readonly SignedIn[] }>(`api/sessions?of=${everyone ? 'all' : 'me'}`)).data.sessions;
  }

  async end(id: string): Promise<void> {
    await this.session.request(`api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  async offer(): Promise<Offer> {
    return (await this.session.request<Offer>('api/session/second-factor', { method: 'POST', body: {} })).data;
  }

  async switchOn({ pending }: Offer, code: string, password: string): Promise<readonly string[]> {
    const body = { pending, code, password };
    return (await this.session.request<{ recoveryCodes: readonly string[] }>('api/session/second-factor', { method: 'PUT', body })).data.recoveryCodes;
  }

  async switchOff(password: string): Promise<void> {
    await this.session.request('api/session/second-factor/removal', { method: 'POST', body: { password } });
  }
}
