import type { Session } from '../session';

export const PERIODS = ['24h', '7d', '30d', '90d'] as const;
export type Period = (typeof PERIODS)[number];

/** Comments that were written in a part of the period, by what they are now. */
export interface Part {
  readonly from: string;
  readonly approved: number;
  readonly held: number;
  readonly rejected: number;
}

export interface Top {
  readonly name: string;
  readonly count: number;
}

export interface Figures {
  readonly period: Period;
  /** Seconds. */
  readonly part: number;
  readonly at: string;
  readonly approved: number;
  readonly held: number;
  readonly rejected: number;
  readonly deciders: Readonly<Record<string, number>>;
  readonly parts: readonly Part[];
  /** Seconds. */
  readonly decisionTime: { readonly n: number; readonly p50: number | null; readonly p90: number | null };
  readonly backlog: { readonly count: number; readonly oldest: number | null; readonly ages: readonly { readonly below: number | null; readonly count: number }[] };
  readonly reasons: readonly Top[];
  readonly domains: readonly Top[];
  readonly campaigns: readonly Top[];
}

/** A share with its 95 % interval; null where too few were judged. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly needed: number;
}

/** How right automatic decisions were, as people judged them. */
export interface Quality {
  readonly days: number;
  readonly precision: Estimate;
  readonly recall: Estimate;
  readonly falsePositives: Estimate;
  readonly honestHeld: Estimate;
  readonly agreement: Estimate;
  readonly kappa: number | null;
}

export class StatisticsApi {
  constructor(private readonly session: Session) {}

  async figures(period: Period): Promise<Figures> {
    return (await this.session.request<Figures>(`api/statistics?period=${period}`)).data;
  }

  async quality(): Promise<Quality> {
    return (await this.session.request<Quality>('api/screening/quality')).data;
  }
}
