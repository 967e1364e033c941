/** One field that was refused: what was measured of it and what is allowed, never its text. */
export interface FieldError {
  readonly field: string;
  readonly value?: string | number;
  readonly bound?: string | number;
}

/** A number to be found, as ALTCHA's first protocol asks for it. */
export interface Challenge {
  readonly algorithm: string;
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

/** An RFC 9457 problem document as the services send it. */
export interface ProblemDocument {
  /** The work that is asked for before the same request is taken. */
  readonly challenge?: Challenge;
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** What went wrong with a request: the server's problem document, or that no server answered (status 0). */
export class Problem extends Error {
  /** The last part of the problem's type, such as `invalid-comment`; `unreachable` without an answer. */
  readonly slug: string;
  readonly errors: readonly FieldError[];

  constructor(
    readonly status: number,
    readonly document: ProblemDocument,
    /** Seconds after which the server asks to be tried again. */
    readonly retryAfter: number | null = null,
  ) {
    super(document.detail ?? document.title ?? `status ${status}`);
    this.slug = document.type?.split('/').at(-1) ?? 'unknown';
    this.errors = document.errors ?? [];
  }

  static unreachable(): Problem {
    return new Problem(0, { type: '/problems/unreachable' });
  }

  /** Whatever was thrown, as a problem; a mistake in our own code stays what it is. */
  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
}
