import { type PhoneTarget } from '../../web/phone/call-wishes';
import {
  PhoneError,
  type Phone,
  type PhoneAbilities,
  type PhoneCall,
  type PhoneEvent,
  type PhoneLeg,
  type PhonePresence,
  type PhoneSnapshot
} from '../../web/phone/phone';

/** A phone that a test moves by hand; what the rep does is noted, and done as a phone system would. */
export type HandPhone = Phone & {
  readonly done: string[];
  /** What was over before this phone was there. */
  readonly endedCalls: PhoneCall[];
  readonly ring: (change?: Partial<PhoneCall>) => PhoneCall;
  readonly change: (callId: string, change: Partial<PhoneCall>) => PhoneCall;
  readonly emit: (event: PhoneEvent) => void;
  readonly become: (presence: PhonePresence, by: 'rep' | 'phone-system') => void;
  readonly failNext: (code: PhoneError['code']) => void;
};

const abilities = new Proxy({} as PhoneAbilities, { get: () => true });
export const presences: readonly PhonePresence[] = [
  { id: 'p-1', name: 'Available', kind: 'available' },
  { id: 'p-2', name: 'Lunch', kind: 'break' },
  { id: 'p-3', name: 'On a call', kind: 'busy' },
  { id: 'p-4', name: 'Offline', kind: 'offline' }
];
const at = '2026-01-05T08:00:00.000Z';

const message = { messageId: 'm-1', text: '', from: 'Ada', sentAt: at, isImportant: false, readers: [] } as const;

export function handPhone(): HandPhone {
  const calls = new Map<string, PhoneCall>();
  const listeners = new Set<(event: PhoneEvent) => void>();
  const done: string[] = [];
  const endedCalls: PhoneCall[] = [];
  let messages: PhoneSnapshot['messages'] = [];
  let presence = presences[3]!;
  let count = 0;
  let failure: PhoneError['code'] | undefined;

  const emit = (event: PhoneEvent): void => {
    if (event.type === 'messages') messages = event.messages;
    for (const listener of listeners) listener(event);
  };
  const note = (what: string): Promise<void> => {
    if (failure !== undefined) {
      const code = failure;
      failure = undefined;
      return Promise.reject(new PhoneError(code, `refused ${what}`));
    }
    done.push(what);
    return Promise.resolve();
  };
  const change: HandPhone['change'] = (callId, changes) => {
    const before = calls.get(callId);
    if (before === undefined) throw new PhoneError('unknown-call', callId);
    const call = { ...before, ...changes };
    if (call.state === 'ended') calls.delete(callId);
    else calls.set(callId, call);
    emit({ type: 'call', call, change: 'updated' });
    return call;
  };
  const leg = (role: PhoneLeg['role'], state: PhoneLeg['state'], number: string): PhoneLeg => ({
    legId: `leg-${(count += 1)}`,
    role,
    state,
    number
  });
  const legs = (callId: string, to: (leg: PhoneLeg) => PhoneLeg): readonly PhoneLeg[] =>
    calls.get(callId)?.legs.map(to) ?? [];
  const began = (changes: Partial<PhoneCall>): PhoneCall => {
    const call: PhoneCall = {
      callId: `call-${(count += 1)}`,
      channel: 'phone',
      direction: 'inbound',
      state: 'ringing',
      from: '+442079460958',
      to: '+442079460000',
      queue: 'Support',
      legs: [leg('customer', 'connected', '+442079460958'), leg('agent', 'ringing', '1001')],
      isMuted: false,
      isMerged: false,
      recording: 'running',
      startedAt: at,
      holdSeconds: 0,
      interactionKey: `interaction-${count}`,
      voiceCallId: '0LQ000000000001AAA',
      attributes: {},
      ...changes
    };
    calls.set(call.callId, call);
    emit({ type: 'call', call, change: 'offered' });
    return call;
  };
  const numberOf = (target: PhoneTarget): string => (target.kind === 'number' ? target.number : target.id);

  const snapshot = (): PhoneSnapshot => ({
    connection: 'connected',
    agent: { agentId: 'a-1', name: 'Ada' },
    presence,
    presences,
    calls: [...calls.values()],
    endedCalls,
    queues: [{ id: 'q-1', name: 'Support', waiting: 1, longestWaitSeconds: 5, agentsAvailable: 1, agentsTotal: 2 }],
    others: [],
    abilities,
    messages
  });

  return {
    done,
    endedCalls,
    ring: (changes = {}) => began(changes),
    change,
    emit,
    become: (next, by) => {
      presence = next;
      emit({ type: 'presence', presence: next, by });
    },
    failNext: (code) => (failure = code),
    connect: () => note('connect').then(snapshot),
    disconnect: () => note('disconnect'),
    snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accept: (id) => note(`accept ${id}`).then(() => change(id, { state: 'connected', answeredAt: at })),
    decline: (id) => note(`decline ${id}`).then(() => change(id, { state: 'ended', outcome: 'declined' })),
    end: (id, legId) =>
      note(`end ${id} ${legId ?? ''}`.trim()).then(() =>
        legId === undefined
          ? change(id, { state: 'wrap-up', outcome: 'answered', endedAt: at })
          : change(id, { legs: legs(id, (each) => (each.legId === legId ? { ...each, state: 'ended' } : each)) })
      ),
    dial: (target, options) =>
      note(
        `dial ${numberOf(target)}${options?.isCallback ? ' callback' : ''}${options?.isConsult ? ' consult' : ''}`
      ).then(() =>
        began({
          direction: options?.isCallback ? 'callback' : options?.isConsult ? 'consult' : 'outbound',
          state: 'dialing',
          from: '+442079460000',
          to: numberOf(target)
        })
      ),
    mute: (id, isMuted) => note(`mute ${id} ${isMuted}`).then(() => change(id, { isMuted })),
    hold: (id, legId, isOnHold) =>
      note(`hold ${id} ${legId} ${isOnHold}`).then(() =>
        change(id, {
          legs: legs(id, (each) => (each.legId === legId ? { ...each, state: isOnHold ? 'held' : 'connected' } : each))
        })
      ),
    swap: (id) =>
      note(`swap ${id}`).then(() =>
        change(id, {
          legs: legs(id, (each) =>
            each.role === 'agent' ? each : { ...each, state: each.state === 'held' ? 'connected' : 'held' }
          )
        })
      ),
    conference: (id) =>
      note(`conference ${id}`).then(() =>
        change(id, { isMerged: true, legs: legs(id, (each) => ({ ...each, state: 'connected' })) })
      ),
    transfer: (id, target, kind) =>
      note(`transfer ${id} ${numberOf(target)} ${kind}`).then(() =>
        kind === 'blind'
          ? change(id, { state: 'wrap-up', outcome: 'answered' })
          : change(id, {
              legs: [
                ...legs(id, (each) => (each.role === 'customer' ? { ...each, state: 'held' } : each)),
                leg('third-party', 'ringing', numberOf(target))
              ]
            })
      ),
    sendDigits: (id, digits) => note(`digits ${id} ${digits}`),
    record: (id, recording) => note(`record ${id} ${recording}`).then(() => change(id, { recording })),
    finishWrapUp: (id) => note(`finish ${id}`).then(() => void change(id, { state: 'ended' })),
    setPresence: (next, when) =>
      note(`presence ${next.name} ${when ?? 'now'}`).then(() => {
        presence = next;
        emit({ type: 'presence', presence: next, by: 'rep' });
      }),
    contacts: ({ contains, offset, limit }) =>
      note(`contacts ${contains ?? ''} ${offset} ${limit}`).then(() => ({
        contacts: [
          { id: 'c-1', kind: 'agent' as const, name: 'Bob', extension: '1002', availability: 'busy' as const },
          { id: 'c-2', kind: 'queue' as const, name: 'Support', queueWaitSeconds: 30 },
          { id: 'c-3', kind: 'contact' as const, name: 'Carol', number: '+442079460111' }
        ].slice(offset, offset + limit),
        total: 3
      })),
    recordingUrl: (id) =>
      note(`recording ${id}`).then(() => ({ url: 'https://phone.example/r/1', durationSeconds: 12 })),
    supervise: (id) =>
      note(`supervise ${id}`).then(() =>
        began({
          callId: id,
          state: 'connected',
          supervision: { state: 'listening', agent: { agentId: 'a-1', name: 'Ada' } }
        })
      ),
    bargeIn: (id) =>
      note(`barge ${id}`).then(() =>
        change(id, { supervision: { state: 'barged-in', agent: { agentId: 'a-1', name: 'Ada' } } })
      ),
    stopSupervising: (id) => note(`stop ${id}`).then(() => change(id, { state: 'ended' })),
    sendMessage: (draft) =>
      note(`send ${draft.text}`).then(() => ({ ...message, ...draft, to: { kind: 'everybody' } })),
    withdrawMessage: (id) => note(`withdraw ${id}`),
    markMessageRead: (id) => note(`read ${id}`),
    devices: () =>
      note('devices').then(() => [
        { id: 'd-1', kind: 'speaker' as const, name: 'Headset' },
        { id: 'd-2', kind: 'microphone' as const, name: 'Headset' }
      ]),
    useDevices: (choice) => note(`use ${JSON.stringify(choice)}`)
  };
}
