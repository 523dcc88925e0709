import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { createHandClock, type HandClock } from '../session-service/time/hand-clock';
import type { CallAuditEvent } from './call-audit';
import type { ListedCall } from './calls/call-routes';
import { createSalesforceStandIn, type SalesforceStandIn } from './calls/salesforce-stand-in';
import type { ListedKey } from './keys/key-routes';
import { openVoiceCalls, type VoiceCalls, type VoiceCallsOptions } from './voice-calls';

const orgId = '00D000000000001AAA';
const org = { orgId, scrtUrl: 'https://one.my.salesforce-scrt.com', callCenter: 'Support' };
const start = { from: '+441', to: '+442', initiationMethod: 'Inbound', startedAt: '2026-01-05T08:00:00.000Z' };
const startOf = (callKey: string, more: object = {}): object => ({ event: 'started', callKey, ...start, ...more });
const endOf = (callKey: string, more: object = {}): object => ({
  ...{ event: 'ended', callKey, ...start, endedAt: '2026-01-05T08:01:30.000Z', holdSeconds: 12.4, holds: 2 },
  ...{ recordingUrl: 's3://x', ...more }
});
type Body = { readonly voiceCallId?: string; readonly code?: string } & ListedKey & {
    readonly keys: readonly ListedKey[];
    readonly calls: readonly ListedCall[];
    readonly parked: number;
    readonly waiting: number;
  };

describe('VoiceCalls', () => {
  let folder: string;
  let clock: HandClock;
  let salesforce: SalesforceStandIn;
  let voiceCalls: VoiceCalls;
  let app: FastifyInstance;
  let log: (CallAuditEvent & { readonly at: string })[];

  const open = async (options: Partial<VoiceCallsOptions> = {}): Promise<void> => {
    voiceCalls = openVoiceCalls({
      ...{ orgs: [org], keysFolder: path.join(folder, 'keys'), outboxFile: path.join(folder, 'calls.db') },
      ...{ hasOtherNodes: false, clock, sendRequest: salesforce.send, random: () => 0.5 },
      writeAudit: (line) => log.push(JSON.parse(line) as CallAuditEvent & { at: string }),
      ...options
    });
    app = fastify();
    for (const plugin of voiceCalls.admin) await app.register(plugin, { prefix: '/admin/orgs/:orgId' });
    for (const plugin of voiceCalls.phoneSystem) await app.register(plugin, { prefix: '/phone-system/orgs/:orgId' });
  };
  const ask = async (method: 'GET' | 'POST' | 'DELETE', rest: string, body?: object) => {
    const url = rest.startsWith('/phone') ? rest : `/admin/orgs/${orgId}${rest}`;
    const answer = await app.inject({ method, url, ...(body === undefined ? {} : { payload: body }) });
    const text = answer.body;
    return { status: answer.statusCode, text, body: (text === '' ? {} : JSON.parse(text)) as Body };
  };
  const tell = (report: object) => ask('POST', `/phone-system/orgs/${orgId}/calls`, report);
  /** Tells and lets time pass until it is answered. */
  const tellPatiently = async (report: object, milliseconds = 3000) => {
    const answer = tell(report);
    for (let passed = 0; passed < milliseconds; passed += 100) await clock.pass(100);
    return answer;
  };
  const newKey = async (): Promise<ListedKey> => {
    const { body } = await ask('POST', '/keys');
    salesforce.certificates.add(body.certificate);
    return body;
  };
  const activeKey = async (): Promise<ListedKey> => {
    const key = await newKey();
    await ask('POST', `/keys/${key.keyId}/activate`);
    return key;
  };
  const passMinutes = async (minutes: number): Promise<void> => {
    for (let second = 0; second < minutes * 60; second += 5) await clock.pass(5000);
  };
  const events = (): readonly string[] => log.map(({ event }) => event);
  const patchesOf = (callKey: string): readonly object[] => salesforce.calls.get(callKey)?.patches ?? [];
  const did = (what: string): number => salesforce.seen.filter((each) => each.did === what).length;
  /** The process dies: nothing is finished, and the next one opens the same files. */
  const crash = async (): Promise<void> => {
    const left = voiceCalls.close();
    await clock.pass(5000);
    await left;
  };

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'voice-calls-'));
    clock = createHandClock();
    salesforce = createSalesforceStandIn();
    log = [];
    await open();
  });
  afterEach(async () => {
    salesforce.letGo();
    await crash();
    assert.deepEqual(salesforce.createdTwice, []);
    rmSync(folder, { recursive: true });
  });

  describe('calls', () => {
    beforeEach(activeKey);

    it('creates a call at once, and completes it once with what the end tells', async () => {
      const { status, body } = await tell(startOf('k1'));
      assert.equal(status, 200);
      assert.equal(body.voiceCallId, salesforce.calls.get('k1')?.voiceCallId);
      assert.equal((await tell(endOf('k1'))).status, 200);
      await passMinutes(1);
      assert.deepEqual(patchesOf('k1'), [
        {
          ...{ startTime: start.startedAt, endTime: '2026-01-05T08:01:30.000Z', numberOfHolds: 2 },
          ...{ totalHoldDuration: 12, recordingLocation: 's3://x' }
        }
      ]);
    });

    it('says where a call came from, when the phone system does', async () => {
      await tell(startOf('k1', { callOrigin: 'Voicemail' }));
      await tell(startOf('k2'));
      const [voicemail, usual] = salesforce.seen.map(({ body }) => body as { readonly callOrigin?: string });
      assert.deepEqual([voicemail?.callOrigin, usual && 'callOrigin' in usual], ['Voicemail', false]);
      assert.equal((await tell(startOf('k3', { callOrigin: 'Pigeon' }))).status, 400);
    });

    it('answers the same and does nothing when it is told again', async () => {
      const first = await tell(startOf('k1'));
      assert.deepEqual((await tell(startOf('k1'))).body, first.body);
      for (const report of [endOf('k1'), endOf('k1')]) await tell(report);
      await passMinutes(1);
      for (const report of [startOf('k1'), endOf('k1')]) assert.deepEqual((await tell(report)).body, first.body);
      await passMinutes(1);
      assert.deepEqual([did('create'), did('complete')], [1, 1]);
    });

    it('leaves out the hold time of a call without a recording, which Salesforce does not take', async () => {
      await tell(startOf('k1'));
      await tell(endOf('k1', { recordingUrl: undefined }));
      await passMinutes(1);
      assert.deepEqual(Object.keys(patchesOf('k1')[0] ?? {}), ['startTime', 'endTime', 'numberOfHolds']);
    });

    it('creates a transfer below its parent before it completes the parent, which would close the conversation', async () => {
      await tell(startOf('k1'));
      await tell(endOf('k1'));
      await tell(startOf('k2', { initiationMethod: 'Transfer', parentCallKey: 'k1' }));
      await tell(endOf('k2', { initiationMethod: 'Transfer', parentCallKey: 'k1' }));
      await passMinutes(1);
      assert.equal(salesforce.calls.get('k2')?.parent, salesforce.calls.get('k1')?.voiceCallId);
      assert.deepEqual(
        salesforce.seen.map((each) => each.did),
        ['create', 'create', 'complete', 'complete']
      );
    });

    it('keeps a transfer without a parent as a call that comes in', async () => {
      await tell(startOf('k1', { initiationMethod: 'Transfer' }));
      assert.equal((salesforce.seen[0]?.body as { initiationMethod: string }).initiationMethod, 'Inbound');
    });

    it('completes a call that a rep dialled under its key, and creates what it is handed on to below it first', async () => {
      const dialled = { initiationMethod: 'Outbound' };
      assert.deepEqual(await tell(startOf('k1', dialled)).then(({ status, body }) => [status, body]), [202, {}]);
      await tell(endOf('k1', dialled));
      await tell(startOf('k2', { initiationMethod: 'Transfer', parentCallKey: 'k1' }));
      await passMinutes(1);
      const [made, over] = salesforce.seen;
      assert.equal((made?.body as { parentVoiceCallId?: string }).parentVoiceCallId, 'k1');
      assert.deepEqual([made?.did, over?.did, salesforce.seen.length], ['create', 'complete', 2]);
      assert.match(over?.url ?? '', /voiceCalls\/k1$/);
    });

    it('completes a call that a rep dialled though nobody told of its start', async () => {
      await tell(endOf('k1', { initiationMethod: 'Outbound' }));
      await passMinutes(1);
      assert.deepEqual(
        salesforce.seen.map((each) => each.did),
        ['complete']
      );
    });

    it('creates the parent first when both come while Salesforce is away', async () => {
      salesforce.mishaps.push('unreachable', 'unreachable');
      const reports = [startOf('k1'), startOf('k2', { initiationMethod: 'Transfer', parentCallKey: 'k1' })];
      const answers = Promise.all(reports.map(tell));
      for (let tick = 0; tick < 40; tick += 1) await clock.pass(100);
      assert.deepEqual(
        (await answers).map(({ status }) => status),
        [200, 200]
      );
      assert.equal(salesforce.calls.get('k2')?.parent, salesforce.calls.get('k1')?.voiceCallId);
    });

    it('answers without an id in time when Salesforce is silent, and gives it later', async () => {
      salesforce.mishaps.push('hang-before');
      const { status, body } = await tellPatiently(startOf('k1'));
      assert.deepEqual([status, body], [202, {}]);
      salesforce.letGo();
      await clock.pass(100);
      assert.ok((await tell(startOf('k1'))).body.voiceCallId);
      assert.equal(did('create'), 1);
    });

    for (const mishap of ['unreachable', 500, 503, 429] as const)
      it(`tries again after ${mishap}: the work was not done`, async () => {
        salesforce.mishaps.push(mishap, mishap);
        assert.equal((await tellPatiently(startOf('k1'))).status, 200);
        salesforce.mishaps.push(mishap, mishap);
        await tell(endOf('k1'));
        await passMinutes(1);
        assert.deepEqual([did('create'), did('complete')], [1, 1]);
      });

    for (const mishap of ['lost-before', 'lost-after'] as const)
      it(`never does twice what may be done, when the answer is ${mishap}`, async () => {
        salesforce.mishaps.push(mishap);
        await tellPatiently(startOf('k1'));
        await tell(endOf('k1'));
        await passMinutes(1);
        assert.deepEqual([salesforce.calls.size, patchesOf('k1').length], [1, 1]);
        await tell(startOf('k2'));
        salesforce.mishaps.push(mishap);
        await tell(endOf('k2'));
        await passMinutes(1);
        assert.deepEqual([salesforce.calls.size, patchesOf('k2').length], [2, 1]);
        assert.equal(events().includes('call-completion-unconfirmed'), mishap === 'lost-after');
      });

    it('completes by its own key a call whose id got lost', async () => {
      salesforce.mishaps.push('lost-after');
      assert.equal((await tellPatiently(startOf('k/1'))).status, 202);
      assert.ok(events().includes('call-creation-unsure'));
      await tell(endOf('k/1'));
      await passMinutes(1);
      assert.equal(patchesOf('k/1').length, 1);
      assert.equal(salesforce.calls.size, 1);
    });

    it('names the parent of a transfer by its key when its id got lost', async () => {
      salesforce.mishaps.push('lost-after');
      await tellPatiently(startOf('k1'));
      await tell(startOf('k2', { initiationMethod: 'Transfer', parentCallKey: 'k1' }));
      assert.equal(salesforce.calls.get('k2')?.parent, 'k1');
    });

    it('creates first, then completes, a call of which it hears at its end', async () => {
      await tell(endOf('k1'));
      await passMinutes(1);
      assert.deepEqual(
        salesforce.seen.map((each) => each.did),
        ['create', 'complete']
      );
    });

    it('completes by its key alone what another node may have created', async () => {
      await crash();
      await open({ hasOtherNodes: true });
      await tell(endOf('k1'));
      await passMinutes(1);
      assert.deepEqual([did('create'), patchesOf('k1').length], [0, 1]);
    });

    for (const hang of ['hang-before', 'hang-after'] as const)
      it(`goes on after a crash, when Salesforce does its work ${hang === 'hang-before' ? 'later' : 'before'}`, async () => {
        salesforce.mishaps.push(hang);
        await tellPatiently(startOf('k1'));
        await crash();
        await open();
        await tell(endOf('k1'));
        salesforce.mishaps.push('none', 'none', hang);
        for (let second = 0; second < 5; second += 1) await clock.pass(1000);
        await crash();
        await open();
        await passMinutes(2);
        // What was under way when it died arrives, or is answered, at last.
        salesforce.letGo();
        await passMinutes(1);
        assert.equal(patchesOf('k1').length, 1);
        assert.equal(salesforce.calls.size, 1);
      });

    it('remembers what may have arrived while Salesforce is out of reach', async () => {
      salesforce.mishaps.push('lost-after', 'unreachable', 503, 401, 401);
      await tellPatiently(startOf('k1'), 10_000);
      await tell(endOf('k1'));
      await passMinutes(5);
      assert.deepEqual([salesforce.calls.size, patchesOf('k1').length], [1, 1]);
    });

    it('does not complete a call while the one that it was handed on to is still to be created', async () => {
      await tell(startOf('k1'));
      await tell(endOf('k1'));
      salesforce.mishaps.push('unreachable', 'unreachable', 'unreachable');
      await tellPatiently(startOf('k2', { initiationMethod: 'Transfer', parentCallKey: 'k1' }), 10_000);
      assert.deepEqual(
        salesforce.seen.map((each) => each.did),
        ['create', 'create', 'complete']
      );
    });

    it('completes a call in the end whose transfer cannot be created', async () => {
      await tell(startOf('k1'));
      await tell(endOf('k1'));
      await tellPatiently(startOf('k2', { initiationMethod: 'Transfer', parentCallKey: 'k1', from: 'refuse me' }));
      await passMinutes(1);
      assert.equal(patchesOf('k1').length, 1);
    });

    it('goes on for days while Salesforce is away, ever slower', async () => {
      salesforce.mishaps.push(...Array<'unreachable'>(100_000).fill('unreachable'));
      await tellPatiently(startOf('k1'));
      await tell(endOf('k1'));
      for (let hour = 0; hour < 24; hour += 0.25) await clock.pass(900_000);
      const tries = 100_000 - salesforce.mishaps.length;
      assert.ok(tries > 20 && tries < 250, String(tries));
      salesforce.mishaps.length = 0;
      await passMinutes(20);
      assert.equal(patchesOf('k1').length, 1);
    });

    it('goes on when somebody sets the clock back by a day', async () => {
      salesforce.mishaps.push('unreachable');
      await tell(endOf('k1'));
      clock.step(-86_400_000);
      await passMinutes(3);
      assert.equal(patchesOf('k1').length, 1);
    });

    it('parks what Salesforce refuses, shows why without phone numbers, and tries again when an admin says so', async () => {
      assert.equal((await tell(startOf('k1', { from: 'refuse me' }))).status, 202);
      salesforce.mishaps.push(403);
      await tell(endOf('k1', { from: 'refuse me' }));
      await passMinutes(5);
      const { body, text } = await ask('GET', '/calls');
      assert.equal(body.parked, 1);
      assert.equal(body.calls[0]?.state, 'parked');
      assert.match(String(body.calls[0]?.reason), /^403 .*No/);
      assert.ok(!text.includes('+442'));
      await passMinutes(60);
      assert.equal(did('complete'), 0);
      assert.equal((await ask('POST', '/calls/k1/retry')).status, 200);
      await passMinutes(1);
      assert.equal(patchesOf('k1').length, 1);
      assert.equal((await ask('GET', '/calls')).body.parked, 0);
      assert.equal((await ask('POST', '/calls/nobody/retry')).status, 404);
    });

    it('shows what Salesforce left out of a call that it created all the same', async () => {
      assert.equal((await tell(startOf('k1', { from: 'too long' }))).status, 200);
      await tell(endOf('k1', { from: 'too long' }));
      await passMinutes(1);
      const { body, text } = await ask('GET', '/calls/k1');
      assert.equal(body.state, 'finished');
      assert.match(text, /"problems":"We created your voice call but/);
      assert.ok(events().includes('call-created-with-errors'));
      assert.equal((await ask('GET', '/calls/nobody')).status, 404);
    });

    it('forgets a parked call when an admin says so', async () => {
      await tell(startOf('k1', { from: 'refuse me' }));
      assert.equal((await ask('DELETE', '/calls/k1')).status, 204);
      assert.deepEqual((await ask('GET', '/calls')).body.calls, []);
    });

    it('refuses a body that is no report, too large a one, and an org that it does not serve', async () => {
      const bad = [
        {},
        startOf(''),
        startOf('k1', { startedAt: 'today' }),
        startOf('k1', { initiationMethod: 'Callback' }),
        startOf('x'.repeat(256)),
        startOf('line\nbreak'),
        endOf('k1', { endedAt: '2020-01-01T00:00:00Z' }),
        endOf('k1', { holds: -1 })
      ];
      for (const report of bad) assert.equal((await tell(report)).status, 400, JSON.stringify(report));
      assert.equal((await tell(startOf('k1', { from: 'x'.repeat(9000) }))).status, 413);
      const elsewhere = await ask('POST', '/phone-system/orgs/00D000000000009AAA/calls', startOf('k1'));
      assert.equal(elsewhere.status, 404);
      assert.equal(salesforce.seen.length, 0);
    });

    it('keeps phone numbers out of the audit log', async () => {
      await tell(startOf('k1'));
      await tell(startOf('k2', { from: 'refuse me' }));
      await passMinutes(1);
      assert.ok(log.length > 2);
      assert.ok(!/\+44|refuse/.test(JSON.stringify(log)));
    });
  });

  describe('keys', () => {
    const keyFiles = (): readonly string[] => readdirSync(path.join(folder, 'keys', orgId));

    it('are pending, then active, then retired; one of them is active', async () => {
      const one = await newKey();
      const other = await newKey();
      const states = async () =>
        Object.fromEntries((await ask('GET', '/keys')).body.keys.map(({ keyId, state }) => [keyId, state]));
      assert.deepEqual(await states(), { [one.keyId]: 'pending', [other.keyId]: 'pending' });
      await ask('POST', `/keys/${one.keyId}/activate`);
      await ask('POST', `/keys/${one.keyId}/activate`);
      assert.deepEqual(await states(), { [one.keyId]: 'active', [other.keyId]: 'pending' });
      await ask('POST', `/keys/${other.keyId}/activate`);
      assert.deepEqual(await states(), { [one.keyId]: 'retired', [other.keyId]: 'active' });
      assert.deepEqual((await ask('DELETE', `/keys/${other.keyId}`)).body, { code: 'KEY_ACTIVE' });
      for (const { keyId } of [one, one]) assert.equal((await ask('DELETE', `/keys/${keyId}`)).status, 204);
      assert.deepEqual(await states(), { [other.keyId]: 'active' });
      await crash();
      await open();
      assert.deepEqual(await states(), { [other.keyId]: 'active' });
    });

    it('never show a private key, and lie in files that only their owner reads', async () => {
      const { keyId } = await activeKey();
      const said = `${(await ask('GET', '/keys')).text}${(await ask('POST', '/keys')).text}${JSON.stringify(log)}`;
      assert.ok(said.includes('BEGIN CERTIFICATE'));
      assert.ok(!said.includes('PRIVATE'));
      for (const name of keyFiles())
        assert.equal(statSync(path.join(folder, 'keys', orgId, name)).mode & 0o077, 0, name);
      assert.equal(statSync(path.join(folder, 'keys', orgId)).mode & 0o077, 0);
      assert.match(readFileSync(path.join(folder, 'keys', orgId, `${keyId}.key.json`), 'utf8'), /BEGIN PRIVATE KEY/);
    });

    it('are made six at most, and asked for by ids that exist', async () => {
      for (let count = 0; count < 6; count += 1) assert.equal((await ask('POST', '/keys')).status, 201);
      assert.deepEqual((await ask('POST', '/keys')).body, { code: 'TOO_MANY_KEYS' });
      assert.equal((await ask('POST', '/keys/nothing/activate')).status, 404);
      assert.equal((await ask('DELETE', '/keys/..%2f..%2factivations')).status, 204);
    }).timeout(20_000);

    it('rotate without a gap, whichever of the two the contact center has', async () => {
      const old = await activeKey();
      await tell(startOf('k1'));
      const next = await newKey();
      // The contact center has the new certificate, and nobody has activated the key yet.
      salesforce.certificates.delete(old.certificate);
      assert.equal((await tell(startOf('k2'))).status, 200);
      await tell(endOf('k1'));
      await passMinutes(1);
      assert.equal(patchesOf('k1').length, 1);
      const said = log.filter(({ event }) => event === 'other-key-accepted');
      assert.deepEqual(
        said.map(({ keyId, activeKeyId, reason }) => ({ keyId, activeKeyId, reason })),
        [{ keyId: next.keyId, activeKeyId: old.keyId, reason: 'pending' }]
      );
      assert.ok((await ask('GET', '/keys')).body.keys.find(({ keyId }) => keyId === next.keyId)?.acceptedAt);
      await ask('POST', `/keys/${next.keyId}/activate`);
      // Somebody deploys the old certificate again.
      salesforce.certificates.clear();
      salesforce.certificates.add(old.certificate);
      assert.equal((await tell(startOf('k3'))).status, 200);
      assert.equal(log.filter(({ event, reason }) => event === 'other-key-accepted' && reason === 'retired').length, 1);
    });

    it('that Salesforce does not know keep calls waiting, and it is said once', async () => {
      const { certificate } = await activeKey();
      salesforce.certificates.clear();
      assert.equal((await tellPatiently(startOf('k1'))).status, 202);
      await tell(endOf('k1'));
      await passMinutes(10);
      assert.equal(events().filter((event) => event === 'key-refused').length, 1);
      assert.equal((await ask('GET', '/calls')).body.calls[0]?.reason, 'unauthorized');
      salesforce.certificates.add(certificate);
      await passMinutes(20);
      assert.equal(patchesOf('k1').length, 1);
    });

    it('that are missing keep calls waiting, and no rep', async () => {
      // No time passes, so that this never answers if it waits for Salesforce.
      assert.equal((await tell(startOf('k1'))).status, 202);
      await passMinutes(1);
      assert.ok(events().includes('no-key'));
      await activeKey();
      await passMinutes(5);
      assert.equal(salesforce.calls.size, 1);
    });

    it('that end soon are told of in time, once a day, and those that ended sign nothing', async () => {
      const { keyId, endsAt } = await activeKey();
      assert.equal(Date.parse(endsAt) - clock.now(), 730 * 86_400_000);
      clock.step(705 * 86_400_000);
      await clock.pass(86_400_000);
      assert.deepEqual(
        log.filter(({ event }) => event === 'certificate-ends').map((each) => each.keyId),
        [keyId]
      );
      assert.equal((await ask('GET', '/keys')).body.keys[0]?.endsSoon, true);
      clock.step(30 * 86_400_000);
      await clock.pass(86_400_000);
      assert.ok(events().includes('certificate-ended'));
      assert.equal((await tellPatiently(startOf('k1'))).status, 202);
      assert.ok(events().includes('no-key'));
    });

    it('survive a damaged file among them, which is told of without its text', async () => {
      const { keyId } = await activeKey();
      const other = await newKey();
      writeFileSync(path.join(folder, 'keys', orgId, `${keyId}.key.json`), '{"privateKey": "BEGIN PRIVATE');
      writeFileSync(path.join(folder, 'keys', orgId, 'activations.json'), 'not json');
      await clock.pass(2000);
      assert.deepEqual(
        (await ask('GET', '/keys')).body.keys.map((key) => key.keyId),
        [other.keyId]
      );
      assert.equal((await tell(startOf('k1'))).status, 200);
      assert.ok(!JSON.stringify(log).includes('PRIVATE'));
    });
  });
});
