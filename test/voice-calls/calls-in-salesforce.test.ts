import assert from 'node:assert/strict';
import { clientOf } from '../../local/org/testing/org-client';
import { openCallsWorld, type CallsWorld } from './calls-world';
import { until } from './until';

const start = { from: '+441000', to: '+442000', initiationMethod: 'Inbound', startedAt: '2026-11-01T10:00:00.000Z' };
const startOf = (callKey: string, more: object = {}): object => ({ event: 'started', callKey, ...start, ...more });
const endOf = (callKey: string, more: object = {}): object => ({
  ...{ event: 'ended', callKey, ...start, endedAt: '2026-11-01T10:01:30.000Z', holdSeconds: 12, holds: 2 },
  ...{ recordingUrl: 'https://recordings.example.com/1', ...more }
});

describe('calls of a phone system in Salesforce', function () {
  this.timeout(60_000);
  let world: CallsWorld;
  beforeEach(async () => {
    world = await openCallsWorld();
    const keyId = await world.newKey();
    assert.equal((await world.admin('POST', `/keys/${keyId}/activate`)).status, 200);
  });
  afterEach(() => world.close());

  const isCompleted = (callKey: string): boolean =>
    world.calls().some((row) => row.VendorCallKey === callKey && row.CallDisposition === 'completed');
  const completed = (...callKeys: readonly string[]): Promise<void> =>
    until(`${callKeys.join(', ')} completed`, () => callKeys.every(isCompleted));

  it('are created, handed on below their parent, and completed, as every client of the org sees', async () => {
    const first = await world.tell(startOf('k1'));
    assert.equal(first.status, 200);
    await world.tell(endOf('k1'));
    const handedOn = { initiationMethod: 'Transfer', parentCallKey: 'k1' };
    const second = await world.tell(startOf('k2', handedOn));
    assert.equal(second.status, 200);
    await world.tell(endOf('k2', { ...handedOn, recordingUrl: undefined }));
    await completed('k1', 'k2');
    const soql =
      'SELECT Id, CallType, FromPhoneNumber, ToPhoneNumber, CallStartDateTime, CallEndDateTime, CallDurationInSeconds, CallDisposition, ' +
      'CustomerHoldDuration, NumberOfHolds, IsRecorded, PreviousCallId, VendorCallKey FROM VoiceCall ORDER BY VendorCallKey';
    const { records } = (await clientOf(world.org).query(soql)) as { records: Record<string, unknown>[] };
    const common = {
      ...{ FromPhoneNumber: '+441000', ToPhoneNumber: '+442000', CallDisposition: 'completed' },
      ...{ CallStartDateTime: '2026-11-01T10:00:00.000+0000', CallEndDateTime: '2026-11-01T10:01:30.000+0000' },
      ...{ CallDurationInSeconds: 90, NumberOfHolds: 2 }
    };
    assert.deepEqual(
      records.map(({ attributes: _, ...fields }) => fields),
      [
        {
          ...{ Id: first.body.voiceCallId, CallType: 'Inbound', PreviousCallId: null, VendorCallKey: 'k1', ...common },
          ...{ CustomerHoldDuration: 12, IsRecorded: true }
        },
        {
          ...{ Id: second.body.voiceCallId, CallType: 'Transfer', VendorCallKey: 'k2', ...common },
          ...{ PreviousCallId: first.body.voiceCallId, CustomerHoldDuration: 0, IsRecorded: false }
        }
      ]
    );
    assert.deepEqual([world.requests('POST'), world.requests('PATCH')], [2, 2]);
  });

  it('are nobody else’s to tell, and of no other org', async () => {
    assert.equal((await world.tell(startOf('k1'), 'the-token-of-the-admin')).status, 401);
    assert.equal(world.calls().length, 0);
  });

  for (const kind of ['reset-before', 'reset-after'] as const)
    for (const method of ['POST', 'PATCH'] as const)
      it(`exist once and are completed once when a ${method} meets ${kind}`, async () => {
        world.org.faults.add({ match: { method, path: '/telephony/*' }, times: 1, fault: { kind } });
        await world.tell(startOf('k1'));
        await world.tell(endOf('k1'));
        await completed('k1');
        // What a second completion would do shows only after the first.
        await until('nothing more to do', async () => (await world.admin('GET', '/calls')).body.waiting === 0);
        assert.equal(world.calls().length, 1);
        const done = world.org.requests.filter((each) => each.method === 'PATCH' && each.status === 200).length;
        const wasLost = kind === 'reset-after' && method === 'PATCH' ? 1 : 0;
        assert.equal(done + wasLost, 1);
        assert.equal(world.calls()[0]?.CallDurationInSeconds, 90);
      });

  it('are completed when Salesforce comes back from maintenance', async () => {
    world.org.faults.add({ match: { path: '/telephony/*' }, times: 4, fault: { kind: 'maintenance-page' } });
    assert.equal((await world.tell(startOf('k1'))).status, 202);
    await world.tell(endOf('k1'));
    await until('waits', async () => (await world.admin('GET', '/calls')).body.waiting === 1);
    world.org.faults.clear();
    await world.admin('POST', '/calls/k1/retry');
    await completed('k1');
    assert.equal(world.calls().length, 1);
  });

  it('are answered in time when Salesforce is slow, and exist once', async () => {
    world.org.faults.add({
      match: { method: 'POST', path: '/telephony/*' },
      times: 1,
      fault: { kind: 'slow', milliseconds: 4000 }
    });
    const began = Date.now();
    assert.equal((await world.tell(startOf('k1'))).status, 202);
    assert.ok(Date.now() - began < 3000);
    await until('the id', async () => (await world.tell(startOf('k1'))).status === 200);
    assert.equal(world.calls().length, 1);
  });

  it('go on while keys rotate in the midst of them', async () => {
    await world.tell(startOf('k1'));
    // Deployed, and not activated: Salesforce takes only the new key, which is pending here.
    const keyId = await world.newKey();
    assert.equal((await world.tell(startOf('k2'))).status, 200);
    await world.tell(endOf('k1'));
    await completed('k1');
    await world.admin('POST', `/keys/${keyId}/activate`);
    await world.tell(endOf('k2'));
    await world.tell(startOf('k3'));
    await world.tell(endOf('k3'));
    await completed('k2', 'k3');
    assert.equal(world.calls().length, 3);
    assert.deepEqual([world.requests('POST'), world.requests('PATCH')], [3, 3]);
    assert.ok(world.log.some(({ event, keyId: used }) => event === 'other-key-accepted' && used === keyId));
  });

  it('are completed after a restart of the service', async () => {
    await world.tell(startOf('k1'));
    world.org.faults.add({ match: { method: 'PATCH' }, times: 1, fault: { kind: 'status', status: 503 } });
    await world.tell(endOf('k1'));
    await world.restart();
    await completed('k1');
    assert.equal(world.requests('PATCH'), 1);
  });

  it('that Salesforce refuses are shown with its words', async () => {
    world.org.faults.add({
      match: { path: '/telephony/*' },
      fault: { kind: 'status', status: 400, body: { message: 'No such contact center' } }
    });
    assert.equal((await world.tell(startOf('k1'))).status, 202);
    await world.tell(endOf('k1'));
    await until('parked', async () => (await world.admin('GET', '/calls')).body.parked === 1);
    const { calls } = (await world.admin('GET', '/calls')).body as {
      readonly calls: readonly { readonly reason: string }[];
    };
    assert.match(calls[0]?.reason ?? '', /^400 .*No such contact center/);
    world.org.faults.clear();
    await world.admin('POST', '/calls/k1/retry');
    await completed('k1');
  });
});
