import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync, webcrypto } from 'node:crypto';
import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import { startOrg, type RunningOrg } from '../start-org';
import { conversationOf } from './conversation';

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048
};

async function newKey(): Promise<{ readonly privateKey: string; readonly certificate: string }> {
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned(
    { name: 'CN=Support', keys, signingAlgorithm: rsa },
    webcrypto
  );
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    privateKey: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`,
    certificate: made.toString('pem')
  };
}

const centre = (certificate: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><displayName>Support</displayName>
<sections><items><label>Certificate</label><name>reqTelephonyIntegrationCertificate</name><value>${certificate}</value></items><label>SCV</label><name>reqHvcc</name></sections></CallCenter>`;

describe('the Telephony Integration REST API', () => {
  let org: RunningOrg;
  let key: string;
  let count = 0;

  before(async () => {
    org = await startOrg({ kind: 'sandbox', catalog: 'voice' });
    const { privateKey, certificate } = await newKey();
    key = privateKey;
    const createdDate = new Date().toISOString();
    org.data.putComponent({
      ...{
        type: 'CallCenter',
        fullName: 'Support',
        id: org.data.newId('04v'),
        createdDate,
        lastModifiedDate: createdDate
      },
      files: [{ path: 'callCenters/Support.callCenter', text: centre(certificate) }]
    });
    org.data.insert('CallCenter', { InternalName: 'Support', Name: 'Support' });
  });
  after(() => org.close());

  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims: object = {}, privateKey: string = key): string => {
    const iat = Math.floor(Date.now() / 1000);
    const usual = { iss: org.orgId, sub: 'Support', iat, exp: iat + 300, jti: `t${++count}` };
    const signed = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded({ ...usual, ...claims })}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  };
  const ask = async (
    method: string,
    rest: string,
    body: object,
    bearer = token()
  ): Promise<{ status: number; body: { voiceCallId: string } }> => {
    const headers = {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'telephony-provider-name': 'Ours'
    };
    const response = await fetch(`${org.url}/telephony/v1${rest}`, { method, headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as { voiceCallId: string } };
  };
  const call = {
    ...{ callCenterApiName: 'Support', vendorCallKey: 'k1', to: '+442', from: '+441', initiationMethod: 'Inbound' },
    startTime: '2026-11-01T10:00:00.000Z'
  };

  it('makes a call, once for each key, and completes it', async () => {
    const made = await ask('POST', '/voiceCalls', call);
    assert.equal(made.status, 200);
    const again = await ask('POST', '/voiceCalls', call);
    assert.equal(again.body.voiceCallId, made.body.voiceCallId);
    const end = {
      startTime: call.startTime,
      endTime: '2026-11-01T10:01:30.000Z',
      totalHoldDuration: 12,
      numberOfHolds: 2,
      recordingLocation: 's3://x'
    };
    assert.equal((await ask('PATCH', '/voiceCalls/k1', end)).status, 200);
    const row = org.data.row('VoiceCall', made.body.voiceCallId)!;
    const { CallDurationInSeconds, CustomerHoldDuration, NumberOfHolds, IsRecorded, CallDisposition, CallType } = row;
    assert.deepEqual(
      { CallDurationInSeconds, CustomerHoldDuration, NumberOfHolds, IsRecorded, CallDisposition, CallType },
      {
        CallDurationInSeconds: 90,
        CustomerHoldDuration: 12,
        NumberOfHolds: 2,
        IsRecorded: true,
        CallDisposition: 'completed',
        CallType: 'Inbound'
      }
    );
  });

  it('makes a call that is over when it is completed under a key that nobody knows', async () => {
    const end = { startTime: call.startTime, endTime: '2026-11-01T10:00:20.000Z', fromNumber: '+449' };
    const answer = await ask('PATCH', '/voiceCalls/given-up', end);
    assert.deepEqual([answer.status, answer.body], [200, { status: 'pending' }]);
    const made = org.data.rows('VoiceCall').filter((row) => row.VendorCallKey === 'given-up');
    assert.deepEqual(
      made.map((row) => [row.FromPhoneNumber, row.CallDurationInSeconds, row.CallDisposition]),
      [['+449', 20, 'completed']]
    );
  });

  it('links a transfer to the call that it came from, and refuses one that came from nowhere', async () => {
    const moved = { ...call, vendorCallKey: 'k2', initiationMethod: 'Transfer' };
    assert.equal((await ask('POST', '/voiceCalls', moved)).status, 400);
    const made = await ask('POST', '/voiceCalls', { ...moved, parentVoiceCallId: 'k1' });
    const parent = org.data.rows('VoiceCall').find((row) => row.VendorCallKey === 'k1');
    assert.equal(org.data.row('VoiceCall', made.body.voiceCallId)?.PreviousCallId, parent?.Id);
  });

  it('refuses a token that is over, too long, used, for another org or center, or signed by another key', async () => {
    const iat = Math.floor(Date.now() / 1000);
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' }
    });
    const bad = [
      ...[
        token({ exp: iat - 1 }),
        token({ exp: iat + 90_000 }),
        token({ iss: '00D000000000000AAA' }),
        token({ sub: 'Sales' })
      ],
      ...[token({}, privateKey), 'x.y.z', '']
    ];
    for (const bearer of bad) assert.equal((await ask('POST', '/voiceCalls', call, bearer)).status, 401);
    const once = token();
    assert.equal((await ask('POST', '/voiceCalls', call, once)).status, 200);
    assert.equal((await ask('POST', '/voiceCalls', call, once)).status, 401);
  });

  it('refuses a call without what it needs', async () => {
    for (const name of Object.keys(call))
      assert.equal((await ask('POST', '/voiceCalls', { ...call, [name]: undefined })).status, 400, name);
    assert.equal((await ask('PATCH', '/voiceCalls/0LQ00000000zzzzAAA', { endTime: call.startTime })).status, 400);
    assert.equal((await ask('PATCH', '/voiceCalls/k2', { totalHoldDuration: 3 })).status, 400);
    assert.equal((await ask('PATCH', '/voiceCalls/k2', { endTime: '2020-01-01T00:00:00Z' })).status, 400);
  });

  it('keeps what is said in a call once, in order, and refuses a sender that nobody knows', async () => {
    const { voiceCallId } = (await ask('POST', '/voiceCalls', { ...call, vendorCallKey: 'said' })).body;
    const line = {
      messageId: 'm1',
      participantId: 'p',
      senderType: 'END_USER',
      content: 'Hello',
      startTime: 1,
      endTime: 2
    };
    const answer = await ask('POST', '/voiceCalls/said/messages', line);
    assert.deepEqual([answer.status, answer.body], [200, { result: 'Accepted' }]);
    await ask('POST', '/voiceCalls/said/messages', line);
    await ask('POST', '/voiceCalls/said/messages', {
      ...line,
      messageId: 'm2',
      senderType: 'HUMAN_AGENT',
      content: 'Hi'
    });
    for (const bad of [{ senderType: 'NOBODY' }, { endTime: 0 }, { messageId: undefined }])
      assert.equal((await ask('POST', '/voiceCalls/said/messages', { ...line, ...bad })).status, 400);
    assert.equal((await ask('POST', '/voiceCalls/never/messages', line)).status, 400);
    const noticed = {
      service: 'Listener',
      persist: true,
      events: [{ type: 'SENTIMENT', value: 'NEGATIVE', startTime: 2 }]
    };
    assert.equal((await ask('POST', '/voiceCalls/said/realtimeConversationEvents', noticed)).status, 200);
    assert.equal((await ask('POST', '/voiceCalls/said/realtimeConversationEvents', { service: 'x' })).status, 400);
    const { messages, events } = conversationOf(org.data, voiceCallId);
    assert.deepEqual(
      messages.map(({ content }) => content),
      ['Hello', 'Hi']
    );
    assert.deepEqual(events, noticed.events);
  });

  it('routes a call to a queue or a user, takes it out again, and keeps a wish to be called back', async () => {
    const { voiceCallId } = (await ask('POST', '/voiceCalls', { ...call, vendorCallKey: 'routed' })).body;
    const queue = org.data.insert('Group', { Name: 'Support', DeveloperName: 'Support', Type: 'Queue' });
    const queueName = (): unknown => org.data.row('VoiceCall', voiceCallId)?.QueueName;
    const run = (given: object) => ask('PATCH', '/voiceCalls/routed/omniFlow', { dialedNumber: '+442', ...given });
    assert.deepEqual((await run({ fallbackQueue: 'Support' })).body, {
      errors: ['Support is nobody of the phone system']
    });
    mapped('Support', queue.Id);
    assert.deepEqual((await run({ fallbackQueue: 'Support' })).body, { agent: null, queue: 'support-line' });
    assert.equal(queueName(), 'Support');
    for (const given of [{}, { fallbackQueue: 'Nowhere' }, { flowDevName: 'Never' }])
      assert.ok('errors' in (await run(given)).body, JSON.stringify(given));
    assert.equal((await ask('PATCH', '/voiceCalls/routed/omniFlow', { flowName: 'Never' })).status, 400);
    assert.equal((await ask('PATCH', '/voiceCalls/routed/clearRouting', {})).status, 200);
    assert.equal(queueName(), null);
    const routed = await ask('POST', '/voiceCalls/routed/routeVoiceCall', { routingTarget: queue.Id });
    assert.deepEqual([routed.body, queueName()], [{ status: 'Success' }, 'Support']);
    assert.equal((await ask('POST', '/voiceCalls/routed/routeVoiceCall', { routingTarget: 'Nobody' })).status, 400);
    assert.equal((await ask('POST', '/voiceCalls/routed/requestCallback', {})).status, 400);
    assert.equal((await ask('POST', '/voiceCalls/routed/requestCallback', { callbackNumber: '+443' })).status, 200);
    const [wish] = org.data.rows('VoiceCall').filter((row) => row.PreviousCallId === voiceCallId);
    assert.deepEqual([wish?.CallType, wish?.FromPhoneNumber, wish?.ToPhoneNumber], ['Callback', '+443', '+442']);
  });

  const mapped = (name: string, referenceRecordId: string, externalId = `${name.toLowerCase()}-line`): void => {
    const CallCenterId = org.data.rows('CallCenter').find((row) => row.InternalName === 'Support')?.Id ?? null;
    const [DeveloperName, MasterLabel] = [`${name}_${CallCenterId}`, name];
    org.data.insert('CallCenterRoutingMap', {
      ...{ CallCenterId, DeveloperName, MasterLabel, ExternalId: externalId, ReferenceRecordId: referenceRecordId }
    });
  };
  const flow = (fullName: string, inputs: Readonly<Record<string, string>>, status = 'Active'): void => {
    const createdDate = new Date().toISOString();
    const given = Object.entries(inputs).map(
      ([name, value]) =>
        `<inputParameters><name>${name}</name><value><stringValue>${value}</stringValue></value></inputParameters>`
    );
    const text = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><actionCalls><name>Route</name><actionType>routeWork</actionType>${given.join('')}</actionCalls>
<label>${fullName} flow</label><processType>RoutingFlow</processType><start><connector><targetReference>Route</targetReference></connector></start><status>${status}</status></Flow>`;
    org.data.putComponent({
      ...{ type: 'Flow', fullName, id: org.data.newId('301'), createdDate, lastModifiedDate: createdDate },
      files: [{ path: `flows/${fullName}.flow`, text }]
    });
  };

  it('runs a flow that routes to a queue or a user of the phone system, and tells reps which there are', async () => {
    await ask('POST', '/voiceCalls', { ...call, vendorCallKey: 'by-flow' });
    const sales = org.data.insert('Group', { Name: 'Sales', DeveloperName: 'Sales', Type: 'Queue' });
    mapped('Sales', sales.Id);
    const user = org.data.rows('User').find(({ Username }) => Username === org.username)?.Id ?? '';
    mapped('Rep', user, 'priya');
    const phone = { serviceChannelDevName: 'sfdc_phone' };
    flow('ToSales', { ...phone, routingType: 'QueueBased', queueId: sales.Id });
    flow('ToRep', { ...phone, routingType: 'Agent', agentId: user, queueId: sales.Id });
    flow('ToNobody', { ...phone, routingType: 'QueueBased', queueId: 'Nowhere' });
    flow('OfChats', { serviceChannelDevName: 'sfdc_livemessage', queueId: sales.Id });
    flow('Draft', { ...phone, queueId: sales.Id }, 'Draft');
    const run = async (flowDevName: string, more: object = {}) =>
      (await ask('PATCH', '/voiceCalls/by-flow/omniFlow', { flowDevName, ...more })).body;
    assert.deepEqual(await run('ToSales'), { agent: null, queue: 'sales-line' });
    assert.deepEqual(await run('ToRep'), { agent: 'priya', queue: null });
    assert.deepEqual(await run('ToNobody'), {
      errors: ['ToNobody routes to Nowhere, which is not there, and there is no fallbackQueue']
    });
    assert.deepEqual(await run('ToNobody', { fallbackQueue: 'Sales' }), { agent: null, queue: 'sales-line' });
    assert.deepEqual(await run('Draft'), {
      errors: ['There is no active Omni-Channel flow Draft, and there is no fallbackQueue']
    });
    const headers = { authorization: `Bearer ${org.accessToken}` };
    const listed = await fetch(`${org.url}/__local/ui-api/omni-flows`, { headers });
    assert.deepEqual(await listed.json(), [
      { name: 'ToSales', label: 'ToSales flow' },
      { name: 'ToRep', label: 'ToRep flow' },
      { name: 'ToNobody', label: 'ToNobody flow' }
    ]);
  });

  it('keeps what a service made of a conversation when it is closed, sorted by start, under the key of its first call', async () => {
    const { voiceCallId } = (await ask('POST', '/voiceCalls', { ...call, vendorCallKey: 'closed' })).body;
    const moved = { initiationMethod: 'Transfer', parentVoiceCallId: 'closed' };
    await ask('POST', '/voiceCalls', { ...call, ...moved, vendorCallKey: 'closed-2' });
    const first = {
      ...{ type: 'IntelligenceSignal__Sentiment', value: '-1000' },
      ...{ startTime: 1, endTime: 9, participant: 'CUSTOMER' }
    };
    const second = { ...first, value: '1000', startTime: 2, participant: 'AGENT' };
    const tell = (key: string, ...events: readonly object[]) =>
      ask('POST', `/voiceCalls/${key}/postConversationEvents`, { service: 'Listener', events });
    assert.equal((await tell('closed', first)).status, 400, 'it goes on');
    for (const key of ['closed', 'closed-2'])
      await ask('PATCH', `/voiceCalls/${key}`, { endTime: '2026-11-01T10:01:00.000Z' });
    for (const key of ['closed-2', voiceCallId, 'never']) assert.equal((await tell(key, first)).status, 400, key);
    assert.equal((await tell('closed', second, first)).status, 400, 'not sorted');
    for (const bad of [{ participant: 'CAT' }, { value: '1001' }, { value: 1 }, { endTime: 0 }, { type: 'Other' }])
      assert.equal((await tell('closed', { ...first, ...bad })).status, 400);
    assert.equal((await tell('closed')).status, 400);
    assert.deepEqual(conversationOf(org.data, voiceCallId).signals, []);
    const answer = await tell('closed', first, second);
    assert.deepEqual([answer.status, answer.body], [202, { status: '202 Accepted' }]);
    assert.deepEqual(conversationOf(org.data, voiceCallId).signals, [first, second]);
  });

  it('keeps lines of up to five calls at once, five of each; all of them or none', async () => {
    const made: string[] = [];
    for (const key of ['bulk-1', 'bulk-2'])
      made.push((await ask('POST', '/voiceCalls', { ...call, vendorCallKey: key })).body.voiceCallId);
    const line = { participantId: 'p', senderType: 'END_USER', content: 'Hello', startTime: 1, endTime: 2 };
    const entry = (vendorCallKey: string, ...ids: readonly string[]) => ({
      vendorCallKey,
      messages: ids.map((messageId) => ({ ...line, messageId }))
    });
    const tell = (...entries: readonly unknown[]) => ask('POST', '/voiceCalls/messages', { entries });
    const six = ['1', '2', '3', '4', '5', '6'];
    for (const bad of [
      [],
      [null],
      [entry('bulk-1')],
      [entry('bulk-1', 'a'), entry('never', 'b')],
      [entry('bulk-1', 'a'), { vendorCallKey: 'bulk-2', messages: [line] }],
      [entry('bulk-1', ...six)],
      [entry('bulk-1', '1', '2', '3'), entry('bulk-1', '4', '5', '6')],
      six.map((each) => entry(`bulk-${each}`, 'a'))
    ])
      assert.equal((await tell(...bad)).status, 400);
    const kept = () => made.map((id) => conversationOf(org.data, id).messages.map(({ messageId }) => messageId));
    assert.deepEqual(kept(), [[], []]);
    const answer = await tell(entry('bulk-1', '1', '2'), entry('bulk-2', '1'), entry('bulk-1', '2', '3'));
    assert.deepEqual([answer.status, answer.body], [200, { result: 'Accepted' }]);
    assert.deepEqual(kept(), [['1', '2', '3'], ['1']]);
  });

  it('reroutes a call: the rep loses it, its queue keeps it; not one that is over, or by another method', async () => {
    const { voiceCallId } = (await ask('POST', '/voiceCalls', { ...call, vendorCallKey: 'rerouted' })).body;
    const before = org.data.row('VoiceCall', voiceCallId)?.OwnerId;
    const rep = org.data.insert('User', { Username: 'rep@reroute.test', LastName: 'Rep' });
    org.data.update('VoiceCall', voiceCallId, { OwnerId: rep.Id, QueueName: 'Sales' });
    assert.equal((await ask('POST', '/voiceCalls/rerouted/reroute', {})).status, 404);
    assert.equal(org.data.row('VoiceCall', voiceCallId)?.OwnerId, rep.Id);
    const answer = await ask('PATCH', '/voiceCalls/rerouted/reroute', {});
    assert.deepEqual([answer.status, answer.body], [200, { status: 'Success' }]);
    const { OwnerId, QueueName } = org.data.row('VoiceCall', voiceCallId)!;
    assert.deepEqual([OwnerId, QueueName], [before, 'Sales']);
    assert.equal((await ask('PATCH', '/voiceCalls/never/reroute', {})).status, 400);
    await ask('PATCH', '/voiceCalls/rerouted', { endTime: '2026-11-01T10:01:00.000Z' });
    assert.equal((await ask('PATCH', '/voiceCalls/rerouted/reroute', {})).status, 400);
  });

  it('keeps a call that a rep placed once, for the page of the rep, and completes it under its key', async () => {
    const keep = (body: object, headers: object = { authorization: `Bearer ${org.accessToken}` }) =>
      fetch(`${org.url}/__local/ui-api/voice-calls`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...headers }
      });
    const placed = { vendorCallKey: 'call-7', to: '+443', startTime: '2026-11-01T10:00:00Z' };
    assert.equal((await keep(placed, {})).status, 401);
    assert.equal((await keep({ ...placed, startTime: 'today' })).status, 400);
    const [one, again] = [await keep(placed), await keep(placed)];
    const { voiceCallId } = (await one.json()) as { readonly voiceCallId: string };
    assert.deepEqual(await again.json(), { voiceCallId });
    await ask('PATCH', '/voiceCalls/call-7', { startTime: placed.startTime, endTime: '2026-11-01T10:01:00Z' });
    const [row, ...more] = org.data.rows('VoiceCall').filter(({ VendorCallKey }) => VendorCallKey === 'call-7');
    assert.deepEqual([row?.CallType, row?.CallDisposition, row?.CallDurationInSeconds], ['Outbound', 'completed', 60]);
    assert.deepEqual([row?.Id, more], [voiceCallId, []]);
  });

  it('gives a call to the rep whose page says that they took it', async () => {
    const take = async (voiceCallId: unknown): Promise<number> => {
      const headers = { authorization: `Bearer ${org.accessToken}` };
      const place = `${org.url}/__local/ui-api/voice-calls`;
      return (await fetch(place, { method: 'PATCH', headers, body: JSON.stringify({ voiceCallId }) })).status;
    };
    const automated = org.data.rows('User').find(({ Name }) => Name === 'Automated Process')?.Id ?? null;
    const { Id } = org.data.insert('VoiceCall', { VendorCallKey: 'taken', CallType: 'Inbound', OwnerId: automated });
    assert.deepEqual(
      [await take(Id), await take(Id), await take('0LQ000000000009AAA'), await take(7)],
      [200, 200, 404, 404]
    );
    const call = org.data.row('VoiceCall', Id);
    assert.ok(call?.UserId);
    assert.equal(call.OwnerId, call.UserId);
  });

  it('keeps a callback that was offered to a rep likewise', async () => {
    const keep = (callType: string) =>
      fetch(`${org.url}/__local/ui-api/voice-calls`, {
        method: 'POST',
        headers: { authorization: `Bearer ${org.accessToken}` },
        body: JSON.stringify({ vendorCallKey: 'wish', to: '+443', startTime: '2026-11-01T10:00:00Z', callType })
      });
    assert.equal((await keep('InternalCall')).status, 400);
    assert.equal((await keep('Callback')).status, 200);
    const kept = org.data.rows('VoiceCall').filter((row) => row.VendorCallKey === 'wish');
    assert.deepEqual(
      kept.map(({ CallType }) => CallType),
      ['Callback']
    );
  });

  it('gives a call that a rep placed the number and the call center of the rep, unless the page says another number', async () => {
    const placed = async (vendorCallKey: string, more: object) => {
      await fetch(`${org.url}/__local/ui-api/voice-calls`, {
        method: 'POST',
        headers: { authorization: `Bearer ${org.accessToken}` },
        body: JSON.stringify({ vendorCallKey, to: '+443', startTime: '2026-11-01T10:00:00Z', ...more })
      });
      const row = org.data.rows('VoiceCall').find((call) => call.VendorCallKey === vendorCallKey);
      return [row?.FromPhoneNumber, row?.CallCenterId];
    };
    const user = org.data.rows('User').find(({ Username }) => Username === org.username)?.Id ?? '';
    const center = org.data.insert('CallCenter', { InternalName: 'Own' }).Id;
    assert.deepEqual(await placed('from-nobody', {}), [undefined, undefined]);
    org.data.update('User', user, { Phone: '+14155550100', CallCenterId: center });
    assert.deepEqual(await placed('from-rep', {}), ['+14155550100', center]);
    assert.deepEqual(await placed('from-page', { from: '+4420' }), ['+4420', center]);
    assert.deepEqual(await placed('called-back', { callType: 'Callback' }), ['+443', center], 'the customer asked');
    const back = org.data.rows('VoiceCall').find((row) => row.VendorCallKey === 'called-back');
    assert.equal(back?.ToPhoneNumber, '+14155550100');
  });

  it('makes no call that a rep places, as documented', async () => {
    const placed = { ...call, vendorCallKey: 'placed', initiationMethod: 'Outbound' };
    assert.equal((await ask('POST', '/voiceCalls', placed)).status, 400);
    assert.equal(org.data.rows('VoiceCall').filter((row) => row.VendorCallKey === 'placed').length, 0);
  });

  it('is not there without the licence', async () => {
    const plain = await startOrg({ kind: 'sandbox' });
    const response = await fetch(`${plain.url}/telephony/v1/voiceCalls`, { method: 'POST', body: '{}' });
    assert.equal(response.status, 403);
    await plain.close();
  });
});
