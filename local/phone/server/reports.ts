import { type Clock } from '../engine/clock';
import { type CallReport, type Report } from '../engine/org-state';

export type ReportTarget = { readonly url: string; readonly token: string };

const startDeadlineMs = 3000;
const longestPauseMs = 60_000;

/**
 * Tells servers about calls. A start is told once, in time for the ring; an end is told again until it is taken, because a record
 * that is never completed is worse than one that comes late. `fails` makes every report fail, on command.
 */
export function createReports(target: ReportTarget | undefined, clock: Clock, fails: () => boolean): Report {
  if (!target) return () => Promise.resolve(undefined);
  const send = async (orgId: string, report: CallReport): Promise<string | undefined> => {
    if (fails()) throw new Error('Reports fail on command');
    const response = await fetch(`${target.url}/orgs/${orgId}/calls`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${target.token}` },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(startDeadlineMs)
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new Error(`${response.status}`);
    const id = (body as { voiceCallId?: unknown } | undefined)?.voiceCallId;
    return typeof id === 'string' ? id : undefined;
  };
  const insist = (orgId: string, report: CallReport, pauseMs: number): void => {
    send(orgId, report).catch(() =>
      clock.after(pauseMs, () => insist(orgId, report, Math.min(pauseMs * 2, longestPauseMs)))
    );
  };
  return (orgId, report) => {
    if (report.event === 'started') return send(orgId, report).catch(() => undefined);
    insist(orgId, report, 500);
    return Promise.resolve(undefined);
  };
}

/** Asks the session service to end the agent's sessions. */
export async function reportSignOut(target: ReportTarget | undefined, orgId: string, userName: string): Promise<void> {
  if (!target) return;
  await fetch(`${target.url}/orgs/${orgId}/revocations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${target.token}` },
    body: JSON.stringify({ userName }),
    signal: AbortSignal.timeout(startDeadlineMs)
  });
}
