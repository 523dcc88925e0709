import assert from 'node:assert/strict';
import { openOpenCtiWorld, type OpenCtiPage, type OpenCtiWorld } from './open-cti-world';

/** A method with what goes well, and what it refuses. */
type Tried = {
  readonly method: string;
  readonly good?: object;
  readonly returns?: unknown;
  /** Each is refused; the name of the parameter is in the description. */
  readonly bad?: readonly (readonly [parameter: string, given: object])[];
};

const none = { x: 1 };
const tried: readonly Tried[] = [
  { method: 'enableClickToDial', returns: null },
  { method: 'disableClickToDial', returns: null },
  { method: 'refreshView', returns: null },
  { method: 'notifyInitializationComplete', returns: null },
  { method: 'isSoftphonePanelVisible', returns: { visible: true } },
  {
    ...{ method: 'setSoftphonePanelVisibility', good: { visible: true }, returns: null },
    bad: [['visible', { visible: 'yes' }]]
  },
  {
    ...{ method: 'setSoftphonePanelHeight', good: { heightPX: 480 }, returns: null },
    bad: [
      ['heightPX', { heightPX: '480' }],
      ['heightPX', { heightPX: 239 }],
      ['heightPX', { heightPX: 2561 }],
      ['heightPX', none]
    ]
  },
  {
    ...{ method: 'setSoftphonePanelWidth', good: { widthPX: 400 }, returns: null },
    bad: [
      ['widthPX', { widthPX: 199 }],
      ['widthPX', { widthPX: 1921 }]
    ]
  },
  { method: 'setSoftphonePanelIcon', good: { key: 'end_call' }, returns: null, bad: [['key', { key: 5 }]] },
  { method: 'setSoftphonePanelLabel', good: { label: 'On a call' }, returns: null, bad: [['label', { label: {} }]] },
  { method: 'setSoftphoneItemIcon', good: { key: 'unmuted' }, returns: null, bad: [['key', none]] },
  { method: 'setSoftphoneItemLabel', good: { label: 'Phone: busy' }, returns: null, bad: [['label', none]] },
  {
    ...{ method: 'screenPop', good: { type: 'objecthome', params: { scope: 'Account' } }, returns: null },
    bad: [
      ['type', { type: 'nowhere', params: {} }],
      ['params', { type: 'sobject' }],
      ['recordId', { type: 'sobject', params: { recordId: 'no id' } }],
      ['url', { type: 'url', params: { url: 'https://elsewhere.test/' } }],
      ['searchString', { type: 'search', params: { searchString: 'ab' } }],
      ['flowDevName', { type: 'flow', params: {} }],
      ['entityName', { type: 'newRecord', params: {} }],
      ['listViewId', { type: 'list', params: { scope: 'Contact' } }]
    ]
  },
  {
    ...{
      method: 'searchAndScreenPop',
      good: { searchParams: 'nobody of this name', callType: 'inbound' },
      returns: {}
    },
    bad: [
      ['callType', { searchParams: 'Kim' }],
      ['callType', { searchParams: 'Kim', callType: 'sideways' }],
      ['searchParams', { searchParams: 'Ki', callType: 'inbound' }]
    ]
  },
  {
    method: 'saveLog',
    bad: [
      ['entityApiName', { value: { Subject: 'Call' } }],
      ['Id', { value: { Id: 7 } }]
    ]
  },
  {
    method: 'runApex',
    bad: [
      ['apexClass', { methodName: 'current' }],
      ['methodName', { apexClass: 'PhoneUser' }]
    ]
  },
  {
    method: 'publish',
    bad: [
      ['channelName', { message: {} }],
      ['message', { channelName: 'RingdownPhone__c', message: 'text' }],
      ['channelName', { channelName: 'Nothing__c', message: {} }]
    ]
  },
  { method: 'unsubscribe', bad: [['subscription', { subscription: { id: 'of nobody' } }]] },
  {
    method: 'hvs.completeWork',
    bad: [
      ['workId', { attributes: {} }],
      ['attributes', { workId: 'a07000000000001' }]
    ]
  }
];

const withAnswers = [
  ...new Set([...tried.map(({ method }) => method), 'getAppViewInfo', 'getCallCenterSettings', 'getSoftphoneLayout'])
];

describe('Each method of sforce.opencti in the console', function () {
  this.timeout(120_000);
  let world: OpenCtiWorld;
  let app: OpenCtiPage;
  before(async () => {
    world = await openOpenCtiWorld();
    app = await world.open();
    await app.heard('ready');
  });
  after(() => world.close());

  for (const { method, good, returns, bad = [] } of tried) {
    if (returns !== undefined)
      it(`${method} answers as the documents have it`, async () => {
        assert.deepEqual(await app.call(method, good ?? {}), { success: true, returnValue: returns, errors: null });
      });
    for (const [parameter, given] of bad)
      it(`${method} refuses ${JSON.stringify(given)}`, async () => {
        const { success, returnValue, errors } = await app.call(method, given);
        assert.deepEqual([success, returnValue], [false, null]);
        assert.equal(errors?.length, 1);
        assert.equal(errors?.[0]?.code, 'INVALID_PARAM');
        assert.match(errors?.[0]?.description ?? '', new RegExp(`parameter ${parameter}\\b`));
      });
  }

  for (const method of withAnswers)
    it(`${method} hands on an error of the page, once`, async () => {
      const error = { code: 'SERVER_ERROR', description: 'A problem was encountered on the server.' };
      await app.ask('fail', method, error);
      const given = method === 'saveLog' ? { value: { x: 1 } } : { x: 1 };
      assert.deepEqual(await app.call(method, given), { success: false, returnValue: null, errors: [error] });
      const { errors } = await app.call(method, given);
      assert.notEqual(errors?.[0]?.code, 'SERVER_ERROR');
    });

  it('lists every call with its arguments and its answer', async () => {
    await app.call('setSoftphoneItemLabel', { label: 'Listed' });
    const calls = (await app.ask('calls')) as readonly {
      readonly method: string;
      readonly args: object;
      readonly response: object;
    }[];
    const { method, args, response } = calls.at(-1)!;
    assert.deepEqual(
      [method, args, response],
      ['setSoftphoneItemLabel', { label: 'Listed' }, { success: true, returnValue: null, errors: null }]
    );
  });

  it('gives no answer at all when it is told so', async () => {
    await app.ask('fail', 'getAppViewInfo', 'no-answer');
    const answered = app.call('getAppViewInfo').then(() => 'answered');
    const { success } = await app.call('getSoftphoneLayout');
    assert.equal(success, true);
    assert.equal(await Promise.race([answered, Promise.resolve('silent')]), 'silent');
  });

  it('throws at once for arguments that are no object, and without a callback or listener that is needed', async () => {
    assert.match((await app.thrown('screenPop')) ?? '', /one object/);
    assert.match((await app.thrown('screenPop', {})) ?? '', /one object/);
    assert.match((await app.thrown('screenPop', { type: 'url' }, {})) ?? '', /one object/);
    assert.match((await app.thrown('getAppViewInfo', { x: 1 })) ?? '', /callback/);
    assert.match((await app.thrown('onClickToDial', { x: 1 })) ?? '', /listener/);
    assert.match((await app.thrown('saveLog', { x: 1 })) ?? '', /value/);
    assert.equal(await app.thrown('refreshView'), undefined);
    assert.equal(await app.thrown('refreshView', {}), undefined);
  });
});
