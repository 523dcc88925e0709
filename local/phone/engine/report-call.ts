import { type CallReport, type OrgState, type Unplaced } from './org-state';

/** Tells servers that a call has come; settles with Salesforce's id of it when they have one. */
export async function reportStart(state: OrgState, call: Unplaced): Promise<string | undefined> {
  const report = reportOf(call, 'started');
  return report && state.report(state.orgId, report);
}

/** Tells servers that a call they know of is over. */
export function reportEnd(state: OrgState, call: Unplaced, endedAt: string): void {
  const report = reportOf(call, 'ended');
  if (!report) return;
  const { holdSeconds, holds, recordingUrl } = call;
  const recording = recordingUrl === undefined ? {} : { recordingUrl };
  void state.report(state.orgId, { ...report, endedAt, holdSeconds, holds, ...recording });
}

function reportOf(call: Unplaced, event: CallReport['event']): CallReport | undefined {
  const { reportKey, parentReportKey, from, to, startedAt } = call;
  if (reportKey === undefined) return undefined;
  return {
    ...{ event, callKey: reportKey, from, to, startedAt },
    ...(parentReportKey === undefined ? {} : { parentCallKey: parentReportKey }),
    ...originOf(call),
    initiationMethod: isMadeByPage(call) ? 'Outbound' : call.direction === 'transfer' ? 'Transfer' : 'Inbound'
  };
}

/**
 * Salesforce's page makes the record of what an agent dials, and of a wish to be called back when it is offered, under the id of the
 * agent's call: servers are told of both for their ends alone. A campaign's preview has its record before.
 */
export const isMadeByPage = ({ direction, dialer }: Unplaced): boolean =>
  direction === 'outbound' || (direction === 'callback' && dialer === undefined);

function originOf({ channel, dialer }: Unplaced): Pick<CallReport, 'callOrigin'> {
  if (channel === 'voicemail') return { callOrigin: 'Voicemail' };
  if (dialer === undefined) return {};
  return { callOrigin: dialer === 'preview' ? 'Preview' : 'Progressive' };
}
