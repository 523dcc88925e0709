import type { Clock } from '../clock';
import type { Emit } from '../events';
import { classifyAnswer, networkCode, OrgFailure, type FailureClass } from './failure';
import { redact } from './redact';

export type Transport = {
  requestCount(): number;
  send(request: TransportRequest): Promise<TransportResponse>;
};

export type TransportRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path and query below the instance URL, such as `/services/data/v66.0/limits`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** SOAP carries the session id in its body, so a body may be made from the session in force. */
  readonly body?: string | Uint8Array | ((sessionId: string) => string);
  /** `read`: sending it again does no harm. `write`: sent again only when Salesforce said that nothing happened. */
  readonly effect: 'read' | 'write';
  /** What people call it in progress lines. */
  readonly purpose: string;
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
/** SOAP reports these faults with HTTP 500; `sf:` is Salesforce's prefix. */
const soapFault = /<faultcode>(?:[\w-]+:)?(\w+)<\/faultcode>[\s\S]*?<faultstring>([\s\S]*?)<\/faultstring>/;

/** Sends requests with one session: renews it once, repeats what is safe to repeat, counts everything. */
export function createTransport({
  session: first,
  clock,
  emit,
  signal,
  timeout = 120_000
}: TransportOptions): Transport {
  let session = first;
  let sent = 0;
  let retriesLeft = retriesPerRun;

  return { requestCount: () => sent, send };

  async function send(request: TransportRequest): Promise<TransportResponse> {
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await sendOnce(request);
      } catch (error) {
        if (!(error instanceof OrgFailure)) throw error;
        if (error.failureClass === 'session' && session.renew !== undefined && !renewed) {
          renewed = true;
          session = await session.renew();
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

  async function sendOnce({ method, path, headers, body, purpose }: TransportRequest): Promise<TransportResponse> {
    signal.throwIfAborted();
    sent += 1;
    const given = session;
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
    throw answeredFailure(response, purpose);
  }

  async function fetchText(
    purpose: string,
    url: string,
    init: RequestInit
  ): Promise<TransportResponse & { headers: Headers }> {
    try {
      const response = await fetch(url, init);
      return { status: response.status, text: await response.text(), headers: response.headers };
    } catch (error) {
      signal.throwIfAborted();
      const code = networkCode(error);
      throw new OrgFailure('unreachable', code, `no answer from ${new URL(url).host}`, purpose, undefined, error);
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

/** During maintenance Salesforce answers with an HTML page, now and then with status 200. */
function looksLikePage({ text }: TransportResponse): boolean {
  return /^\s*<(!doctype html|html)/i.test(text);
}

function answeredFailure(response: TransportResponse & { headers: Headers }, purpose: string): OrgFailure {
  const { status, text, headers } = response;
  if (looksLikePage(response)) {
    return new OrgFailure(
      'unavailable',
      `HTTP_${status}`,
      'Salesforce answered with a web page instead of data',
      purpose
    );
  }
  const { code, message } = readError(status, text);
  const seconds = Number(headers.get('retry-after'));
  return new OrgFailure(
    classifyAnswer(status, code, message),
    code,
    redact(message),
    purpose,
    Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 120) * 1000 : undefined
  );
}

function readError(status: number, text: string): { code: string; message: string } {
  const fault = soapFault.exec(text);
  if (fault !== null) return { code: fault[1] ?? 'FAULT', message: fault[2] ?? text };
  const body = parseJson(text);
  const first = Array.isArray(body) ? (body[0] as unknown) : body;
  if (typeof first === 'object' && first !== null) {
    const { errorCode, message, error, error_description: described } = first as Record<string, unknown>;
    const code = errorCode ?? error;
    if (typeof code === 'string')
      return { code, message: typeof message === 'string' ? message : String(described ?? code) };
  }
  return { code: `HTTP_${status}`, message: text.slice(0, 200) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // not JSON: the caller falls back to the HTTP status
  }
}
