import assert from 'node:assert/strict';
import { playOrg, type PlayedOrg } from './played-org';

const outside = { kind: 'number', number: '+442079460300' };
const states = {
  none: () => Promise.resolve(),
  ringing: async (played: PlayedOrg) => void (await played.comesIn({ agent: 'ada' })),
  dialing: (played: PlayedOrg) => Promise.resolve(void played.act('ada', 'dial', { target: outside })),
  connected: async (played: PlayedOrg) => {
    await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
  },
  'consulting, ringing': async (played: PlayedOrg) => {
    await states.connected(played);
    played.act('ada', 'transfer', { target: outside, kind: 'consulted' });
  },
  consulting: async (played: PlayedOrg) => {
    await states['consulting, ringing'](played);
    played.clock.pass(300);
  },
  'wrap-up': async (played: PlayedOrg) => {
    await states.connected(played);
    played.act('ada', 'end');
  },
  over: async (played: PlayedOrg) => {
    await states['wrap-up'](played);
    played.lastCall = played.callOf('ada').callId;
    played.act('ada', 'finish-wrap-up');
  },
  'listening in': async (played: PlayedOrg) => {
    played.org.addAgent('ada', { name: 'Ada', isSupervisor: true });
    await played.comesIn({ agent: 'bob' });
    played.act('bob', 'accept');
    played.act('ada', 'supervise', { callId: played.callOf('bob').callId });
  }
} satisfies Record<string, (played: PlayedOrg) => Promise<void>>;
const order = Object.keys(states) as readonly (keyof typeof states)[];

const customer = (played: PlayedOrg): unknown =>
  played.callsOf('ada')[0]?.legs.find(({ role }) => role === 'customer')?.legId;
const third = (played: PlayedOrg): unknown =>
  played.callsOf('ada')[0]?.legs.find(({ role }) => role === 'third-party')?.legId;
const [no, unknown, wrong, party] = ['done', 'unknown-call', 'wrong-state', 'invalid-participant'];

type Row = readonly [
  command: string,
  given: (played: PlayedOrg) => Readonly<Record<string, unknown>>,
  /** One for each state, in their order. */
  ...answers: readonly string[]
];
// prettier-ignore
const table: readonly Row[] = [
  //                                                                 none     ringing dialing connected c-ring consult wrap-up over     listening
  ['accept', () => ({}),                                             unknown, no,     wrong,  wrong,    wrong, wrong,  wrong,  unknown, wrong],
  ['decline', () => ({}),                                            unknown, no,     wrong,  wrong,    wrong, wrong,  wrong,  unknown, wrong],
  ['end', () => ({}),                                                unknown, no,     no,     no,       no,    no,     wrong,  unknown, no],
  ['end', (p) => ({ legId: customer(p) ?? 'x' }),                    unknown, no,     no,     no,       no,    no,     wrong,  unknown, wrong],
  ['end', (p) => ({ legId: third(p) ?? 'x' }),                       unknown, party,  party,  party,    no,    no,     wrong,  unknown, wrong],
  ['mute', () => ({ isMuted: true }),                                unknown, wrong,  wrong,  no,       no,    no,     wrong,  unknown, no],
  ['mute', () => ({ isMuted: 'yes' }),                               unknown, wrong,  wrong,  'bad-request', 'bad-request', 'bad-request', wrong, unknown, 'bad-request'],
  ['mute', (p) => ({ legId: customer(p) ?? 'x', isMuted: true }),    unknown, wrong,  wrong,  no,       no,    no,     wrong,  unknown, wrong],
  ['mute', (p) => ({ legId: third(p) ?? 'x', isMuted: true }),       unknown, wrong,  wrong,  party,    wrong, no,     wrong,  unknown, wrong],
  ['hold', (p) => ({ legId: customer(p), isOnHold: true }),          unknown, wrong,  wrong,  no,       no,    no,     wrong,  unknown, wrong],
  ['hold', (p) => ({ legId: third(p), isOnHold: true }),             unknown, wrong,  wrong,  party,    wrong, no,     wrong,  unknown, wrong],
  ['hold', (p) => ({ legId: customer(p) }),                          unknown, wrong,  wrong,  'bad-request', 'bad-request', 'bad-request', wrong, unknown, wrong],
  ['hold', (p) => ({ legId: p.callsOf('ada')[0]?.legs[0]?.legId, isOnHold: true }), unknown, wrong, wrong, party, party, party, wrong, unknown, wrong],
  ['swap', () => ({}),                                               unknown, wrong,  wrong,  wrong,    wrong, no,     wrong,  unknown, wrong],
  ['swap', (p) => ({ holdLegId: third(p) ?? 'x', resumeLegId: customer(p) ?? 'x' }), unknown, wrong, wrong, wrong, wrong, no, wrong, unknown, wrong],
  ['swap', (p) => ({ holdLegId: third(p) ?? 'x', resumeLegId: 'y' }), unknown, wrong, wrong,  wrong,    wrong, party,  wrong,  unknown, wrong],
  ['conference', () => ({}),                                         unknown, wrong,  wrong,  wrong,    wrong, no,     wrong,  unknown, wrong],
  ['transfer', () => ({ target: outside, kind: 'blind' }),           unknown, wrong,  wrong,  no,       wrong, wrong,  wrong,  unknown, wrong],
  ['transfer', () => ({ target: outside, kind: 'consulted' }),                unknown, wrong, wrong, no, no, no, wrong, unknown, wrong],
  ['transfer', () => ({ target: outside, kind: 'joins' }    ),                unknown, wrong, wrong, no, no, no, wrong, unknown, wrong],
  ['transfer', () => ({ target: outside, kind: 'warm' }),                     unknown, wrong, wrong, 'bad-request', 'bad-request', 'bad-request', wrong, unknown, wrong],
  ['record', () => ({ recording: 'paused' }),                        unknown, wrong,  wrong,  no,       no,    no,     wrong,  unknown, wrong],
  ['record', () => ({ recording: 'off' }),                           unknown, wrong,  wrong,  'bad-request', 'bad-request', 'bad-request', wrong, unknown, 'bad-request'],
  ['send-digits', () => ({ digits: '12#,A' }),                       unknown, wrong,  wrong,  no,       no,    no,     wrong,  unknown, wrong],
  ['send-digits', () => ({ digits: 'hello' }),                       unknown, wrong,  wrong,  'bad-request', 'bad-request', 'bad-request', wrong, unknown, wrong],
  ['finish-wrap-up', () => ({}),                                     unknown, wrong,  wrong,  wrong,    wrong, wrong,  no,     unknown, wrong],
  ['recording-url', () => ({}),                                      unknown, no,     no,     no,       no,    no,     no,     no,      wrong],
  ['dial', () => ({ target: outside }),                              no,      no,     'busy', 'busy',   'busy', 'busy', no,    no,      'busy'],
  ['dial', () => ({ target: outside, isConsult: true }),             no,      no,     'busy', no,       'busy', 'busy', no,    no,      'busy'],
  ['supervise', () => ({}),                                          'not-supported', 'not-supported', 'not-supported', 'not-supported', 'not-supported', 'not-supported', 'not-supported', 'not-supported', unknown],
  ['barge-in', () => ({}),                                           unknown, wrong,  wrong,  wrong,    wrong, wrong,  wrong,  unknown, no],
  ['stop-supervising', () => ({}),                                   unknown, wrong,  wrong,  wrong,    wrong, wrong,  wrong,  unknown, no],
  ['set-presence', () => ({ presenceId: 'lunch' }),                  no,      no,     no,     no,       no,    no,     no,     no,      no],
  ['set-presence', () => ({ presenceId: 'asleep' }),                 ...order.map(() => 'invalid-presence')],
  ['contacts', () => ({}),                                           ...order.map(() => no)],
  ['devices', () => ({}),                                            ...order.map(() => no)],
  ['use-devices', () => ({ phone: 'desk', speakerId: 'speaker-2' }), ...order.map(() => no)],
  ['use-devices', () => ({ speakerId: 'speaker-9' }),                ...order.map(() => 'failed')],
  ['juggle', () => ({}),                                             ...order.map(() => 'bad-request')]
];

describe('every command in every state of a call', () => {
  for (const [command, given, ...answers] of table)
    order.forEach((state, index) => {
      it(`${command} (${given.toString().slice(0, 70)}) while ${state}: ${answers[index]}`, async () => {
        const played = playOrg();
        await states[state](played);
        const before = JSON.stringify(played.org.describe());
        const wishes = state === 'over' ? { callId: played.lastCall, ...given(played) } : given(played);
        assert.equal(played.attempt('ada', command, wishes), answers[index]);
        if (answers[index] !== 'done') assert.equal(JSON.stringify(played.org.describe()), before, 'nothing changed');
      });
    });
});
