import type { CallAuditEvent } from '../call-audit';
import type { Outcome } from '../salesforce/telephony';
import { waitAfter } from './back-off';
import type { KeptCall } from './kept-call';
import { createdCallIn, refusalIn } from './read-answer';

export type Applied = { readonly call: KeptCall; readonly event?: CallAuditEvent['event']; readonly reason?: string };

export type OutcomeContext = {
  readonly step: 'create' | 'complete';
  readonly isRepeat: boolean;
  readonly now: number;
  readonly random: () => number;
  /** How long after the report of the end a call is completed. */
  readonly completeAfter: number;
};

/** After so many lost answers a creation counts as unsure; the completion creates the call if it must. */
const lostCreations = 4;
/** Nobody waits longer for Salesforce. */
const giveUpAfter = 7 * 86_400_000;

/** The call after what became of its request. */
export function applyOutcome(call: KeptCall, outcome: Outcome, context: OutcomeContext): Applied {
  const { step, isRepeat } = context;
  switch (outcome.kind) {
    case 'answered': {
      const { status, body, retryAfterSeconds } = outcome;
      if (status >= 200 && status < 300)
        return step === 'create' ? created(call, body, context) : completed(call, context);
      if (status === 429 || status >= 500)
        return failed(call, context, { reason: String(status), retryAfterSeconds, sending: undefined });
      // Somebody was there before us; the documents name no such answer.
      if (step === 'create' && status === 409) return unsure(call, context);
      return refused(call, context, refusalIn(status, body), String(status));
    }
    case 'lost':
      if (step === 'create' && call.attempts + 1 >= lostCreations) return unsure(call, context);
      return failed(call, context, { reason: outcome.reason, sending: outcome.jti });
    case 'arrived':
      if (step === 'create') return unsure(call, context);
      return { call: rested(call, context, { completion: 'unconfirmed' }), event: 'call-completion-unconfirmed' };
    case 'not-sent':
      return failed(call, context, { reason: outcome.reason, sending: isRepeat ? call.sending : undefined });
    case 'unauthorized':
    case 'no-key':
      return failed(call, context, { reason: outcome.kind, sending: isRepeat ? call.sending : undefined });
    default:
      return outcome satisfies never;
  }
}

function created(call: KeptCall, body: unknown, context: OutcomeContext): Applied {
  const made = createdCallIn(body);
  if (made === undefined) return unsure(call, context);
  const { voiceCallId, problems } = made;
  const next = rested(call, context, { creation: 'created', voiceCallId, problems, reason: undefined });
  return { call: next, event: problems === undefined ? 'call-created' : 'call-created-with-errors' };
}

function completed(call: KeptCall, context: OutcomeContext): Applied {
  return { call: rested(call, context, { completion: 'done', reason: undefined }), event: 'call-completed' };
}

function unsure(call: KeptCall, context: OutcomeContext): Applied {
  return { call: rested(call, context, { creation: 'unsure' }), event: 'call-creation-unsure' };
}

function refused(call: KeptCall, context: OutcomeContext, reason: string, code: string): Applied {
  const what = context.step === 'create' ? { creation: 'refused' as const } : { completion: 'refused' as const };
  return { call: rested(call, context, { ...what, reason }), event: 'call-parked', reason: `${context.step} ${code}` };
}

/** The step is over; the next one, if there is one, has all its tries. */
function rested(call: KeptCall, { now, completeAfter }: OutcomeContext, change: Partial<KeptCall>): KeptCall {
  const next = { ...call, ...change, sending: undefined, attempts: 0, changedAt: now };
  const dueAt = next.completion === 'wanted' ? Math.max(now, (next.endToldAt ?? now) + completeAfter) : undefined;
  return { ...next, dueAt };
}

type Failure = { readonly reason: string; readonly sending: string | undefined; readonly retryAfterSeconds?: number };

function failed(call: KeptCall, context: OutcomeContext, { reason, sending, retryAfterSeconds }: Failure): Applied {
  const { now, random, step } = context;
  if (call.endToldAt !== undefined && now - call.endToldAt > giveUpAfter) {
    const parked = rested(call, context, { completion: 'refused', reason: `gave up: ${reason}` });
    return { call: parked, event: 'call-parked', reason: `${step} gave up` };
  }
  const attempts = call.attempts + 1;
  const dueAt = now + waitAfter(attempts, random, retryAfterSeconds);
  return { call: { ...call, sending, attempts, dueAt, reason, changedAt: now } };
}
