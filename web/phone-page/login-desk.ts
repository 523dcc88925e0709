import { loginChannelName, parseLoginMessage, type LoginMessage } from '../shared/login-message';
import { ServerRefused, type SessionServer } from '../shared/session-server';
import { type AttemptRequest, type LoginAttempt } from '../shared/session-wire/login-attempt';
import { type SessionEnding } from '../shared/session-wire/session-answer';
import { type Timers } from './timers';

export type LoginDesk = {
  /** Gets a login ready for the login page that will ask; `reason` is why the last one ended. */
  readonly begin: (reason?: SessionEnding) => void;
  /** The login may go on by itself from now on: says so to the login page that was given one. */
  readonly goOn: () => void;
  readonly close: () => void;
};

type Prepared = { readonly attempt: LoginAttempt; readonly madeAt: number };

export type LoginDeskOptions = {
  readonly orgId: string;
  readonly timers: Timers;
  readonly server: SessionServer;
  readonly who: () => AttemptRequest;
  readonly isSignedIn: () => boolean;
  /** Whether the rep is to be logged in without a click. */
  readonly isAutomatic: () => boolean;
  /** Whether an old session may still be alive: no login begins before it is known to be over. */
  readonly settle: () => Promise<boolean>;
  readonly sessionChanged: (redeem?: () => Promise<unknown>) => void;
  readonly heightNeeded: (pixels: number) => void;
};

/** An attempt must be fresh for long enough to type a password. */
const leastLife = 120_000;

/** The connector's side of the talk with the login page: gives each page that asks a login attempt of its own. */
export function openLoginDesk(options: LoginDeskOptions): LoginDesk {
  const { orgId, timers, server, who, isSignedIn, isAutomatic, settle, sessionChanged, heightNeeded } = options;
  const channel = new BroadcastChannel(loginChannelName(orgId));
  const say = (message: LoginMessage): void => channel.postMessage(message);
  let ready: Promise<Prepared | undefined> | undefined;
  let given: LoginAttempt | undefined;
  let why: SessionEnding | undefined;

  const begin = async (): Promise<Prepared | undefined> => {
    // The login page asks again until it has one.
    if (!(await settle())) return undefined;
    const madeAt = timers.steady();
    const attempt = await server.beginAttempt(who()).catch(() => undefined);
    return attempt && { attempt, madeAt };
  };

  const give = async (): Promise<void> => {
    const prepared = await ready;
    ready = undefined;
    const { attempt } = (prepared && isFresh(prepared) ? prepared : await begin()) ?? {};
    if (attempt === undefined || isSignedIn()) return;
    given = attempt;
    tell(attempt);
  };

  const tell = ({ attemptId, secret, methods }: LoginAttempt): void => {
    const how = isAutomatic() ? ({ isAutomatic: true } as const) : {};
    say({ type: 'attempt', attemptId, secret, methods, ...(why ? { reason: why } : {}), ...how });
  };

  const redeem = (attempt: LoginAttempt, code: string): Promise<unknown> =>
    server.redeem(attempt, code, 'bearer').catch((error: unknown) => {
      if (error instanceof ServerRefused) say({ type: 'code-refused', attemptId: attempt.attemptId });
      throw error;
    });

  const isFresh = ({ attempt, madeAt }: Prepared): boolean =>
    Date.parse(attempt.expiresAt) - Date.parse(attempt.serverNow) - (timers.steady() - madeAt) > leastLife;

  channel.onmessage = ({ data }: MessageEvent) => {
    const message = parseLoginMessage(data);
    switch (message?.type) {
      case 'attempt-wanted':
        if (!isSignedIn()) void give();
        break;
      case 'session-changed': {
        const { code } = message;
        const attempt = given;
        sessionChanged(code && attempt ? () => redeem(attempt, code) : undefined);
        break;
      }
      case 'height':
        heightNeeded(message.pixels);
        break;
      default:
    }
  };

  return {
    begin: (reason) => {
      why = reason;
      ready = begin();
    },
    goOn: () => {
      if (given && !isSignedIn() && isAutomatic()) tell(given);
    },
    close: () => channel.close()
  };
}
