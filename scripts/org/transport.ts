import type { Clock } from '../clock';
import type { Emit } from '../events';
import { answeredFailure, looksLikePage, type RawResponse } from './answered-failure';
import { networkFailure, OrgFailure, type FailureClass } from './failure';

export type Transport = {
  requestCount(): number;
  send(request: TransportRequest): Promise<TransportResponse>;
};

export type TransportRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path and query below the instance URL, such as `/services/data/v67.0/limits`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** SOAP carries the session id in its body, so a body may be made from the session in force. */
  readonly body?: string | Uint8Array | ((sessionId: string) => string);
  /** `read`: sending it again does no harm. `write`: sent again only when Salesforce said that nothing happened. */
  readonly effect: 'read' | 'write';
  /** What people call it in progress lines. */
  readonly purpose: string;
  /** Texts inside this request that no error may quote. */
  readonly secrets?: readonly string[];
  /** Reads a good answer to a read; the OrgFailure that it throws counts as the org's own, and is repeated like one. */
  readonly accept?: (text: string) => void;
};

export type TransportResponse = { readonly status: number; readonly text: string };

/** A bearer token, and how to get another when it expires; without `renew` an expired session is final. */
export type Session = {
  readonly instanceUrl: string;
  readonly accessToken: string;
  readonly renew?: () => Promise<Session>;
};

export type TransportOptions = {
  readonly session: Session;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly signal: AbortSignal;
  /** Milliseconds until an unanswered request counts as lost. */
  readonly timeout?: number;
};

const attemptsPerRequest = 6;
const retriesPerRun = 40;

/** Sends requests with one session: renews it once, repeats what is safe to repeat, counts everything. */
export function createTransport({
  session: first,
  clock,
  emit,
  signal,
  timeout = 120_000
}: TransportOptions): Transport {
  let session = first;
  let renewal: Promise<void> | undefined;
  let sent = 0;
  let retriesLeft = retriesPerRun;

  return { requestCount: () => sent, send };

  async function send(request: TransportRequest): Promise<TransportResponse> {
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const given = session;
      try {
        const response = await sendOnce(request, given);
        request.accept?.(response.text);
        return response;
      } catch (error) {
        if (!(error instanceof OrgFailure)) throw error;
        if (error.failureClass === 'session' && session.renew !== undefined && !renewed) {
          renewed = true;
          if (session === given) await renewOnce(session.renew);
          continue;
        }
        if (!mayRepeat(error, request) || attempt >= attemptsPerRequest || retriesLeft === 0) throw error;
        retriesLeft -= 1;
        const milliseconds = error.retryAfterMilliseconds ?? backOff(attempt);
        emit({
          type: 'waiting',
          what: request.purpose,
          milliseconds,
          reason: `${error.code}: ${error.message}`,
          attempt
        });
        await clock.wait(milliseconds, signal);
      }
    }
  }

  /** Requests that fail side by side share one renewal: a refresh token that rotates is good for only one. */
  function renewOnce(renew: () => Promise<Session>): Promise<void> {
    renewal ??= renew()
      .then((renewed) => void (session = renewed))
      .finally(() => (renewal = undefined));
    return renewal;
  }

  async function sendOnce(request: TransportRequest, given: Session): Promise<TransportResponse> {
    const { method, path, headers, body, purpose, secrets } = request;
    signal.throwIfAborted();
    sent += 1;
    const response = await fetchText(purpose, `${given.instanceUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${given.accessToken}`,
        accept: 'application/json',
        'sforce-call-options': 'client=ringdown',
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...headers
      },
      body: (typeof body === 'function' ? body(given.accessToken) : body) as RequestInit['body'],
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)])
    });
    if (response.status >= 200 && response.status < 300 && !looksLikePage(response)) return response;
    throw answeredFailure(response, purpose, secrets);
  }

  async function fetchText(purpose: string, url: string, init: RequestInit): Promise<RawResponse> {
    try {
      const response = await fetch(url, init);
      return { status: response.status, text: await response.text(), headers: response.headers };
    } catch (error) {
      signal.throwIfAborted();
      throw networkFailure(error, new URL(url).host, purpose);
    }
  }
}

function mayRepeat(failure: OrgFailure, request: TransportRequest): boolean {
  const repeatable: readonly FailureClass[] =
    request.effect === 'read' ? ['unreachable', 'unavailable', 'busy', 'locked'] : ['busy', 'locked'];
  return repeatable.includes(failure.failureClass);
}

/** 0.4 s doubled each time up to 16 s, with up to a quarter of it as jitter. */
function backOff(attempt: number): number {
  const base = Math.min(400 * 2 ** (attempt - 1), 16_000);
  return Math.round(base * (1 + Math.random() / 4));
}
