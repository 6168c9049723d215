import type { Problem } from './contract';
import { language } from './language';

/** What the server answered when it did not answer with what was asked for; status 0 when it did not answer at all. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    /** Milliseconds that the server asks to wait before the next attempt, or null. */
    readonly retryAfter: number | null,
  ) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
  }

  /** Whether it is of this kind, as the server names kinds: `wrong-password`, `not-allowed`. */
  is(kind: string): boolean {
    return this.problem?.type === `urn:eventops:problem:${kind}`;
  }

  /** What the server expected of a field of a wrong request, or null. */
  field(name: string): string | null {
    const said = this.problem?.errors?.[name];
    return said === undefined ? null : [said].flat().join(' ');
  }

  /** Whether the same request may succeed later: no answer, too many at once, or a server in trouble. */
  get passes(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const patience = 8_000;

let unknown: () => void = () => undefined;

/** What is done when the server answers that it knows nobody by this page's credential. */
export const whenUnknown = (act: () => void): void => void (unknown = act);

export interface Asking {
  method?: 'GET' | 'POST' | 'PUT';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Asks the server; a refusal of a scan is an answer, everything but a 2xx is a {@link Failure}. */
export async function ask<T>(path: string, asking: Asking = {}): Promise<T> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': language.value,
    ...asking.headers,
  };
  if (asking.body !== undefined) headers['Content-Type'] = 'application/json';
  const signals = [AbortSignal.timeout(patience), ...(asking.signal ? [asking.signal] : [])];
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method: asking.method ?? 'GET',
      headers,
      signal: AbortSignal.any(signals),
      ...(asking.body === undefined ? {} : { body: JSON.stringify(asking.body) }),
    });
    text = await response.text();
  } catch {
    throw new Failure(0, null, null);
  }
  const said = parse(text);
  if (!response.ok) {
    // under /api/access/ it is what was typed that is not good, and not who one is
    if (response.status === 401 && !path.startsWith('/api/access/')) unknown();
    throw new Failure(response.status, said as Problem | null, retryAfter(response.headers));
  }
  return said as T;
}

export const missionPath = (mission: string, rest: string): string =>
  `/api/missions/${encodeURIComponent(mission)}/${rest}`;

function parse(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

/** `Retry-After` is a number of seconds or a date. */
export function retryAfter(headers: Headers, now = Date.now()): number | null {
  const said = headers.get('Retry-After');
  if (said === null || said.trim() === '') return null;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(said);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
