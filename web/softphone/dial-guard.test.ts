import assert from 'node:assert/strict';
import { guardDial } from './dial-guard';
import { type Picture } from './picture';
import { sampleCall, samplePicture } from './sample-call';

describe('a number that is to be dialled', () => {
  const outcome = (picture: Picture | undefined, text = '020 7946 0111'): unknown => {
    const guarded = guardDial(picture, text, 'GB');
    return 'problem' in guarded ? guarded.problem : guarded.target;
  };
  const { login, phone } = samplePicture();

  it('is dialled as the country of the org reads it, an emergency number as it is', () => {
    assert.deepEqual(outcome(samplePicture()), { kind: 'number', number: '+442079460111' });
    assert.deepEqual(outcome(samplePicture(), '999'), { kind: 'number', number: '999' });
  });

  it('is dialled beside a chat and after a call, and not during one', () => {
    assert.notEqual(outcome(samplePicture([{ ...sampleCall, channel: 'chat' }])), 'onACall');
    assert.notEqual(outcome(samplePicture([{ ...sampleCall, state: 'wrap-up' }])), 'onACall');
    for (const state of ['ringing', 'dialing', 'connected'] as const)
      assert.equal(outcome(samplePicture([{ ...sampleCall, state }])), 'onACall');
  });

  it('is not dialled where nobody is logged in, the phone is lost, or there is no number in it', () => {
    assert.equal(outcome(undefined), 'signedOut');
    assert.equal(outcome({ login: { state: 'signed-out', isOpen: true } }), 'signedOut');
    assert.equal(outcome({ login }), 'isOffline');
    assert.equal(outcome({ login, phone: { ...phone!, connection: 'reconnecting' } }), 'isOffline');
    assert.equal(outcome(samplePicture(), 'call me'), 'unreadable');
  });

  it('may be dialled by who is lost to the service alone: the phone system is there', () => {
    assert.deepEqual(outcome({ login: { ...login, state: 'unreachable' }, phone: phone! }), {
      kind: 'number',
      number: '+442079460111'
    });
  });
});
