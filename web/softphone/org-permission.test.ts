import assert from 'node:assert/strict';
import { handTimers } from './own-log/stand-ins';
import { LogRefusal } from './own-log/org-logs';
import { permissionOfOrg } from './org-permission';

describe('A number that was clicked where no component looks', () => {
  const id = '003000000000001AAA';
  const timers = handTimers();
  const said = (row: object | undefined) =>
    permissionOfOrg(timers, { called: () => Promise.resolve(row as never) }, id);
  const failing = (kind: 'offline' | 'refused') =>
    permissionOfOrg(timers, { called: () => Promise.reject(new LogRefusal({ kind, message: 'No.' })) }, id);

  it('is refused when its contact, lead, person account or the contact of its case wants no calls', async () => {
    const rows = [{ DoNotCall: true }, { PersonDoNotCall: true }, { Contact: { DoNotCall: true } }];
    assert.deepEqual(
      await Promise.all(rows.map(said)),
      rows.map(() => 'refused')
    );
  });

  it('is dialled when they want calls, are gone, or the rep may not see what they want', async () => {
    const rows = [{ DoNotCall: false }, { PersonDoNotCall: null }, { Contact: null }, undefined];
    assert.deepEqual(
      await Promise.all(rows.map(said)),
      rows.map(() => 'allowed')
    );
    assert.equal(await failing('refused'), 'allowed');
  });

  it('is for the rep to decide when the org cannot be reached, or does not answer within five seconds', async () => {
    assert.equal(await failing('offline'), 'silent');
    const late = permissionOfOrg(timers, { called: () => new Promise(() => undefined) }, id);
    await timers.pass(5_000);
    assert.equal(await late, 'silent');
  });
});
