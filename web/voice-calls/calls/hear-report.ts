import type { CallReport, EndReport } from './call-report';
import type { CallEnd, CallStart, KeptCall } from './kept-call';

export type Hearing = {
  readonly orgId: string;
  readonly report: CallReport;
  readonly now: number;
  readonly hasOtherNodes: boolean;
  readonly completeAfter: number;
};

/** The call after what the phone system told; the same object when it was told before. */
export function callAfter(known: KeptCall | undefined, hearing: Hearing): KeptCall {
  const { report, now } = hearing;
  const start = startIn(report);
  if (report.event === 'started') {
    if (known === undefined) return newCall(hearing, start);
    // An end that came first may not have named the parent.
    const isLate = known.creation === 'wanted' && known.sending === undefined && start.parentCallKey !== undefined;
    return isLate && known.start.parentCallKey === undefined ? { ...known, start, dueAt: now, changedAt: now } : known;
  }
  if (known !== undefined && known.completion !== 'running') return known;
  const call = known ?? startedElsewhere(newCall(hearing, start), hearing);
  const completeFrom = now + hearing.completeAfter;
  const dueAt = call.creation === 'wanted' ? Math.min(call.dueAt ?? now, completeFrom) : completeFrom;
  return { ...call, end: endIn(report), completion: 'wanted', endToldAt: now, dueAt, changedAt: now };
}

function newCall({ orgId, report, now }: Hearing, start: CallStart): KeptCall {
  const { callKey } = report;
  const times = { createdAt: now, changedAt: now, dueAt: now };
  // "Outbound calls aren't supported" [Create a Voice Call Record]: the rep's page makes it when the connector says CALL_STARTED.
  const creation = start.initiationMethod === 'Outbound' ? 'theirs' : 'wanted';
  return { orgId, callKey, start, creation, completion: 'running', attempts: 0, ...times };
}

/** With other nodes, one of them may have created it; its completion creates it if it must, and never a second one. */
function startedElsewhere(call: KeptCall, { hasOtherNodes }: Hearing): KeptCall {
  return hasOtherNodes && call.creation === 'wanted' ? { ...call, creation: 'unsure' } : call;
}

function startIn({ from, to, initiationMethod, startedAt, parentCallKey, callOrigin }: CallReport): CallStart {
  return {
    ...{ from, to, initiationMethod, startedAt },
    ...(parentCallKey === undefined ? {} : { parentCallKey }),
    ...(callOrigin === undefined ? {} : { callOrigin })
  };
}

function endIn({ endedAt, holdSeconds, holds, recordingUrl }: EndReport): CallEnd {
  return {
    endedAt,
    ...(holdSeconds === undefined ? {} : { holdSeconds }),
    ...(holds === undefined ? {} : { holds }),
    ...(recordingUrl === undefined ? {} : { recordingUrl })
  };
}
