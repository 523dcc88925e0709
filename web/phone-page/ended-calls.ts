import { callIdOf, callKeyOf } from '../phone/interaction-of';
import { type PhoneCall, type PhoneSnapshot } from '../phone/phone';
import { type KeptValue } from './kept-value';
import { type Timers } from './timers';

/** What ended while no phone page was there, until the components have dealt with it. */
export type EndedCalls = {
  /** Of the calls that are over, those that the components may not have heard of. */
  readonly toTell: (known: PhoneSnapshot) => readonly PhoneCall[];
  /** A component said that the wrap-up of this call is done, or that its log is saved. */
  readonly dealtWith: (callKey: string, known: PhoneSnapshot | undefined) => void;
};

export type EndedCallsOptions = {
  readonly timers: Timers;
  /** The keys of calls that were dealt with, for the next page. */
  readonly kept: KeptValue;
};

/** Components may load after the phone has connected; whoever asks later was there, or has the call from another tab. */
const tellMs = 300_000;
/** More calls than end in the minutes that a phone system remembers. */
const mostKept = 50;

/** Opens the list. */
export function openEndedCalls({ timers, kept }: EndedCallsOptions): EndedCalls {
  const since = new Map<string, number>();

  const isNew = (callId: string): boolean => {
    const first = since.get(callId) ?? timers.steady();
    since.set(callId, first);
    return timers.steady() - first < tellMs;
  };

  return {
    toTell: ({ endedCalls, agent }) => {
      const keys = readKeys(kept.read());
      return endedCalls.filter(
        ({ callId, isWrapUpDone }) =>
          isNew(callId) && isWrapUpDone !== true && !keys.includes(callKeyOf(callId, agent.agentId))
      );
    },
    dealtWith: (callKey, known) => {
      const callId = known && callIdOf(callKey, known.agent.agentId);
      // A call in wrap-up may get another word yet, such as the address of its recording.
      if (callId === undefined || known?.calls.some((call) => call.callId === callId)) return;
      const others = readKeys(kept.read()).filter((key) => key !== callKey);
      kept.keep(JSON.stringify([...others, callKey].slice(-mostKept)));
    }
  };
}

function readKeys(text: string | undefined): readonly string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
