import assert from 'node:assert/strict';
import { type PhoneCall } from '../phone/phone';
import { newRings, panelOf } from './panel';
import { type Picture } from './picture';
import { sampleCall, samplePicture } from './sample-call';
import { languages } from './words';

describe('the button of the phone', () => {
  const words = languages.en!;
  const call = (change: Partial<PhoneCall>): PhoneCall => ({ ...sampleCall, ...change });
  const held = call({ legs: sampleCall.legs.map((leg) => ({ ...leg, state: 'held' as const })) });
  const supervised = (state: 'listening' | 'barged-in'): PhoneCall =>
    call({ supervision: { state, agent: { agentId: 'ada', name: 'Ada' } } });
  const shows: readonly (readonly [string, Picture | undefined, string, string])[] = [
    ['nothing yet', undefined, 'Phone', 'offline'],
    ['nobody logged in', { login: { state: 'signed-out', isOpen: false } }, 'Phone', 'lock'],
    ['a rep who is available', samplePicture(), 'Phone', 'call'],
    [
      'a ring beside a call',
      samplePicture([sampleCall, call({ state: 'ringing' })]),
      'Phone: ringing',
      'incoming_call'
    ],
    ['a number that is called', samplePicture([call({ state: 'dialing' })]), 'Phone: calling', 'outbound_call'],
    ['a call', samplePicture([sampleCall]), 'Phone: in a call', 'unmuted'],
    ['somebody who is listened to', samplePicture([supervised('listening')]), 'Phone: listening', 'unmuted'],
    ['a call that was joined', samplePicture([supervised('barged-in')]), 'Phone: in a call', 'unmuted'],
    ['a call on hold', samplePicture([held]), 'Phone: on hold', 'unmuted'],
    ['a call beside a wrap-up', samplePicture([call({ state: 'wrap-up' }), sampleCall]), 'Phone: in a call', 'unmuted'],
    ['a wrap-up', samplePicture([call({ state: 'wrap-up' })]), 'Phone: wrap-up', 'log_a_call'],
    ['a chat', samplePicture([call({ state: 'ringing', channel: 'chat' })]), 'Phone: chat', 'incoming_call']
  ];
  for (const [what, picture, label, icon] of shows)
    it(`shows ${what}`, () => assert.deepEqual(panelOf(picture, words), { label, icon }));

  it('is found by components in every language', () => {
    for (const each of Object.values(languages))
      assert.match(panelOf(samplePicture([call({ state: 'ringing' })]), each).label, /^Phone: ./);
  });

  it('shows what is lost, and who is away', () => {
    const { login, phone } = samplePicture();
    const lost: Picture = { login, phone: { ...phone!, connection: 'reconnecting' } };
    const away: Picture = { login, phone: { ...phone!, presence: { id: 'p', name: 'Lunch', kind: 'break' } } };
    assert.deepEqual([panelOf(lost, words).icon, panelOf(away, words).icon], ['offline', 'away']);
  });

  it('opens the panel once for each ring', () => {
    const picture = samplePicture([call({ state: 'ringing' }), call({ callId: 'c-2' })]);
    assert.deepEqual([...newRings(new Set(), picture)], ['c-1']);
    assert.deepEqual([...newRings(new Set(['c-1']), picture)], []);
  });
});
