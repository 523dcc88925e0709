import assert from 'node:assert/strict';
import { type PhoneCall, type PhoneLeg } from '../../phone/phone';
import { type Picture } from '../picture';
import { sampleCall, samplePicture } from '../sample-call';
import { firstScreen, type Hands, type Screen } from '../screen';
import { languageOf } from '../words';
import { drawSoftphone, statusOf } from './draw-softphone';
import { type Drawn } from './drawn';
import { durationOf } from './parts';

const english = languageOf(['en']);
const wishes: unknown[] = [];
const hands: Hands = {
  wish: (wish) => wishes.push(wish),
  dial: (target) => wishes.push(target),
  dialAnyway: () => undefined,
  change: () => undefined,
  search: () => undefined,
  startAgain: () => undefined,
  openWindow: () => wishes.push('open the window'),
  closeWindow: () => wishes.push('close the window')
};
const screenOf = (picture: Picture | undefined, change: Partial<Screen> = {}): Screen => ({
  ...firstScreen(Date.parse('2026-01-05T09:01:10.000Z'), true),
  ...(picture ? { picture } : {}),
  ...change
});
const within = (drawn: Drawn | string): readonly Drawn[] =>
  typeof drawn === 'string' ? [] : [drawn, ...drawn.children.flatMap(within)];
const all = (screen: Screen): readonly Drawn[] => drawSoftphone(screen, english, hands, '/login').flatMap(within);
const nameOf = ({ attributes, children }: Drawn): string => String(attributes['aria-label'] ?? children.join(''));
const buttons = (screen: Screen): readonly string[] =>
  all(screen)
    .filter(({ tag }) => tag === 'button')
    .map(nameOf)
    // The way to the window is below whatever else there is.
    .filter((name) => name !== 'Open in a window');
const inCall = (change: Partial<PhoneCall> = {}): Screen => screenOf(samplePicture([{ ...sampleCall, ...change }]));
const [customer, agent] = sampleCall.legs as readonly [PhoneLeg, PhoneLeg];
const asked = (state: PhoneLeg['state']): PhoneLeg => ({ legId: 'l-3', role: 'third-party', state, name: 'Bob' });

describe('what the softphone shows', () => {
  it('is what the rep can do with a call, by its state', () => {
    const outer = ['Log out'];
    assert.deepEqual(buttons(inCall({ state: 'ringing' })), [...outer, 'Accept', 'Decline']);
    assert.deepEqual(buttons(inCall({ state: 'dialing' })), [...outer, 'Hang up']);
    assert.deepEqual(buttons(inCall({ channel: 'chat' })).slice(0, 2), [...outer, 'Hang up']);
    assert.deepEqual(buttons(inCall({ state: 'wrap-up' })).slice(0, 2), [...outer, 'Finish wrap-up']);
    assert.deepEqual(buttons(inCall({ recording: 'off', isMuted: true })), [
      ...outer,
      ...['Unmute', 'Hold', 'Keypad', 'Transfer', 'Hang up']
    ]);
  });

  it('is nothing that the phone system cannot do', () => {
    const { login, phone } = samplePicture([sampleCall]);
    const abilities = Object.fromEntries(Object.keys(phone!.abilities).map((name) => [name, false]));
    const bare = { login, phone: { ...phone!, abilities } } as unknown as Picture;
    assert.deepEqual(buttons(screenOf(bare)), ['Log out', 'Hold', 'Hang up']);
    assert.equal(buttons(screenOf({ ...bare, phone: { ...bare.phone!, calls: [] } })).includes('Contacts'), false);
  });

  it('is what may become of somebody who was asked, once they have answered', () => {
    const consult = (state: PhoneLeg['state'], isMerged = false): readonly string[] =>
      buttons(inCall({ legs: [{ ...customer, state: 'held' }, agent, asked(state)], isMerged }));
    const after = (names: readonly string[]): readonly string[] => names.slice(names.indexOf('Remove Bob'));
    assert.deepEqual(after(consult('ringing')), ['Remove Bob']);
    assert.deepEqual(after(consult('connected')), ['Remove Bob', 'Swap', 'Conference', 'Hand over']);
    assert.deepEqual(after(consult('connected', true)), ['Remove Bob', 'Hand over']);
    assert.equal(consult('connected').includes('Transfer'), false);
  });

  describe('of a call that a supervisor listens to', () => {
    const bob = asked('connected');
    const supervised = (state: 'listening' | 'barged-in', by: string, legs = [customer, agent, bob]): Screen =>
      inCall({ legs, supervision: { state, agent: { agentId: by, name: 'Sue' } } });
    const said = (screen: Screen): readonly unknown[] =>
      all(screen)
        .filter(({ key }) => key === 'supervision')
        .flatMap(({ children }) => children);

    it('is to the supervisor whom they hear, and what they can do themselves', () => {
      const listening = supervised('listening', 'ada');
      assert.deepEqual(buttons(listening), ['Log out', 'Barge in', 'Stop']);
      assert.deepEqual(said(listening), ['You are listening to Bob. Nobody hears you.']);
      const heard = supervised('barged-in', 'ada');
      assert.deepEqual(buttons(heard), ['Log out', 'Mute', 'Stop']);
      assert.deepEqual(said(heard), ['You are taking part in Bob’s call.']);
      assert.deepEqual(said(supervised('listening', 'ada', [customer, agent])), [], 'nobody is named wrongly');
    });

    it('is to the colleague who joined, and nothing while they only listen', () => {
      const own = ['Log out', 'Mute', 'Hold', 'Keypad', 'Transfer', 'Pause recording', 'Hang up'];
      const legs = [customer, agent];
      assert.deepEqual(said(supervised('listening', 'sue', legs)), []);
      assert.deepEqual(said(supervised('barged-in', 'sue', legs)), ['Sue joined']);
      assert.deepEqual(buttons(supervised('barged-in', 'sue', legs)), own);
    });

    it('is ended with the wish to stop, and joined with the wish to barge in', () => {
      wishes.length = 0;
      for (const name of ['Barge in', 'Stop'])
        all(supervised('listening', 'ada')).find((each) => each.tag === 'button' && nameOf(each) === name)!.on.click!();
      assert.deepEqual(wishes, [
        { type: 'barge-in', callId: 'c-1' },
        { type: 'stop-supervising', callId: 'c-1' }
      ]);
    });
  });

  it('has the name of each button only once where it would not say of whom', () => {
    const page = {
      contacts: [
        { id: '1', kind: 'agent', name: 'Bob' },
        { id: '2', kind: 'agent', name: 'Sue' }
      ],
      total: 2
    } as const;
    const search = { text: '', isAsking: false, page };
    for (const screen of [
      screenOf(samplePicture(), { areContactsOpen: true, search, isKeypadOpen: true, number: '1' }),
      screenOf(samplePicture([sampleCall]), { opened: { callId: 'c-1', part: 'transfer' }, search }),
      screenOf(samplePicture([sampleCall]), { opened: { callId: 'c-1', part: 'keypad' } })
    ]) {
      const names = buttons(screen);
      assert.equal(new Set(names).size, names.length, names.join());
    }
  });

  it('names the caller, the queue, how long it goes on, and what is on', () => {
    const text = all(inCall({ queue: 'Support', isMuted: true, recording: 'paused' }))
      .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
      .join('|');
    assert.match(text, /\+44 20 7946 0958\|in a call\|1:00\|via Support · muted · recording paused/);
  });

  it('says what holds for the phone as a whole', () => {
    const { login, phone } = samplePicture();
    const said: readonly (readonly [Screen, string])[] = [
      [screenOf(undefined), 'The phone is starting …'],
      [screenOf({ login: { state: 'looking', isOpen: true } }), 'Looking for your login …'],
      [screenOf({ login: { state: 'signed-out', isOpen: false } }), 'You are not logged in to the phone.'],
      [screenOf({ login: { state: 'signed-out', isOpen: true } }), ''],
      [screenOf({ login }), 'Connecting to the phone system …'],
      [screenOf({ login, phone: { ...phone!, connection: 'reconnecting' } }), english.words.reconnecting],
      [screenOf({ login: { ...login, state: 'unreachable' }, phone: phone! }), english.words.serverLost],
      [screenOf({ login, phone: phone! }, { isOnline: false }), english.words.computerOffline],
      [screenOf({ login, phone: phone! }), '']
    ];
    for (const [screen, words] of said) assert.equal(statusOf(screen, english.words), words);
  });

  it('wishes for what was pressed', () => {
    const press = (screen: Screen, name: string): void =>
      all(screen)
        .find((each) => each.tag === 'button' && nameOf(each) === name)
        ?.on.click?.();
    wishes.length = 0;
    press(inCall({ legs: [customer, agent, asked('held')] }), 'Remove Bob');
    press(inCall({ legs: [{ ...customer, state: 'held' }, agent] }), 'Resume');
    assert.deepEqual(wishes, [
      { type: 'end', callId: 'c-1', legId: 'l-3' },
      { type: 'hold', callId: 'c-1', legId: 'l-1', isOnHold: false }
    ]);
  });

  it('writes a duration as a phone does', () => {
    assert.deepEqual([-5, 0, 61_000, 3_661_000].map(durationOf), ['0:00', '0:00', '1:01', '1:01:01']);
  });
});
