import { ServerLost, ServerRefused, type SessionServer } from '../shared/session-server';
import { type SessionAnswer } from '../shared/session-wire/session-answer';
import { type SessionView } from '../shared/session-wire/session-view';
import { alarm } from './alarm';
import { type KeptValue } from './kept-value';
import { nextSession, type SessionDeed, type SessionNews, type SessionState } from './session-state';
import { watchEvents } from './watch-events';
import { type Timers } from './timers';

export type KeeperOptions = {
  readonly server: SessionServer;
  readonly timers: Timers;
  /** Whether the session is of the org and user that Salesforce said it serves. */
  readonly isOurs: (session: SessionView) => boolean;
  /** In a call or the work after it: the end of the session may wait for that. */
  readonly isInCall: () => boolean;
  /** A call goes on, which is as good as work. */
  readonly isTalking: () => boolean;
  /** Remembers over a reload that the server has yet to hear of a logout. */
  readonly owed: KeptValue;
  /** Does what follows from a change; deeds come once and in order. */
  readonly act: (deed: SessionDeed, state: SessionState) => void;
};

/** Knows whether the rep is logged in, because it asks the server whenever there is a reason to. */
export type SessionKeeper = {
  readonly state: () => SessionState;
  /** Asks the server; says whether it answered. */
  readonly check: () => Promise<boolean>;
  /** Takes news that came from elsewhere. */
  readonly take: (news: SessionNews) => void;
  /**
   * Ends the session here at once, and on the server as soon as it can be reached; settles after the first try. Until the server
   * has heard it, nobody is signed in, whatever it says, also after a reload.
   */
  readonly logOut: (by: 'salesforce' | 'component') => Promise<void>;
  /** The rep did something: renews the session, at most as often as it helps. */
  readonly worked: (isUrgent?: boolean) => void;
  readonly watch: () => void;
  readonly stopWatching: () => void;
  /** Milliseconds until this time of the server's clock; negative when it has passed. */
  readonly timeUntil: (session: SessionView, time: string) => number;
};

const firstRetry = 1_000;
const slowestRetry = 30_000;
const mostOftenRenewed = 60_000;

export function keepSession(options: KeeperOptions): SessionKeeper {
  const { server, timers, isOurs, isInCall, isTalking, owed, act } = options;
  let state: SessionState = { name: 'looking' };
  let heardAt = 0;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let warnedOf: string | undefined;
  let asking: Promise<boolean> | undefined;
  let isAskedAgain = false;
  let logouts = 0;
  let cancelRetry = (): void => undefined;

  const take = (news: SessionNews): void => {
    const step = nextSession(state, news);
    state = step.state;
    for (const deed of step.deeds) act(deed, state);
  };

  const hear = (answer: SessionAnswer): void => {
    failures = 0;
    if (answer.state === 'signed-in' && isOurs(answer.session)) {
      heardAt = timers.steady();
      take({ type: 'found', session: answer.session });
    } else take({ type: 'none', ...(answer.state === 'signed-out' && answer.reason ? { reason: answer.reason } : {}) });
    rearm();
  };

  const missed = (error: unknown): void => {
    // A refusal is an answer too, though one that says nothing of the session.
    if (!(error instanceof ServerLost) && !(error instanceof ServerRefused)) throw error;
    take({ type: 'lost' });
    const wait = Math.min(slowestRetry, firstRetry * 2 ** failures) * (0.5 + Math.random() / 2);
    failures += 1;
    cancelRetry();
    cancelRetry = timers.after(wait, () => void check());
    onTime();
  };

  const ask = async (question: () => Promise<SessionAnswer>): Promise<boolean> => {
    let isAnswered = false;
    cancelRetry();
    do {
      isAskedAgain = false;
      try {
        isAnswered = false;
        await payOwed();
        const begun = logouts;
        const answer = await question();
        // An answer from before a logout is stale.
        if (begun === logouts) hear(answer);
        else isAskedAgain = true;
        isAnswered = true;
      } catch (error) {
        missed(error);
      }
    } while (isAskedAgain);
    return isAnswered;
  };

  const payOwed = async (): Promise<void> => {
    if (owed.read() === undefined) return;
    await server.logOut();
    owed.keep(undefined);
  };

  /** One question at a time: what changed while one is on its way is asked once more after it. */
  const check = (): Promise<boolean> => {
    if (asking) isAskedAgain = true;
    else asking = ask(() => server.session()).finally(() => (asking = undefined));
    return asking;
  };

  const timeUntil = (session: SessionView, time: string): number =>
    Date.parse(time) - Date.parse(session.serverNow) - (timers.steady() - heardAt);

  const clock = alarm(
    timers,
    () => onTime(),
    () => void check()
  );

  /** What the push channel may have missed. */
  const onTime = (): void => {
    const session = sessionIn(state);
    if (session === undefined) return;
    const isOver = timeUntil(session, session.expiresAt) <= 0;
    const isKept = session.duringCall === 'defer' && isInCall();
    if (state.name === 'unreachable' && isOver && !isKept) return take({ type: 'expired' });
    if (isTalking()) worked();
    if (timeUntil(session, session.warnAt) <= 0 && warnedOf !== session.warnAt) {
      warnedOf = session.warnAt;
      act('tell-components', state);
    }
    if (state.name === 'signed-in' && (isOver || timeUntil(session, session.idleExpiresAt) <= 0)) void check();
    rearm();
  };

  const rearm = (): void => {
    const session = sessionIn(state);
    if (session === undefined) return clock.stop();
    const times = [session.warnAt, session.idleExpiresAt, session.expiresAt];
    const left = times.map((time) => timeUntil(session, time));
    const hasPassed = left.some((each) => each <= 0);
    clock.set(
      Math.min(
        ...left.filter((each) => each > 0),
        isTalking() ? renewalPause(session) : Number.POSITIVE_INFINITY,
        hasPassed ? mostOftenRenewed : Number.POSITIVE_INFINITY
      )
    );
  };

  const worked = (isUrgent = false): void => {
    if (state.name !== 'signed-in') return;
    if (asking) {
      if (isUrgent) void asking.then(() => worked(true));
      return;
    }
    if (!isUrgent && timers.steady() - renewedAt < renewalPause(state.session)) return;
    renewedAt = timers.steady();
    asking = ask(() => server.renew(isInCall())).finally(() => (asking = undefined));
  };

  const logOut = async (by: 'salesforce' | 'component'): Promise<void> => {
    logouts += 1;
    owed.keep('yes');
    take({ type: 'logged-out', by });
    clock.stop();
    await check();
  };

  const events = watchEvents({ server, timers, changed: check });
  return { state: () => state, check, take, logOut, worked, watch: events.watch, stopWatching: events.stop, timeUntil };
}

function sessionIn(state: SessionState): SessionView | undefined {
  return state.name === 'signed-in' || state.name === 'unreachable' ? state.session : undefined;
}

/** A quarter of the idle time, so that three lost renewals do no harm. */
function renewalPause(session: SessionView): number {
  const idle = Date.parse(session.idleExpiresAt) - Date.parse(session.serverNow);
  return Math.min(mostOftenRenewed, Math.max(1_000, idle / 4));
}
