import type { Audit, AuditEvent } from '../audit/audit-log';
import type { Authenticators, Identity } from '../authenticators/authenticator';
import { stillStands } from '../authenticators/still-stands';
import { Failure } from '../failure';
import type { OpenedSession, Sessions } from '../sessions/sessions';
import type { SessionRecord, SessionStore } from '../store/session-store';
import type { ServiceTime } from '../time/service-time';
import { attemptOf, finishAttempt, type Attempt } from './attempts';
import { makeCode, takeCode, type CodeOpens } from './login-codes';
import { provePassword } from './prove-password';

/** From where a request comes, as far as it matters to a login. */
export type Caller = {
  readonly address: string;
  readonly userAgent: string;
  /** The secret of a browser in which somebody has logged in before. */
  readonly device: string | undefined;
  /** The session that the browser has in this org, or had until somebody used its id first; a login ends it. */
  readonly session: SessionRecord | undefined;
};

export type Logins = {
  readonly withPassword: (
    login: PasswordLogin,
    caller: Caller,
    newDevice: string
  ) => Promise<OpenedSession & { readonly code: string }>;
  /** In a window of our own: the code opens the session, for the holder of the attempt's secret, which the window is not told. */
  readonly inWindow: (login: Omit<PasswordLogin, 'secret'>, caller: Caller, newDevice: string) => Promise<string>;
  readonly withCode: (login: CodeLogin, caller: Caller) => Promise<OpenedSession>;
};

type PasswordLogin = {
  readonly orgId: string;
  readonly attemptId: string;
  readonly secret: string;
  readonly username: string;
  readonly password: string;
};
type CodeLogin = Omit<PasswordLogin, 'username' | 'password'> & { readonly code: string };

export type LoginsOptions = {
  readonly store: SessionStore;
  readonly time: ServiceTime;
  readonly audit: Audit;
  readonly sessions: Sessions;
  readonly authenticators: Authenticators;
};

/** Logs people in: every login ends the session that was there and begins one with a new id, so an id that was planted is worth nothing. */
export function createLogins(options: LoginsOptions): Logins {
  const { store, time, audit, sessions } = options;

  const begin = async (attempt: Attempt, identity: Identity, caller: Caller): Promise<OpenedSession> => {
    if (caller.session !== undefined) {
      const { orgId, handle } = caller.session;
      await sessions.end({ orgId, handle, reason: 'signed-out', by: 'rep' });
    }
    const { orgId, userId, userName, callCenter } = attempt;
    const { address, userAgent } = caller;
    return sessions.begin({ orgId, userId, userName, callCenter, ...identity, address, userAgent });
  };

  /** The user may have been taken out while there was no session to end yet. */
  const mustStand = async (
    { record }: OpenedSession,
    identity: Identity,
    said: Pick<AuditEvent, 'orgId' | 'userName' | 'address' | 'method'>
  ): Promise<void> => {
    const { orgId, handle } = record;
    if (await stillStands(options.authenticators, orgId, identity)) return;
    await sessions.end({ orgId, handle, reason: 'revoked', by: 'service' });
    audit({ event: 'login-failed', ...said });
    throw new Failure('LOGIN_FAILED');
  };

  return {
    withPassword: async (login, caller, newDevice) => {
      const attempt = await attemptOf({ store, time }, login);
      const identity = await provePassword(options, { attempt, ...login }, caller, newDevice);
      await finishAttempt({ store, time }, attempt);
      const opened = await begin(attempt, identity, caller);
      const { handle } = opened.record;
      const { orgId, userName } = attempt;
      const said = { orgId, userName, address: caller.address, method: 'password' } as const;
      await mustStand(opened, identity, said);
      audit({ event: 'login-succeeded', ...said, agentName: identity.agentName, handle });
      return { ...opened, code: await makeCode({ store, time }, attempt, { handle }) };
    },

    inWindow: async (login, caller, newDevice) => {
      const { orgId, attemptId } = login;
      const attempt = await attemptOf({ store, time }, { orgId, attemptId });
      const identity = await provePassword(options, { attempt, ...login }, caller, newDevice);
      const { userName } = attempt;
      const { agentName } = identity;
      audit({ event: 'login-succeeded', orgId, userName, agentName, address: caller.address, method: 'password' });
      return makeCode({ store, time }, attempt, identity);
    },

    withCode: async (login, caller) => {
      const { orgId, attemptId } = login;
      const { address } = caller;
      const opens = await takeCode({ store, time }, login).catch((error: unknown) => {
        audit({ event: 'code-refused', orgId, address });
        throw error;
      });
      const opened =
        'handle' in opens ? await reopened(options, orgId, opens.handle) : await beginFromCode(attemptId, opens);
      const { handle, userName, agentName } = opened.record;
      audit({ event: 'code-redeemed', orgId, handle, userName, agentName, address });
      return opened;

      async function beginFromCode(id: string, whom: Exclude<CodeOpens, { handle: string }>): Promise<OpenedSession> {
        const attempt = await attemptOf({ store, time }, { orgId, attemptId: id, secret: login.secret });
        await finishAttempt({ store, time }, attempt);
        const begun = await begin(attempt, whom, caller);
        const { userName } = attempt;
        await mustStand(begun, whom, { orgId, userName, address, method: 'password' });
        return begun;
      }
    }
  };
}

/** The code of a finished login takes its session over: whoever had its id before has it no more. */
async function reopened({ store, sessions }: LoginsOptions, orgId: string, handle: string): Promise<OpenedSession> {
  for (let round = 0; round < 8; round += 1) {
    const record = await store.sessionByHandle(orgId, handle);
    const opened = record === undefined ? undefined : await sessions.reissue(record);
    if (opened !== undefined) return opened;
    if (record === undefined) break;
  }
  throw new Failure('ATTEMPT_OVER');
}
