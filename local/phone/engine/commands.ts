import { markMessageRead, sendMessage, withdrawMessage } from './agent-messages';
import { take } from './call-back';
import { decline, end, finishWrapUp, hold, mute, record, sendDigits } from './call-commands';
import { conference, swap } from './conversation';
import { contacts } from './directory';
import { transferToFlow } from './flow-transfer';
import { dial } from './outgoing';
import { agentOf, callOf, callsOf, told, type KeptCall, type OrgState } from './org-state';
import { choosePresence } from './presence';
import { Refusal } from './shapes';
import { bargeIn, stopSupervising, supervise } from './supervision';
import { transfer } from './transfer';

export type Arguments = Readonly<Record<string, unknown>>;
type Command = (
  state: OrgState,
  agentId: string,
  given: Arguments
) => KeptCall | Promise<KeptCall> | Readonly<Record<string, unknown>> | readonly unknown[];

const onCall =
  (
    work: (state: OrgState, call: KeptCall, given: Arguments) => KeptCall | Promise<KeptCall> | Record<string, unknown>
  ): Command =>
  (state, agentId, given) =>
    work(state, callOf(state, agentId, given.callId), given);

const devices = [
  { id: 'speaker-1', kind: 'speaker', name: 'Headset' },
  { id: 'speaker-2', kind: 'speaker', name: 'Loudspeaker' },
  { id: 'microphone-1', kind: 'microphone', name: 'Headset microphone' }
];

/** Every command that README.md lists. */
const commands: Readonly<Record<string, Command>> = {
  accept: onCall(take),
  decline: onCall(decline),
  end: onCall((state, call, given) => end(state, call, given.legId)),
  mute: onCall((state, call, given) => mute(state, call, given.isMuted, given.legId)),
  hold: onCall((state, call, given) => hold(state, call, given.legId, given.isOnHold)),
  swap: onCall((state, call, given) => swap(state, call, given.holdLegId, given.resumeLegId)),
  conference: onCall(conference),
  transfer: onCall((state, call, { target, kind }) => {
    const { kind: whom, id } = (target ?? {}) as Arguments;
    return whom === 'flow' ? transferToFlow(state, call, id, kind) : transfer(state, call, target, kind);
  }),
  record: onCall((state, call, given) => record(state, call, given.recording)),
  'send-digits': onCall((_, call, given) => sendDigits(call, given.digits)),
  'finish-wrap-up': onCall((state, call, given) => finishWrapUp(state, call, given.isByPage)),
  dial: (state, agentId, given) => dial(state, agentId, given.target, given),
  supervise: (state, agentId, given) => supervise(state, agentId, given.callId),
  'barge-in': (state, agentId, given) => bargeIn(state, agentId, given.callId),
  'stop-supervising': (state, agentId, given) => stopSupervising(state, agentId, given.callId),
  'set-presence': (state, agentId, given) => {
    choosePresence(state, agentId, given.presenceId, given.when);
    return {};
  },
  'send-message': sendMessage,
  'withdraw-message': (state, agentId, { messageId }) => withdrawMessage(state, agentId, messageId),
  'mark-message-read': (state, agentId, { messageId }) => markMessageRead(state, agentId, messageId),
  contacts,
  'recording-url': (state, agentId, { callId }) => {
    const over = state.ended.find((each) => each.callId === callId && each.agentId === agentId);
    const call = over ?? callOf(state, agentId, callId);
    if (call.recordingUrl === undefined && call.recording === 'off')
      throw new Refusal('wrong-state', `${call.callId} was not recorded`);
    const until = new Date(state.clock.now() + 15 * 60_000).toISOString();
    const url = `https://recordings.example.test/${state.orgId}/${call.callId}.wav?until=${encodeURIComponent(until)}`;
    const from = Date.parse(call.answeredAt ?? call.startedAt);
    const to = call.endedAt === undefined ? state.clock.now() : Date.parse(call.endedAt);
    return { url, durationSeconds: Math.max(0, Math.round((to - from) / 1000)) };
  },
  devices: () => devices,
  'use-devices': (_, __, given) => {
    const known = [given.speakerId, given.microphoneId].filter((id) => id !== undefined && id !== '');
    const strange = known.find((id) => !devices.some((device) => device.id === id));
    if (strange !== undefined) throw new Refusal('failed', `There is no device ${String(strange)}`);
    return {};
  }
};

/** Does what an agent asked and returns what it came to, a promise where others have to be asked; refuses with a {@link Refusal}. */
export function runCommand(state: OrgState, agentId: string, command: unknown, given: Arguments): unknown {
  const work = typeof command === 'string' && Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!work) throw new Refusal('bad-request', `There is no command ${String(command)}`);
  agentOf(state, agentId);
  const result = work(state, agentId, given);
  if (result instanceof Promise) return result.then((call: KeptCall) => told(state, call));
  return isCall(result) ? told(state, result) : result;
}

export const activeCalls = (state: OrgState, agentId: string): readonly unknown[] =>
  callsOf(state, agentId).map((call) => told(state, call));

function isCall(result: object): result is KeptCall {
  return 'callId' in result && 'legs' in result;
}
