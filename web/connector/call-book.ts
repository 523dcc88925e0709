import { type PhoneCall, type PhoneLeg } from '../phone/phone';
import { callNews, toldOf, type Told } from './call-news';
import { type ConnectorEvent } from './sdk-events';
import { isLive, isVoice, type Beholder } from './sdk-call';

export type FoundCall = { readonly call: PhoneCall; readonly leg?: PhoneLeg };

/** Which part of a call the SDK tells Salesforce by itself when it answers an action. */
export type ToldByAction = (before: Told | undefined, after: Told) => Told;

export type CallBook = {
  /** Calls that were there before this page: the SDK tells them, as `callInProgress` and when Salesforce says AGENT_AVAILABLE. */
  readonly know: (calls: readonly PhoneCall[]) => void;
  /** A call as it is now. */
  readonly hear: (call: PhoneCall) => void;
  /** Does what Salesforce asked for. Meanwhile nothing is told; afterwards what the SDK's own answer leaves out. */
  readonly during: (action: () => Promise<PhoneCall>, told: ToldByAction) => Promise<PhoneCall>;
  readonly calls: () => readonly PhoneCall[];
  /** By the id of the call or of one of its legs. */
  readonly find: (id: string) => FoundCall | undefined;
  /** Whether there is a call, or the work after one. */
  readonly isInCall: () => boolean;
  /** Whether a call goes on or is offered. */
  readonly isTalking: () => boolean;
  readonly clear: () => void;
};

export type CallBookOptions = {
  readonly beholder: () => Beholder;
  readonly publish: (event: ConnectorEvent) => void;
  /** Runs what it is given after the SDK has sent its own answer. */
  readonly later: (call: () => void) => void;
};

/** Every call, and what Salesforce knows of it. Because news is a difference of states, an event that comes twice says nothing. */
export function openCallBook({ beholder, publish, later }: CallBookOptions): CallBook {
  const calls = new Map<string, PhoneCall>();
  const told = new Map<string, Told>();
  let actions = 0;

  const tell = (call: PhoneCall): void => {
    if (isVoice(call)) {
      for (const event of callNews(told.get(call.callId), call, beholder())) publish(event);
      told.set(call.callId, toldOf(call));
    }
    if (call.state === 'ended') forget(call.callId);
  };

  const tellAll = (): void => {
    if (actions === 0) for (const call of calls.values()) tell(call);
  };

  const forget = (callId: string): void => {
    calls.delete(callId);
    told.delete(callId);
  };

  return {
    know: (known) => {
      for (const callId of calls.keys()) if (!known.some((call) => call.callId === callId)) forget(callId);
      for (const call of known) {
        calls.set(call.callId, call);
        told.set(call.callId, toldOf(call));
      }
    },
    hear: (call) => {
      if (call.state === 'ended' && !calls.has(call.callId)) return;
      calls.set(call.callId, call);
      if (actions === 0) tell(call);
    },
    during: async (action, toldBy) => {
      actions += 1;
      try {
        const call = await action();
        calls.set(call.callId, call);
        const before = told.get(call.callId);
        told.set(call.callId, toldBy(before, toldOf(call)));
        return call;
      } finally {
        later(() => {
          actions -= 1;
          tellAll();
        });
      }
    },
    calls: () => [...calls.values()],
    find: (id) => {
      const call = calls.get(id);
      if (call) return { call };
      for (const each of calls.values()) {
        const leg = each.legs.find(({ legId }) => legId === id);
        if (leg) return { call: each, leg };
      }
      return undefined;
    },
    isInCall: () => calls.size > 0,
    isTalking: () => [...calls.values()].some(isLive),
    clear: () => {
      calls.clear();
      told.clear();
    }
  };
}
