import { iso } from './clock';
import { finish } from './finish';
import { offer } from './incoming';
import { type FlowTarget, type KeptCall, type OrgState } from './org-state';
import { reportEnd, reportStart } from './report-call';
import { Refusal } from './shapes';
import { resolve } from './targets';
import { handedOn, mustBeHandedOn, transfer } from './transfer';

/**
 * Hands the call to whom a flow of Salesforce names. Until that is known nothing happens to the call, and when nobody is named, or
 * nobody who can be called, it stays as it is.
 *
 * A blind transfer is a call of its own for servers, for which the flow runs [Salesforce Voice with Partner Telephony, Enable Voice Call
 * Transfers Using Omni-Channel Flows]. Who is only asked, or joins, takes no call over yet: the flow runs for the call that there is.
 */
export async function transferToFlow(state: OrgState, call: KeptCall, flow: unknown, kind: unknown): Promise<KeptCall> {
  mustBeHandedOn(call, kind);
  const { flows, underWay } = state;
  if (flows === undefined) throw new Refusal('not-supported', 'No server is set that could run a flow');
  if (typeof flow !== 'string' || flow === '') throw new Refusal('bad-request', 'A flow has an id');
  const name = `flow ${call.callId}`;
  if (underWay.has(name)) throw new Refusal('wrong-state', `${call.callId} is being handed on already`);
  underWay.add(name);
  try {
    if (kind === 'blind') return await giveAway(state, call, flow);
    const question = { call, key: call.reportKey, flow, kind };
    return await ask(state, question, (now, target) => transfer(state, now, target, kind));
  } finally {
    underWay.delete(name);
  }
}

async function giveAway(state: OrgState, call: KeptCall, flow: string): Promise<KeptCall> {
  const next = handedOn(state, call, mustBeHandedOn(call, 'blind'));
  const voiceCallId = await reportStart(state, next);
  try {
    return await ask(state, { call, key: next.reportKey, flow, kind: 'blind' }, (now, target) => {
      const { queue, peerAgent } = resolve(state, target, now.agentId);
      const ended = finish(state, now, { outcome: 'answered', reason: 'Transferred' });
      const known = {
        ...(queue === undefined ? {} : { queue }),
        ...(voiceCallId === undefined ? {} : { voiceCallId })
      };
      offer(state, { ...next, ...known }, queue === undefined ? peerAgent : undefined);
      return ended;
    });
  } catch (error) {
    reportEnd(state, next, iso(state.clock));
    throw error;
  }
}

type Question = {
  readonly call: KeptCall;
  readonly key: string | undefined;
  readonly flow: string;
  readonly kind: unknown;
};

/** Does what follows with the call as it is when the flow has named somebody; Salesforce forgets what it routed in vain. */
async function ask(
  { calls, flows, orgId }: OrgState,
  { call, key, flow, kind }: Question,
  then: (now: KeptCall, target: FlowTarget) => KeptCall
): Promise<KeptCall> {
  if (key === undefined) throw new Refusal('not-supported', `Servers were not told of ${call.callId}`);
  const target = await flows!.run(orgId, key, flow);
  try {
    const now = calls.get(call.callId);
    if (!now) throw new Refusal('wrong-state', `${call.callId} was over before the flow had an answer`);
    mustBeHandedOn(now, kind);
    return then(now, target);
  } catch (error) {
    flows!.forget(orgId, key);
    throw error;
  }
}
