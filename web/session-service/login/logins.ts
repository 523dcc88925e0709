import type { Audit } from '../audit/audit-log';
import {
  authenticatorsOf,
  type Authenticators,
  type Identity,
  type PasswordAuthenticator
} from '../authenticators/authenticator';
import { Failure } from '../failure';
import type { OpenedSession, Sessions } from '../sessions/sessions';
import type { SessionRecord, SessionStore } from '../store/session-store';
import type { ServiceTime } from '../time/service-time';
import { attemptOf, finishAttempt, type Attempt } from './attempts';
import { makeCode, takeCode, type CodeOpens } from './login-codes';
import { admitLogin } from './throttle';

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

  return {
    withPassword: async (login, caller, newDevice) => {
      const attempt = await attemptOf({ store, time }, login);
      const { orgId, username, password } = login;
      const { userName } = attempt;
      const { address, device } = caller;
      const said = { orgId, userName, address, method: 'password' } as const;
      const admitted = await admitLogin(store, time.now(), { orgId, username, address, device }).catch(
        (error: unknown) => {
          if (error instanceof Failure) audit({ event: 'login-throttled', ...said });
          throw error;
        }
      );
      const authenticator = passwordOf(options.authenticators, orgId);
      const identity = await authenticator
        .verify({ orgId, userName, username, password })
        .catch(async (error: unknown) => {
          await admitted.undone();
          audit({ event: 'login-busy', ...said });
          throw error;
        });
      if (identity === undefined) {
        audit({ event: 'login-failed', ...said });
        throw new Failure('LOGIN_FAILED');
      }
      await admitted.succeeded(device ?? newDevice);
      await finishAttempt({ store, time }, attempt);
      const opened = await begin(attempt, identity, caller);
      const { handle } = opened.record;
      // The user may have been taken out while the password was checked, before there was a session to end.
      if (!(await authenticator.stands(identity))) {
        await sessions.end({ orgId, handle, reason: 'revoked', by: 'service' });
        audit({ event: 'login-failed', ...said });
        throw new Failure('LOGIN_FAILED');
      }
      audit({ event: 'login-succeeded', ...said, agentName: identity.agentName, handle });
      return { ...opened, code: await makeCode({ store, time }, attempt, { handle }) };
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
        return begin(attempt, { agentName: whom.agentName }, caller);
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

function passwordOf(authenticators: Authenticators, orgId: string): PasswordAuthenticator {
  const found = authenticatorsOf(authenticators, orgId).find((each) => each.kind === 'password');
  if (found === undefined) throw new Failure('LOGIN_FAILED');
  return found;
}
