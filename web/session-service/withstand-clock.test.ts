import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserOf, orgId, startTestService } from './service-harness';
import { openSqliteStore } from './store/sqlite-store';
import { createHandClock } from './time/hand-clock';

const minute = 60_000;
const session = `/orgs/${orgId}/session`;

describe('a clock that somebody sets', () => {
  const started = async (clock = createHandClock()) => {
    const service = await startTestService({ clock });
    const ada = service.browser();
    await ada.login();
    const stateOf = async (): Promise<string> => (await ada.ask('GET', session)).body.state;
    const stop = async (): Promise<void> => {
      await service.close();
      await service.store.close();
    };
    return { service, clock, ada, stateOf, stop };
  };

  it('back by hours lengthens no session', async () => {
    const { clock, stateOf, stop } = await started();
    await clock.pass(10 * minute);
    clock.step(-3 * 60 * minute);
    await clock.pass(20 * minute - 1);
    assert.equal(await stateOf(), 'signed-in');
    await clock.pass(1);
    assert.equal(await stateOf(), 'signed-out');
    await stop();
  });

  it('back between two runs lengthens no session', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sessions-'));
    const file = path.join(folder, 'sessions.db');
    const first = await startTestService({ store: openSqliteStore(file) });
    const ada = first.browser();
    await ada.login();
    await first.clock.pass(20 * minute);
    await first.close();
    await first.store.close();
    const clock = createHandClock(first.clock.now() - 24 * 60 * minute);
    const second = await startTestService({ store: openSqliteStore(file), clock });
    const same = browserOf(second);
    for (const [name, value] of ada.cookies) same.cookies.set(name, value);
    assert.equal((await same.ask('GET', session)).body.state, 'signed-in');
    // The time is told to the store at the end of a run and once a minute, so that much may be lost in a crash.
    await clock.pass(11 * minute);
    assert.equal((await same.ask('GET', session)).body.reason, 'idle');
    await second.close();
    await second.store.close();
    rmSync(folder, { recursive: true });
  });

  it('forwards by what a time server corrects throws nobody out and cuts off no request under way', async () => {
    const { clock, ada, stateOf, stop, service } = await started();
    const cookie = `__Host-ringdown-${orgId}`;
    await clock.pass(15 * minute);
    const old = ada.cookies.get(cookie)!;
    await ada.ask('POST', `${session}/activity`, { body: { inCall: false } });
    await ada.ask('GET', session);
    await clock.pass(6000);
    await ada.ask('POST', `${session}/activity`, { body: { inCall: false } });
    clock.step(2 * minute);
    const late = service.browser();
    late.cookies.set(cookie, old);
    assert.equal((await late.ask('GET', session)).body.state, 'signed-in');
    await clock.pass(20 * minute);
    assert.equal(await stateOf(), 'signed-in');
    assert.equal(
      service.log.some(({ event }) => event === 'clock-stepped'),
      false
    );
    await stop();
  });

  it('forwards by hours, as after a sleep of the computer, ends what is over within a second and is logged', async () => {
    const { clock, service, stop } = await started();
    await clock.pass(minute);
    clock.step(11 * 60 * minute);
    await clock.pass(1000);
    assert.deepEqual(await service.store.sessionsOfOrg(orgId), []);
    assert.ok(
      service.log.some(({ event, milliseconds }) => event === 'clock-stepped' && milliseconds! > 10 * 60 * minute)
    );
    await stop();
  });

  it('does not move the time that pages are told against the times of their session', async () => {
    const { clock, ada, stop } = await started();
    clock.step(-60 * minute);
    const { session: view } = (await ada.ask('GET', session)).body;
    assert.equal(Date.parse(view.idleExpiresAt) - Date.parse(view.serverNow), 30 * minute);
    await stop();
  });
});
