import type { Session } from '../session';

/** Shares between 0 and 1. */
export interface Targets {
  readonly rejectPrecision: number;
  readonly honestHeld: number;
  readonly toxicHeld: number;
}

export interface Holds {
  readonly everything: boolean;
  readonly untilApproved: number;
  readonly links: number | null;
  readonly images: number | null;
  /** Sites of which every comment waits, and those that take nothing. */
  readonly sites?: readonly string[] | null;
  readonly readOnly?: readonly string[] | null;
}

export const LISTS = ['blockedWords', 'suspectWords', 'blockedDomains', 'trustedDomains'] as const;
export type Lists = Readonly<Record<(typeof LISTS)[number], readonly string[]>>;

export const ACTIONS = ['approve', 'hold', 'reject'] as const;
export const MODES = ['off', 'shadow', 'enabled'] as const;

export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly expression: string;
  readonly action: (typeof ACTIONS)[number];
  readonly mode: (typeof MODES)[number];
}

/** What of the settings can be written. */
export interface Draft {
  readonly targets: Targets;
  readonly holds: Holds;
  readonly lists: Lists;
  readonly rules: readonly Rule[];
  readonly model?: string | null;
}

/** A version, as a line of the list of all. */
export interface Version {
  readonly version: number;
  readonly by: { readonly kind: string; readonly name?: string | null };
  readonly why: string;
  readonly restores: number | null;
  readonly at: string;
}

export interface Settings extends Draft, Version {
  readonly thresholds: { readonly hold: number; readonly reject: number; readonly toxic: number };
}

/** What the curve says of a threshold for holding: shares of all, of the honest and of the spam. */
export interface Point {
  readonly threshold: number;
  readonly caught: number;
  readonly honestHeld: number;
  readonly spamCaught: number;
}

export interface Outlook {
  readonly thresholds: Settings['thresholds'];
  readonly expected: Readonly<Record<'held' | 'heldAsToxic' | 'rejected' | 'rejectPrecision' | 'honestHeld' | 'spamCaught' | 'toxicCaught', number>>;
  readonly perDay: number;
  readonly heldPerDay: number;
  readonly curve: readonly Point[];
}

export interface Change {
  readonly field: string;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

export interface Name {
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
}

export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

type People = 'approved' | 'rejected' | 'none';

export interface Trial {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly read: number;
  readonly total: number;
  readonly counts: {
    readonly judged: number;
    readonly changed: number;
    readonly verdicts: readonly { readonly from: string; readonly to: string; readonly people: People; readonly count: number }[];
    readonly rules: readonly { readonly rule: string; readonly result: string; readonly people: People; readonly count: number }[];
  };
}

export interface VerdictChange {
  readonly comment: string;
  readonly thread: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly people: People;
  readonly why: string;
  readonly excerpt: string;
}

const PATH = 'api/screening';

/** The HTTP interface of what screening goes by. */
export class ScreeningApi {
  constructor(private readonly session: Session) {}

  current(): Promise<Settings> {
    return this.get<Settings>('settings');
  }

  async versions(before: number | null): Promise<readonly Version[]> {
    return (await this.get<{ versions: readonly Version[] }>(`settings/versions?limit=30${before === null ? '' : `&before=${String(before)}`}`)).versions;
  }

  async diff(from: number, to: number): Promise<readonly Change[]> {
    return (await this.get<{ changes: readonly Change[] }>(`settings/diff?from=${String(from)}&to=${String(to)}`)).changes;
  }

  save(settings: Draft, basedOn: number, why: string): Promise<Settings> {
    return this.post<Settings>('settings/versions', { settings, basedOn, why });
  }

  restore(version: number, basedOn: number, why: string): Promise<Settings> {
    return this.post<Settings>(`settings/versions/${String(version)}/restore`, { basedOn, why });
  }

  outlook({ rejectPrecision, honestHeld, toxicHeld }: Targets): Promise<Outlook> {
    return this.get<Outlook>(`outlook?${new URLSearchParams({ rejectPrecision: String(rejectPrecision), honestHeld: String(honestHeld), toxicHeld: String(toxicHeld) }).toString()}`);
  }

  async names(): Promise<readonly Name[]> {
    return (await this.get<{ names: readonly Name[] }>('rules/names')).names;
  }

  async check(expression: string): Promise<readonly Fault[]> {
    return (await this.post<{ faults: readonly Fault[] }>('rules/check', { expression })).faults;
  }

  begin(settings: Draft, days: number): Promise<Trial> {
    return this.post<Trial>('trials', { settings, days });
  }

  trial(id: string): Promise<Trial> {
    return this.get<Trial>(`trials/${id}`);
  }

  async stop(id: string): Promise<void> {
    await this.session.request(`${PATH}/trials/${id}`, { method: 'DELETE' });
  }

  changes(id: string, after: string | null): Promise<{ readonly changes: readonly VerdictChange[]; readonly next: string | null }> {
    return this.get(`trials/${id}/changes${after === null ? '' : `?after=${encodeURIComponent(after)}`}`);
  }

  private async get<T>(path: string): Promise<T> {
    return (await this.session.request<T>(`${PATH}/${path}`)).data;
  }

  private async post<T>(path: string, body: object): Promise<T> {
    return (await this.session.request<T>(`${PATH}/${path}`, { method: 'POST', body })).data;
  }
}
