import assert from 'node:assert/strict';
import { sampleView as session } from '../shared/session-wire/sample-view';
import { nextSession, type SessionDeed, type SessionNews, type SessionState } from './session-state';

const found: SessionNews = { type: 'found', session };
const none: SessionNews = { type: 'none', reason: 'idle' };

function run(...news: readonly SessionNews[]): { name: string; deeds: SessionDeed[] } {
  let state: SessionState = { name: 'looking' };
  const deeds: SessionDeed[] = [];
  for (const each of news) {
    const step = nextSession(state, each);
    state = step.state;
    deeds.push(...step.deeds);
  }
  return { name: state.name, deeds };
}
const told = (deeds: readonly SessionDeed[]): readonly SessionDeed[] =>
  deeds.filter((deed) => deed.startsWith('publish'));

describe('the state of the login', () => {
  it('publishes nothing about what init answers itself', () => {
    assert.deepEqual(told(run(found).deeds), []);
    assert.deepEqual(told(run(none).deeds), []);
    assert.deepEqual(told(run({ type: 'lost' }).deeds), []);
  });

  it('publishes one LOGIN_RESULT however often the server says the same', () => {
    assert.deepEqual(told(run(none, found, found, found).deeds), ['publish-login']);
  });

  it('publishes one LOGOUT_RESULT and begins one attempt, whoever notices the end first', () => {
    const { deeds, name } = run(found, none, none, { type: 'expired' }, { type: 'logged-out', by: 'component' });
    assert.equal(name, 'ended');
    assert.deepEqual(told(deeds), ['publish-logout']);
    assert.equal(deeds.filter((deed) => deed === 'begin-attempt').length, 1);
    assert.equal(deeds.filter((deed) => deed === 'close-phone').length, 1);
  });

  it('logs in again without a new handshake', () => {
    assert.deepEqual(told(run(found, none, found, none, found).deeds), [
      'publish-logout',
      'publish-login',
      'publish-logout',
      'publish-login'
    ]);
  });

  it('leaves the answer to Salesforce when Salesforce asked to log out', () => {
    assert.deepEqual(told(run(found, { type: 'logged-out', by: 'salesforce' }).deeds), []);
    assert.deepEqual(told(run(found, { type: 'logged-out', by: 'component' }).deeds), ['publish-logout']);
  });

  it('keeps the rep at work while the server is lost, until the known end has passed', () => {
    const lost = run(found, { type: 'lost' }, { type: 'lost' });
    assert.equal(lost.name, 'unreachable');
    assert.deepEqual(told(lost.deeds), []);
    assert.equal(lost.deeds.includes('close-phone'), false);
    assert.deepEqual(told(run(found, { type: 'lost' }, { type: 'expired' }).deeds), ['publish-logout']);
    assert.deepEqual(told(run(found, { type: 'lost' }, found).deeds), []);
  });

  it('gets over a server that was lost at init, either way', () => {
    assert.deepEqual(told(run({ type: 'lost' }, found).deeds), ['publish-login']);
    assert.deepEqual(told(run({ type: 'lost' }, none).deeds), ['publish-logout']);
    assert.deepEqual(told(run({ type: 'lost' }, { type: 'expired' }).deeds), []);
  });

  it('says that a login was refused only while nobody is signed in', () => {
    assert.deepEqual(told(run(none, { type: 'refused' }, { type: 'refused' }).deeds), [
      'publish-refusal',
      'publish-refusal'
    ]);
    assert.deepEqual(told(run(found, { type: 'refused' }).deeds), []);
    assert.deepEqual(told(run({ type: 'lost' }, { type: 'refused' }).deeds), []);
  });
});
