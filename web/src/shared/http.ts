import { Problem, type ProblemDocument } from './problem';

/** After this long without an answer a request counts as unanswered, milliseconds. */
const PATIENCE = 20_000;

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Headers;
}

/** Sends JSON and takes JSON; everything but a 2xx, and no answer at all, is thrown as a {@link Problem}. */
export async function send<T>(url: string, { method = 'GET', headers = {}, body }: Request = {}): Promise<Answer<T>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    text = await response.text();
  } catch {
    throw Problem.unreachable();
  }
  if (!response.ok) throw problemOf(response, text);
  return { status: response.status, data: (text === '' ? null : JSON.parse(text)) as T, headers: response.headers };
}

/** The problem that a refusal carries; a proxy's page of HTML counts as an empty document. */
export function problemOf(response: Response, text: string): Problem {
  const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  let document: ProblemDocument;
  try {
    document = JSON.parse(text) as ProblemDocument;
  } catch {
    document = {};
  }
  return new Problem(response.status, document, Number.isNaN(wait) ? null : wait);
}
