import { type Clock } from '../engine/clock';
import { type CallReport, type Report } from '../engine/org-state';
import { Refusal } from '../engine/shapes';

export type ReportTarget = { readonly url: string; readonly token: string };

export type Reports = {
  readonly report: Report;
  /** Asks the session service to end the agent's sessions; rejects when it could not be asked. */
  readonly signOut: (orgId: string, userName: string) => Promise<void>;
  /** Tells or asks Salesforce something about calls, through whoever has the key; gives the answer as it comes. */
  readonly request: (orgId: string, what: string, body: object, deadlineMs?: number) => Promise<Answered>;
  /** Gives up what is still to be told. */
  readonly stop: () => void;
};

/** What the other server answered. */
export type Answered = { readonly status: number; readonly body: unknown };

const startDeadlineMs = 3000;
/** Nobody rings meanwhile, and Salesforce may take its time. */
const requestDeadlineMs = 12_000;
const longestPauseMs = 60_000;

/**
 * Tells servers about calls. A start is told once, in time for the ring; an end is told again until it is taken, because a record
 * that is never completed is worse than one that comes late. `fails` makes every report fail, on command.
 */
export function createReports(target: ReportTarget | undefined, clock: Clock, fails: () => boolean): Reports {
  if (!target)
    return {
      report: () => Promise.resolve(undefined),
      signOut: () => Promise.resolve(),
      request: () => Promise.reject(new Refusal('not-supported', 'No server is set that could tell Salesforce')),
      stop: () => undefined
    };
  const pauses = new Set<() => void>();
  let isStopped = false;
  const ask = async (orgId: string, what: string, body: object, deadlineMs = startDeadlineMs): Promise<Answered> => {
    if (fails()) throw new Error('Reports fail on command');
    const response = await fetch(`${target.url}/orgs/${orgId}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${target.token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(deadlineMs)
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  };
  const post = async (orgId: string, what: string, body: object): Promise<unknown> => {
    const { status, body: answer } = await ask(orgId, what, body);
    if (status < 200 || status > 299) throw new Error(`${what} were answered ${status}`);
    return answer;
  };
  const send = async (orgId: string, report: CallReport): Promise<string | undefined> => {
    const answer = await post(orgId, 'calls', report);
    const id = (answer as { voiceCallId?: unknown } | undefined)?.voiceCallId;
    return typeof id === 'string' ? id : undefined;
  };
  const insist = (orgId: string, report: CallReport, pauseMs: number): void => {
    send(orgId, report).catch(() => {
      if (isStopped) return;
      const stop = clock.after(pauseMs, () => {
        pauses.delete(stop);
        insist(orgId, report, Math.min(pauseMs * 2, longestPauseMs));
      });
      pauses.add(stop);
    });
  };
  return {
    report: (orgId, report) => {
      if (report.event === 'started') return send(orgId, report).catch(() => undefined);
      insist(orgId, report, 500);
      return Promise.resolve(undefined);
    },
    signOut: async (orgId, userName) => void (await post(orgId, 'revocations', { userName })),
    request: async (orgId, what, body, deadlineMs = requestDeadlineMs) => {
      return ask(orgId, what, body, deadlineMs).catch((error: unknown) => {
        throw new Refusal('failed', error instanceof Error ? error.message : String(error));
      });
    },
    stop: () => {
      isStopped = true;
      for (const stop of pauses) stop();
    }
  };
}
