import { parseFailureAnswer, type FailureCode } from './session-wire/failure-answer';
import {
  parseCodeAnswer,
  parseLoginAnswer,
  parseLoginAttempt,
  parsePhoneTicket,
  parseRedeemAnswer,
  type AttemptRequest,
  type LoginAttempt,
  type PhoneTicket
} from './session-wire/login-attempt';
import { parseOwnSessions, type OwnSession } from './session-wire/own-session';
import { parseSessionAnswer, type SessionAnswer } from './session-wire/session-answer';
import { parseSessionView, type SessionView } from './session-wire/session-view';

type Pass = Pick<LoginAttempt, 'attemptId' | 'secret'>;

/** What a page of one org asks of the session service. Everything may reject with a {@link ServerLost} or a {@link ServerRefused}. */
export type SessionServer = {
  readonly session: () => Promise<SessionAnswer>;
  readonly beginAttempt: (who: AttemptRequest) => Promise<LoginAttempt>;
  /** Logs in; the answer is a code that redeems this login once, for where no cookie is kept. */
  readonly logIn: (attempt: Pass, username: string, password: string) => Promise<string>;
  /** The same in a window of our own, which was told the attempt and not its secret: the code alone opens a session. */
  readonly logInForCode: (attemptId: string, username: string, password: string) => Promise<string>;
  /** Makes a session of a code. Without cookies (`bearer`) it lives in the memory of this page. */
  readonly redeem: (attempt: Pass, code: string, by: 'cookie' | 'bearer') => Promise<SessionView>;
  /** Tells that the rep works, which renews the session. */
  readonly renew: (inCall: boolean) => Promise<SessionAnswer>;
  /** Ends the session. When that rejects, call it again: the session may live, but this page uses it no more. */
  readonly logOut: () => Promise<void>;
  /** Where this rep is logged in, this page included. */
  readonly sessions: () => Promise<readonly OwnSession[]>;
  /** Ends one of those. */
  readonly endSession: (handle: string) => Promise<void>;
  /** A pass to the phone system, good once and for a minute. */
  readonly phoneTicket: () => Promise<PhoneTicket>;
  /** The stream that says when the session changed. */
  readonly openEvents: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
};

/** The server could not be asked, or could not answer. Nothing is known of what it did. */
export class ServerLost extends Error {
  constructor(options?: ErrorOptions) {
    super('The session service did not answer.', options);
    this.name = 'ServerLost';
  }
}

/** The server's no. */
export class ServerRefused extends Error {
  constructor(
    readonly code: FailureCode,
    readonly retryAfterSeconds?: number
  ) {
    super(`The session service refused: ${code}`);
    this.name = 'ServerRefused';
  }
}

/** Milliseconds after which an answer is not waited for any longer. */
const patience = 10_000;

/** The session service of this page's own origin, for one org. Cookies travel by themselves. */
export function sessionServer(orgId: string, send: typeof fetch): SessionServer {
  const request = requestsTo(`/orgs/${orgId}`, send);
  let bearer: string | undefined;
  let leaving: string | undefined;
  const ask = async (method: Method, path: string, body?: object): Promise<unknown> => {
    const answer = await request(method, path, { body, bearer, signal: AbortSignal.timeout(patience) });
    return answer.status === 204 ? undefined : reached(() => answer.json());
  };
  return {
    session: async () => known(parseSessionAnswer(await ask('GET', '/session'))),
    beginAttempt: async (who) => known(parseLoginAttempt(await ask('POST', '/attempts', who))),
    logIn: async ({ attemptId, secret }, username, password) =>
      known(parseLoginAnswer(await ask('POST', '/login', { attemptId, secret, username, password }))).code,
    logInForCode: async (attemptId, username, password) =>
      known(parseCodeAnswer(await ask('POST', '/login/window', { attemptId, username, password }))).code,
    redeem: async ({ attemptId, secret }, code, by) => {
      const want = by === 'bearer' ? { want: 'bearer' } : {};
      const answer = known(parseRedeemAnswer(await ask('POST', '/redeem', { attemptId, secret, code, ...want })));
      bearer = answer.bearer;
      return answer.session;
    },
    renew: async (inCall) => {
      try {
        const session = known(parseSessionView(await ask('POST', '/session/activity', { inCall })));
        bearer = session.bearer ?? bearer;
        return { state: 'signed-in', session };
      } catch (error) {
        if (!(error instanceof ServerRefused) || error.code !== 'NOT_SIGNED_IN') throw error;
        return known(parseSessionAnswer(await ask('GET', '/session')));
      }
    },
    logOut: async () => {
      // Whoever asks again after a lost answer still ends the same session, with which nothing else is done any more.
      leaving = bearer ?? leaving;
      bearer = undefined;
      await request('DELETE', '/session', { bearer: leaving, signal: AbortSignal.timeout(patience) });
      leaving = undefined;
    },
    sessions: async () => known(parseOwnSessions(await ask('GET', '/sessions'))),
    endSession: async (handle) => void (await ask('DELETE', `/sessions/${encodeURIComponent(handle)}`)),
    phoneTicket: async () => known(parsePhoneTicket(await ask('POST', '/phone-ticket'))),
    openEvents: async (signal) => known((await request('GET', '/session/events', { bearer, signal })).body ?? undefined)
  };
}

type Method = 'GET' | 'POST' | 'DELETE';
type Sent = { readonly body?: object; readonly bearer: string | undefined; readonly signal: AbortSignal };

function requestsTo(base: string, send: typeof fetch) {
  return async (method: Method, path: string, { body, bearer, signal }: Sent): Promise<Response> => {
    const headers: Record<string, string> = bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` };
    // What no form of another site can send: the server takes a change from nobody without it.
    if (method !== 'GET') Object.assign(headers, { 'X-Ringdown': '1', 'Content-Type': 'application/json' });
    const answer = await reached(() =>
      send(`${base}${path}`, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal
      })
    );
    if (answer.ok) return answer;
    throw refusalOf(await answer.json().catch(() => undefined));
  };
}

async function reached<Value>(get: () => Promise<Value>): Promise<Value> {
  try {
    return await get();
  } catch (cause) {
    throw new ServerLost({ cause });
  }
}

/** A server that fails, or a page of whatever stands before it, is as good as no answer. */
function refusalOf(body: unknown): Error {
  const { code, retryAfterSeconds } = parseFailureAnswer(body);
  const isLost = code === 'INTERNAL' || code === 'UNAVAILABLE';
  return isLost ? new ServerLost() : new ServerRefused(code, retryAfterSeconds);
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ServerLost();
  return value;
}
