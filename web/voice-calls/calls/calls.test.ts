import assert from 'node:assert/strict';
import { createHandClock, type HandClock } from '../../session-service/time/hand-clock';
import type { CallAuditEvent } from '../call-audit';
import type { Outcome, Telephony } from '../salesforce/telephony';
import type { CallReport } from './call-report';
import { startCalls, type Calls } from './calls';
import { openOutbox, type Outbox } from './outbox';

const hour = 3_600_000;
const created: Outcome = { kind: 'answered', status: 200, body: { voiceCallId: '0LQ000000000001AAA', errors: [] } };
const startOf = (callKey: string): CallReport => ({
  ...{ event: 'started', callKey, from: '+441', to: '+442', initiationMethod: 'Inbound' },
  startedAt: '2026-01-05T08:00:00.000Z'
});

describe('the work on calls', () => {
  let clock: HandClock;
  let outbox: Outbox;
  let calls: Calls;
  let log: CallAuditEvent[];
  let asked: number;
  let isFull: boolean;
  /** By org; absent for one that answers. */
  let silent: ReadonlySet<string>;

  const full = <Given extends readonly unknown[], Result>(work: (...given: Given) => Result) => {
    return (...given: Given): Result => {
      if (isFull) throw new Error('database or disk is full');
      return work(...given);
    };
  };
  const telephonyOf = (orgId: string): Telephony => ({
    send: (_, sending) => {
      asked += 1;
      sending(`${asked}`);
      return silent.has(orgId) ? new Promise(() => undefined) : Promise.resolve(created);
    },
    repeat: () => {
      asked += 1;
      return Promise.resolve(created);
    },
    lastAccepted: () => undefined
  });
  const start = (): void => {
    const orgs = ['one', 'two'].map((orgId) => {
      const org = { orgId, scrtUrl: 'https://example.my.salesforce-scrt.com', callCenter: 'Support' };
      return [orgId, { org, telephony: telephonyOf(orgId) }] as const;
    });
    const writable = { ...outbox, put: full(outbox.put), sweep: full(outbox.sweep) };
    const audit = (event: CallAuditEvent): void => void log.push(event);
    const times = { completeAfter: 300, random: () => 0.5, hasOtherNodes: false };
    calls = startCalls({ orgs: new Map(orgs), outbox: writable, clock, audit, ...times });
  };

  beforeEach(() => {
    clock = createHandClock();
    outbox = openOutbox(':memory:');
    [log, asked, isFull, silent] = [[], 0, false, new Set()];
  });
  const stop = async (): Promise<void> => {
    const stopped = calls.stop();
    await clock.pass(5000);
    await stopped;
  };
  afterEach(async () => {
    await stop();
    outbox.close();
  });

  it('goes on after hours on a full disk, says it once, and does not ask Salesforce meanwhile', async () => {
    start();
    await calls.hear('one', startOf('k1'), 0);
    await clock.pass(1000);
    assert.equal(asked, 1);
    isFull = true;
    await assert.rejects(calls.hear('one', startOf('k2'), 0), /full/);
    await clock.pass(3 * hour);
    assert.equal(asked, 1);
    assert.deepEqual(
      log.filter(({ event }) => event === 'calls-failed').map(({ reason }) => reason),
      ['Error']
    );
    isFull = false;
    await clock.pass(60_000);
    const heard = calls.hear('one', startOf('k2'), 2500);
    await clock.pass(0);
    await clock.pass(2500);
    assert.equal((await heard).creation, 'created');
  });

  it('asks seldom while a full disk keeps it from writing down what was answered', async () => {
    silent = new Set(['one']);
    start();
    await calls.hear('one', startOf('k1'), 0);
    await stop();
    // The next process finds a request whose answer nobody has seen.
    [asked, isFull] = [0, true];
    start();
    await clock.pass(60_000);
    assert.ok(asked > 0 && asked <= 13, `${asked}`);
    isFull = false;
    await clock.pass(60_000);
    assert.equal(outbox.find('one', 'k1')?.creation, 'created');
  });

  it('keeps no org waiting for another one whose Salesforce is silent, however many of its calls wait', async () => {
    silent = new Set(['one']);
    start();
    for (let number = 0; number < 1500; number += 1) await calls.hear('one', startOf(`k${number}`), 0);
    await clock.pass(1000);
    const heard = calls.hear('two', startOf('k1'), 2500);
    await clock.pass(0);
    await clock.pass(2500);
    assert.equal((await heard).creation, 'created');
    assert.equal(asked, 9);
  });
});
