import assert from 'node:assert/strict';
import fastify, { type FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHandClock } from '../../session-service/time/hand-clock';
import { openVoiceCalls, type VoiceCalls } from '../voice-calls';
import { createSalesforceStandIn, type SalesforceStandIn } from './salesforce-stand-in';

const orgId = '00D000000000001AAA';
const org = { orgId, scrtUrl: 'https://one.my.salesforce-scrt.com', callCenter: 'Support' };
const at = '2026-01-05T08:00:00.000Z';
const started = { event: 'started', from: '+441', to: '+442', initiationMethod: 'Inbound', startedAt: at };
const line = {
  messageId: 'm',
  participantId: '+441',
  senderType: 'END_USER',
  content: 'Hello',
  startedAt: at,
  endedAt: at
};

describe('Requests of a phone system about a call', () => {
  let folder: string;
  let salesforce: SalesforceStandIn;
  let voiceCalls: VoiceCalls;
  let app: FastifyInstance;
  const clock = createHandClock();

  const post = async (url: string, payload: object): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await app.inject({ method: 'POST', url, payload });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
  };
  const about = (what: string, payload: object, key: string): ReturnType<typeof post> =>
    post(`/phone-system/orgs/${orgId}/calls/${encodeURIComponent(key)}/${what}`, payload);
  const sent = () => salesforce.seen.filter(({ url }) => /\/voiceCalls\/[^/]+\/\w+$/.test(url));

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'call-requests-'));
    salesforce = createSalesforceStandIn();
    voiceCalls = openVoiceCalls({
      ...{ orgs: [org], keysFolder: path.join(folder, 'keys'), outboxFile: path.join(folder, 'calls.db') },
      ...{ hasOtherNodes: false, clock, sendRequest: salesforce.send, random: () => 0.5, writeAudit: () => undefined }
    });
    app = fastify();
    for (const plugin of voiceCalls.admin) await app.register(plugin, { prefix: '/admin/orgs/:orgId' });
    for (const plugin of voiceCalls.phoneSystem) await app.register(plugin, { prefix: '/phone-system/orgs/:orgId' });
    const { body: key } = await post(`/admin/orgs/${orgId}/keys`, {});
    salesforce.certificates.add(String(key.certificate));
    await post(`/admin/orgs/${orgId}/keys/${String(key.keyId)}/activate`, {});
    await post(`/phone-system/orgs/${orgId}/calls`, { ...started, callKey: 'k1' });
  });
  afterEach(async () => {
    const left = voiceCalls.close();
    await clock.pass(5000);
    await left;
    rmSync(folder, { recursive: true });
  });

  it('signs each with the key of the org and sends it in Salesforce’s words, under the vendor’s key', async () => {
    const answer = await about('messages', line, 'k1');
    assert.deepEqual([answer.status, answer.body], [200, { answer: { result: 'Accepted' } }]);
    await about('events', { service: 'Ear', events: [{ type: 'SENTIMENT', value: 'LOW', startedAt: at }] }, 'k1');
    await about('flow', { dialedNumber: '+442', fallbackQueue: 'Support' }, 'k1');
    await about('flow', { flowName: 'acme__Support_Routing' }, 'k1');
    await about('route', { routingTarget: 'Support' }, 'k1');
    await about('clear-routing', {}, 'k1');
    await about('reroute', {}, 'k1');
    await about('callback', { callbackNumber: '+441' }, 'k1');
    assert.deepEqual(
      sent().map(({ method, url, body }) => [method, url.split('/voiceCalls/')[1], body]),
      [
        [
          'POST',
          'k1/messages',
          {
            ...{ messageId: 'm', participantId: '+441', senderType: 'END_USER', content: 'Hello' },
            ...{ startTime: Date.parse(at), endTime: Date.parse(at) }
          }
        ],
        [
          'POST',
          'k1/realtimeConversationEvents',
          { service: 'Ear', persist: true, events: [{ type: 'SENTIMENT', value: 'LOW', startTime: Date.parse(at) }] }
        ],
        ['PATCH', 'k1/omniFlow', { dialedNumber: '+442', fallbackQueue: 'Support' }],
        ['PATCH', 'k1/omniFlow', { flowDevName: 'acme__Support_Routing' }],
        ['POST', 'k1/routeVoiceCall', { routingTarget: 'Support' }],
        ['PATCH', 'k1/clearRouting', {}],
        ['PATCH', 'k1/reroute', {}],
        ['POST', 'k1/requestCallback', { callbackNumber: '+441' }]
      ]
    );
  });

  it('tells what was noticed in a conversation when it is closed, in order, under the key of its first call', async () => {
    const later = '2026-01-05T08:00:10.000Z';
    const noticed = { type: 'IntelligenceSignal__Sentiment', value: '-500', participant: 'CUSTOMER' };
    const told = {
      service: 'Ear',
      events: [
        { ...noticed, startedAt: later, endedAt: later },
        { ...noticed, value: '0', participant: 'AGENT', startedAt: at, endedAt: later }
      ]
    };
    const transfer = { ...started, callKey: 'k3', initiationMethod: 'Transfer', parentCallKey: 'k1' };
    await post(`/phone-system/orgs/${orgId}/calls`, transfer);
    assert.deepEqual((await about('post-events', told, 'k3')).body, { code: 'NOT_OVER' });
    for (const each of [{ ...started, callKey: 'k1' }, transfer])
      await post(`/phone-system/orgs/${orgId}/calls`, { ...each, event: 'ended', endedAt: later });
    assert.equal((await about('post-events', told, 'k1')).status, 409, 'Salesforce has not closed it yet');
    await clock.pass(5000);
    for (const bad of [{ participant: 'CAT' }, { value: undefined }, { endedAt: '2020-01-01T00:00:00Z' }])
      assert.equal(
        (await about('post-events', { ...told, events: [{ ...told.events[0], ...bad }] }, 'k3')).status,
        400
      );
    assert.deepEqual(sent(), []);
    assert.equal((await about('post-events', told, 'k3')).status, 200);
    const [start, end] = [Date.parse(at), Date.parse(later)];
    assert.deepEqual(
      sent().map(({ method, url, body }) => [method, url.split('/voiceCalls/')[1], body]),
      [
        [
          'POST',
          'k1/postConversationEvents',
          {
            service: 'Ear',
            events: [
              { ...noticed, value: '0', participant: 'AGENT', startTime: start, endTime: end },
              { ...noticed, startTime: end, endTime: end }
            ]
          }
        ]
      ]
    );
  });

  it('sends nothing for a body that is not right, or a call that nobody told of or that Salesforce does not have', async () => {
    for (const bad of [{ senderType: 'CAT' }, { content: '' }, { endedAt: '2020-01-01T00:00:00Z' }])
      assert.equal((await about('messages', { ...line, ...bad }, 'k1')).status, 400);
    assert.equal((await about('flow', { fallbackQueue: 'Support' }, 'k1')).status, 400);
    assert.equal((await about('messages', line, 'other')).status, 404);
    assert.equal((await post('/phone-system/orgs/00D000000000009AAA/calls/k1/messages', line)).status, 404);
    await post(`/phone-system/orgs/${orgId}/calls`, { ...started, callKey: 'k2', from: 'refuse me' });
    assert.equal((await about('messages', line, 'k2')).body.code, 'NOT_IN_SALESFORCE');
    assert.deepEqual(sent(), []);
  });

  it('sends lines of up to five calls at once, five of each, and none when one call is not right', async () => {
    await post(`/phone-system/orgs/${orgId}/calls`, { ...started, callKey: 'k2' });
    await post(`/phone-system/orgs/${orgId}/calls`, { ...started, callKey: 'k3', from: 'refuse me' });
    const bulk = (...entries: readonly object[]) => post(`/phone-system/orgs/${orgId}/messages`, { entries });
    const of = (callKey: string, count = 1) => ({ callKey, messages: Array.from({ length: count }, () => line) });
    const many = Array.from({ length: 6 }, (_, index) => of(`k${index}`));
    for (const bad of [[], many, [of('k1', 6)], [of('k1', 3), of('k1', 3)], [of('k1', 0)], [{ callKey: 'k1' }]])
      assert.equal((await bulk(...bad)).status, 400);
    assert.deepEqual((await bulk(of('k1'), of('other'))).body, { code: 'NOT_FOUND', callKey: 'other' });
    assert.deepEqual((await bulk(of('k1'), of('k3'))).body, { code: 'NOT_IN_SALESFORCE', callKey: 'k3' });
    const inBulk = () => salesforce.seen.filter(({ url }) => url.endsWith('/voiceCalls/messages'));
    assert.deepEqual(inBulk(), []);
    const answer = await bulk(of('k1', 2), of('k2'));
    assert.deepEqual([answer.status, answer.body], [200, { answer: { result: 'Accepted' } }]);
    const { startedAt, endedAt, ...said } = line;
    const sentLine = { ...said, startTime: Date.parse(startedAt), endTime: Date.parse(endedAt) };
    assert.deepEqual(
      inBulk().map(({ method, body }) => [method, body]),
      [
        [
          'POST',
          {
            entries: [
              { vendorCallKey: 'k1', messages: [sentLine, sentLine] },
              { vendorCallKey: 'k2', messages: [sentLine] }
            ]
          }
        ]
      ]
    );
  });

  it('says whether Salesforce refused it, never got it, or may have got it', async () => {
    for (const [mishap, status, code] of [
      [400, 422, 'REFUSED'],
      [429, 503, 'TRY_LATER'],
      ['unreachable', 503, 'NOT_SENT'],
      ['lost-after', 504, 'LOST']
    ] as const) {
      salesforce.mishaps.push(mishap);
      const answer = await about('messages', line, 'k1');
      assert.deepEqual([answer.status, answer.body.code], [status, code]);
    }
    salesforce.certificates.clear();
    assert.equal((await about('messages', line, 'k1')).body.code, 'NO_KEY');
  });
});
