import assert from 'node:assert/strict';
import { followPresence, notFollowing, type Following, type PresenceDeed, type PresenceNews } from './follow-presence';
import { parseFromOmni } from './omni-message';
import { type PhoneState, type PresenceRow } from './presence-map';

const rows: readonly PresenceRow[] = [
  { phoneState: 'available', presenceStatus: 'Available', direction: 'Both' },
  { phoneState: 'available', presenceStatus: 'AvailableForChat', direction: 'ToPhone' },
  { phoneState: 'busy', presenceStatus: 'Busy', direction: 'ToSalesforce' },
  { phoneState: 'Training', presenceStatus: 'InTraining', direction: 'Both' },
  { phoneState: 'break', presenceStatus: 'OnBreak', direction: 'Both' },
  { phoneState: 'offline', presenceStatus: 'Offline', direction: 'Both' }
];
const phones: Readonly<Record<string, PhoneState>> = {
  available: { status: 'available', statusName: 'Available' },
  busy: { status: 'busy', statusName: 'On a call' },
  lunch: { status: 'break', statusName: 'Lunch' },
  training: { status: 'break', statusName: 'Training' },
  offline: { status: 'offline', statusName: 'Working offline' }
};
const phone = (name: string, at = 0): PresenceNews => ({ type: 'phone', phone: phones[name]!, at });
const omni = (status: string, at = 0): PresenceNews => ({ type: 'omni', status, at });

function run(news: readonly PresenceNews[], map = rows): { state: Following; deeds: readonly PresenceDeed[] } {
  let state = notFollowing;
  const deeds = news.flatMap((each) => {
    const step = followPresence(state, each, map);
    state = step.state;
    return step.deeds;
  });
  return { state, deeds };
}
/** What the last of the news leads to. */
const last = (...news: readonly PresenceNews[]): readonly PresenceDeed[] =>
  run(news).deeds.slice(run(news.slice(0, -1)).deeds.length);

describe('presence and Omni-Channel', () => {
  it('begin with what the phone says, in whichever order they are heard', () => {
    const toBreak = [{ type: 'set-omni', status: 'OnBreak' }];
    assert.deepEqual(run([phone('lunch'), omni('Available')]).deeds, toBreak);
    assert.deepEqual(run([omni('Available'), phone('lunch')]).deeds, toBreak);
    assert.deepEqual(run([phone('offline'), omni('Available')]).deeds, [{ type: 'set-phone', state: 'available' }]);
    assert.deepEqual(run([phone('available'), omni('Available')]).deeds, []);
  });

  it('follow whoever changed last, by own name before kind', () => {
    assert.deepEqual(last(phone('available'), omni('Available'), phone('lunch')), [
      { type: 'set-omni', status: 'OnBreak' }
    ]);
    assert.deepEqual(last(phone('available'), omni('Available'), phone('training')), [
      { type: 'set-omni', status: 'InTraining' }
    ]);
    assert.deepEqual(last(phone('available'), omni('Available'), omni('onbreak')), [
      { type: 'set-phone', state: 'break' }
    ]);
    assert.deepEqual(last(phone('available'), omni('Available'), omni('Offline')), [
      { type: 'set-phone', state: 'offline' }
    ]);
  });

  it('tells a state that is called as its kind from another of the kind', () => {
    const map: readonly PresenceRow[] = [
      { phoneState: 'Lunch', presenceStatus: 'OnBreak', direction: 'Both' },
      { phoneState: 'Break', presenceStatus: 'Busy', direction: 'Both' }
    ];
    const news = [phone('lunch'), omni('OnBreak'), omni('Busy')];
    assert.deepEqual(run(news, map).deeds, [{ type: 'set-phone', state: 'Break' }]);
  });

  it('does nothing on the echo of its own change, nor on another word for the same', () => {
    assert.deepEqual(last(phone('available'), omni('Available'), phone('lunch'), omni('OnBreak')), []);
    assert.deepEqual(last(phone('available'), omni('Available'), omni('OnBreak'), phone('lunch')), []);
    assert.deepEqual(last(phone('available'), omni('Available'), omni('AvailableForChat')), []);
    assert.deepEqual(last(phone('available'), omni('Available'), phone('available')), []);
  });

  it('goes one way only where the map says so, and nowhere where it says nothing', () => {
    assert.deepEqual(last(phone('available'), omni('Available'), phone('busy')), [
      { type: 'set-omni', status: 'Busy' }
    ]);
    assert.deepEqual(last(phone('available'), omni('Available'), omni('Busy')), []);
    assert.deepEqual(last(phone('available'), omni('Available'), omni('Unmapped')), []);
    assert.deepEqual(run([phone('lunch'), omni('Available')], []).deeds, []);
  });

  it('lets the newest win when both change before either is heard', () => {
    const both = [phone('available'), omni('Available'), phone('lunch'), omni('InTraining')];
    assert.deepEqual(last(...both), [{ type: 'set-phone', state: 'Training' }]);
    assert.deepEqual(last(...both, phone('training')), []);
  });

  it('tells when Omni-Channel refuses and puts the phone back, except out of a call', () => {
    const refused: PresenceNews = { type: 'refused', side: 'omni', at: 5 };
    assert.deepEqual(last(phone('available'), omni('Available'), phone('lunch'), refused), [
      { type: 'tell', what: 'refused', side: 'omni', target: 'OnBreak' },
      { type: 'set-phone', state: 'available' }
    ]);
    assert.deepEqual(last(phone('available'), omni('Available'), phone('lunch'), refused, phone('available')), []);
    assert.deepEqual(last(phone('available'), omni('Available'), phone('busy'), refused), [
      { type: 'tell', what: 'refused', side: 'omni', target: 'Busy' }
    ]);
    assert.deepEqual(last(phone('available'), omni('Available'), refused), [], 'nothing was asked');
  });

  it('tells when the phone refuses, and when nobody answers', () => {
    assert.deepEqual(
      last(phone('available'), omni('Available'), omni('OnBreak'), { type: 'refused', side: 'phone', at: 1 }),
      [{ type: 'tell', what: 'refused', side: 'phone', target: 'break' }]
    );
    const asked = [phone('available'), omni('Available'), phone('lunch', 1_000)];
    assert.deepEqual(last(...asked, { type: 'time', at: 10_999 }), []);
    assert.deepEqual(last(...asked, { type: 'time', at: 11_000 }), [
      { type: 'tell', what: 'silent', side: 'omni', target: 'OnBreak' }
    ]);
  });

  it('rests when the two lead each other in circles, and goes on after half a minute', () => {
    // An automation in the org undoes every break, and the phone system every availability.
    const turn = (at: number): readonly PresenceNews[] => [
      omni('OnBreak', at),
      omni('Available', at + 10),
      phone('available', at + 20),
      phone('lunch', at + 30)
    ];
    const circle = Array.from({ length: 10 }, (_, each) => turn(each * 100)).flat();
    const { state, deeds } = run([phone('lunch'), omni('OnBreak'), ...circle]);
    assert.deepEqual(
      deeds.map((deed) => (deed.type === 'tell' ? deed.what : deed.type)),
      ['set-phone', 'set-omni', 'set-phone', 'set-omni', 'set-phone', 'loop']
    );
    const later = followPresence(state, omni('Offline', 60_000), rows);
    assert.deepEqual(later.deeds, [{ type: 'set-phone', state: 'offline' }]);
  });

  it('reads what the toolkit says, and nothing else', () => {
    const status = { type: 'omni-status', body: { statusId: '0N5000000000001AAA', statusApiName: 'Available' } };
    assert.deepEqual(parseFromOmni({ ...status, extra: 1 }), status);
    assert.deepEqual(parseFromOmni({ type: 'omni-status', body: {} }), { type: 'omni-status', body: {} });
    assert.deepEqual(parseFromOmni({ type: 'omni-logged-out', body: { reason: 7 } }), {
      type: 'omni-logged-out',
      body: {}
    });
    assert.equal(parseFromOmni({ type: 'hello', body: {} }), undefined);
    assert.equal(parseFromOmni(null), undefined);
  });
});
