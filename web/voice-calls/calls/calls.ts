import type { CallAudit } from '../call-audit';
import type { Clock } from '../clock';
import type { Telephony } from '../salesforce/telephony';
import type { VoiceOrg } from '../voice-org';
import { applyOutcome } from './apply-outcome';
import { longestWait } from './back-off';
import type { CallReport } from './call-report';
import { callAfter } from './hear-report';
import { keyOf, type KeptCall } from './kept-call';
import { nextStep, parentOf } from './next-step';
import type { Outbox } from './outbox';
import { completionOf, creationOf } from './requests';
import { openWaiters } from './waiters';

export type CallsOptions = {
  readonly orgs: ReadonlyMap<string, { readonly org: VoiceOrg; readonly telephony: Telephony }>;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly audit: CallAudit;
  readonly random: () => number;
  /** Calls whose start we never heard of may have been told to another node, which has an outbox of its own. */
  readonly hasOtherNodes: boolean;
  /** Milliseconds after the report of an end, so that a transfer which follows it is created first. */
  readonly completeAfter: number;
};

/** Keeps Salesforce's records of calls in step with the phone system. */
export type Calls = {
  /** Keeps the report for good, and settles when the call is in Salesforce, cannot be, or the time is over. */
  readonly hear: (orgId: string, report: CallReport, waitMs: number) => Promise<KeptCall>;
  /** Tries a call again that waits or was given up. */
  readonly retry: (orgId: string, callKey: string) => KeptCall | undefined;
  readonly forget: (orgId: string, callKey: string) => boolean;
  /** Begins no more requests, and settles when those under way are over, or soon. */
  readonly stop: () => Promise<void>;
};

const mostAtOnce = 8;
/** Those at work are due as well. */
const mostLookedAt = 2 * mostAtOnce;
/** Somebody may set the clock forward meanwhile. */
const longestSleep = 60_000;
const shortestSleep = 50;
/** While the file cannot be written or read: nobody is asked again and again meanwhile. */
const sleepOfFailing = 5000;
const stopsWithin = 3000;
const keepFinished = 86_400_000;
const keepAny = 30 * 86_400_000;

export function startCalls(options: CallsOptions): Calls {
  const { orgs, outbox, clock, audit, random, completeAfter } = options;
  const busy = new Map<string, { readonly orgId: string; readonly work: Promise<void> }>();
  const waiters = openWaiters(clock);
  let isStopped = false;
  let isFailing = false;
  let sweptAt = clock.now();
  let cancel: () => void = () => undefined;

  const keep = (call: KeptCall): void => {
    outbox.put(call);
    if (call.creation !== 'wanted') waiters.tell(call);
  };
  /** Changes the call as it is now: a report may have come while its request was under way. */
  const change = (call: KeptCall, changeOf: (fresh: KeptCall) => KeptCall): void => {
    const fresh = isStopped && !busy.has(keyOf(call)) ? undefined : outbox.find(call.orgId, call.callKey);
    if (fresh !== undefined) keep(changeOf(fresh));
  };

  const work = async (call: KeptCall): Promise<void> => {
    const step = nextStep(outbox, call, clock.now());
    const served = orgs.get(call.orgId);
    // An org that is no longer in the settings may come back.
    if (step.do === 'wait' || served === undefined) {
      const dueAt = step.do === 'wait' ? step.until : clock.now() + longestWait;
      return change(call, (fresh) => ({ ...fresh, dueAt }));
    }
    const { org, telephony } = served;
    const parent = parentOf(outbox, call);
    const wanted =
      step.do === 'create'
        ? creationOf(org, call, parent?.voiceCallId ?? call.start.parentCallKey)
        : completionOf(org, call);
    if (step.do === 'rest' || wanted === undefined) return change(call, (fresh) => ({ ...fresh, dueAt: undefined }));
    const sending = (jti: string): void => change(call, (fresh) => ({ ...fresh, sending: jti }));
    const isRepeat = call.sending !== undefined;
    const outcome = isRepeat ? await telephony.repeat(wanted, call.sending) : await telephony.send(wanted, sending);
    const context = { step: step.do, isRepeat, now: clock.now(), random, completeAfter };
    change(call, (fresh) => {
      const { call: next, event, reason } = applyOutcome(fresh, outcome, context);
      const { orgId, callKey, voiceCallId } = next;
      if (event !== undefined) audit({ event, orgId, callKey, voiceCallId, reason });
      return next;
    });
  };

  const failed = (error: unknown): void => {
    if (!isFailing && !isStopped) audit({ event: 'calls-failed', reason: (error as Error).name });
    isFailing = true;
  };

  const run = (call: KeptCall): void => {
    const key = keyOf(call);
    const done = work(call)
      .then(() => (isFailing = false))
      .catch(failed)
      .then(() => {
        busy.delete(key);
        if (!isFailing) pump();
      });
    busy.set(key, { orgId: call.orgId, work: done });
  };

  /** Runs in timers: what the file's system refuses must not end the program, and passes. */
  const pump = (): void => {
    if (isStopped) return;
    cancel();
    let sleep = sleepOfFailing;
    try {
      const wait = runDue(clock.now());
      sleep = Math.min(Math.max(wait, isFailing ? sleepOfFailing : shortestSleep), longestSleep);
    } catch (error) {
      failed(error);
    }
    cancel = clock.after(sleep, pump);
  };

  /** Returns in how many milliseconds the next one is due. */
  const runDue = (now: number): number => {
    const atWork = new Map<string, number>();
    for (const { orgId } of busy.values()) atWork.set(orgId, (atWork.get(orgId) ?? 0) + 1);
    for (const call of outbox.due(now, now + 2 * longestWait, mostLookedAt)) {
      const count = atWork.get(call.orgId) ?? 0;
      if (count >= mostAtOnce || busy.has(keyOf(call))) continue;
      atWork.set(call.orgId, count + 1);
      run(call);
    }
    if (Math.abs(now - sweptAt) > 3_600_000) {
      sweptAt = now;
      outbox.sweep(now - keepFinished, now - keepAny);
    }
    return (outbox.nextDueAt() ?? Infinity) - now;
  };

  pump();
  return {
    hear: async (orgId, report, waitMs) => {
      const { hasOtherNodes } = options;
      const known = outbox.find(orgId, report.callKey);
      const call = callAfter(known, { orgId, report, now: clock.now(), hasOtherNodes, completeAfter });
      if (call !== known) keep(call);
      // Listens before anything is sent: an answer may come at once.
      const result = waiters.settled(call, waitMs);
      pump();
      return result;
    },
    retry: (orgId, callKey) => {
      const call = outbox.find(orgId, callKey);
      if (call === undefined || busy.has(keyOf(call))) return call;
      const creation = call.creation === 'refused' ? 'wanted' : call.creation;
      const completion = call.completion === 'refused' ? 'wanted' : call.completion;
      const isOver = completion === 'done' || completion === 'unconfirmed';
      if (isOver || (creation !== 'wanted' && completion === 'running')) return call;
      // Whoever asks for it gives it another week.
      const endToldAt = call.endToldAt === undefined ? undefined : clock.now();
      keep({ ...call, creation, completion, endToldAt, attempts: 0, dueAt: clock.now() });
      audit({ event: 'call-retried', orgId, callKey, by: 'admin' });
      pump();
      return outbox.find(orgId, callKey);
    },
    forget: (orgId, callKey) => {
      const wasThere = outbox.remove(orgId, callKey);
      if (wasThere) audit({ event: 'call-forgotten', orgId, callKey, by: 'admin' });
      return wasThere;
    },
    stop: async () => {
      isStopped = true;
      cancel();
      let cancelDeadline: () => void = () => undefined;
      const deadline = new Promise<void>((resolve) => (cancelDeadline = clock.after(stopsWithin, resolve)));
      await Promise.race([Promise.all([...busy.values()].map((each) => each.work)), deadline]);
      cancelDeadline();
      busy.clear();
    }
  };
}
