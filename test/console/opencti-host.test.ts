import assert from 'node:assert/strict';
import { openCtiPage, openOpenCtiWorld, type OpenCtiPage, type OpenCtiWorld } from './open-cti-world';

/** Milliseconds: longer than a busy computer needs to start the adapter, and shorter than a test. */
const timeout = 8000;

describe('The frame of an adapter in the app of Open CTI', function () {
  this.timeout(120_000);
  let world: OpenCtiWorld;
  let app: OpenCtiPage;
  before(async () => {
    world = await openOpenCtiWorld({ standby: { url: 'https://vendor.example.test/standby', timeout } });
  });
  afterEach(() => app.page.close());
  after(() => world.close());

  const open = async (query: Readonly<Record<string, string>> = {}, adapter = ''): Promise<void> => {
    app = await world.open(query, adapter);
  };
  const ready = async (): Promise<void> => {
    await open();
    await app.heard('ready');
  };
  const softphone = () => app.page.locator('[data-utility="softphone"]');

  it('is as large as the call center says, and stays there once the adapter is ready', async () => {
    await ready();
    const { height, width, visible, isStandby } = await app.state();
    assert.deepEqual([height, width, visible, isStandby], [300, 500, true, false]);
    const box = await softphone().boundingBox();
    assert.deepEqual(
      [box?.height, box?.width].map((each) => Math.round(each ?? 0)),
      [300, 500]
    );
    await softphone().getByText('Loading…').waitFor({ state: 'hidden' });
  });

  it('gets another size, another name and another icon', async () => {
    await ready();
    await app.call('setSoftphonePanelHeight', { heightPX: 480 });
    await app.call('setSoftphonePanelWidth', { widthPX: 320 });
    await app.call('setSoftphonePanelLabel', { label: 'On a call' });
    await app.call('setSoftphonePanelIcon', { key: 'end_call' });
    await app.call('setSoftphoneItemLabel', { label: 'Phone: busy' });
    await app.call('setSoftphoneItemIcon', { key: 'incoming_call' });
    const box = await softphone().boundingBox();
    assert.deepEqual(
      [box?.height, box?.width].map((each) => Math.round(each ?? 0)),
      [480, 320]
    );
    await softphone().getByRole('heading', { name: 'On a call' }).waitFor();
    const item = app.page.getByRole('button', { name: 'Phone: busy' });
    assert.match((await item.locator('use').getAttribute('href')) ?? '', /#incoming_call$/);
    assert.match((await softphone().locator('h2 use').getAttribute('href')) ?? '', /#end_call$/);
  });

  it('is minimised and shown by the adapter and by the rep, and goes on running', async () => {
    await ready();
    await app.call('setSoftphonePanelVisibility', { visible: false });
    assert.deepEqual((await app.call('isSoftphonePanelVisible')).returnValue, { visible: false });
    await app.page.getByRole('button', { name: 'Phone', exact: true }).click();
    assert.deepEqual((await app.call('isSoftphonePanelVisible')).returnValue, { visible: true });
  });

  it('gives way to the standby page when the adapter does not say in time that it is ready, until the browser ends', async () => {
    await open();
    await app.heard('ready');
    // The same call center, whose adapter says nothing.
    await app.page.goto(
      `${app.page.url()}&adapter=${encodeURIComponent('https://vendor.example.test/adapter?silent')}`
    );
    await app.page.waitForFunction(
      () =>
        (globalThis as unknown as { __opencti: { state: () => { isStandby: boolean } | undefined } }).__opencti.state()
          ?.isStandby
    );
    app = await openCtiPage(app.page);
    assert.equal(new URL(app.adapter.url()).pathname, '/standby');
    await app.heard('ready');
    await app.page.reload();
    app = await openCtiPage(app.page);
    assert.equal(new URL(app.adapter.url()).pathname, '/standby');
  });

  it('holds an adapter of an old version, which has no message channels', async () => {
    await open({}, 'version=46.0');
    await app.heard('ready');
    const names = await app.adapter.evaluate(() =>
      Object.keys((globalThis as unknown as { sforce: { opencti: object } }).sforce.opencti)
    );
    assert.ok(names.includes('hvs') && !names.includes('subscribe'));
  });

  it('finds the library under My Domain as well', async () => {
    await ready();
    const status = await app.adapter.evaluate(async () => {
      const script = document.createElement('script');
      script.src = 'https://acme.my.salesforce.com/support/api/66.0/lightning/opencti_min.js';
      return new Promise((resolve) => {
        script.addEventListener('load', () => resolve('loaded'));
        script.addEventListener('error', () => resolve('failed'));
        document.head.append(script);
      });
    });
    assert.equal(status, 'loaded');
  });

  it('has a library that does not start in a page that Lightning does not frame', async () => {
    await ready();
    const page = await world.context.newPage();
    const thrown = page.waitForEvent('pageerror');
    await page.goto('https://vendor.example.test/adapter');
    // To the adapter's own page the browser says no more than that a script of another site failed.
    assert.match((await thrown).message, /Failed to initialize Open CTI\./);
    await page.waitForFunction(
      () => (globalThis as unknown as { plain: { failure?: string } }).plain.failure !== undefined
    );
    const code = await page.evaluate(async () => {
      const { plain } = globalThis as unknown as {
        plain: { call: (name: string, given: object) => Promise<{ errors: readonly { code: string }[] }> };
      };
      return (await plain.call('getAppViewInfo', {})).errors[0]?.code;
    });
    assert.equal(code, 'SOFTPHONE_CONTAINER_ERROR');
    await page.close();
  });

  it('hears only its own origin', async () => {
    await ready();
    const before = ((await app.ask('calls')) as readonly unknown[]).length;
    await app.page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Softphone"]');
      if (frame) frame.src = 'https://evil.test/poison';
    });
    await app.page.frameLocator('iframe[title="Softphone"]').locator('html').waitFor({ state: 'attached' });
    const stranger = app.page.frames().find((frame) => frame.url().startsWith('https://evil.test/'));
    await stranger?.evaluate(() =>
      parent.postMessage(
        {
          ...{ apiType: 'opencti', apiVersion: 66, methodName: 'saveLog', callId: 1000, isCallbackRegistered: false },
          args: { object: { entityApiName: 'Task', Subject: 'Forged' } }
        },
        '*'
      )
    );
    await app.page.getByText('Not as Open CTI has it').waitFor();
    assert.equal(((await app.ask('calls')) as readonly unknown[]).length, before);
    assert.equal(((await app.ask('problems')) as readonly unknown[]).length, 1);
    assert.deepEqual(await world.soql(`SELECT Id FROM Task WHERE Subject = 'Forged'`), []);
  });

  it('forgets who listened when the adapter is loaded anew', async () => {
    await ready();
    await app.ask('clickToDial', { number: '+14155550123' });
    await app.heard('click');
    await app.ask('reload');
    // The page before has heard the click; the new one hears first that it is ready.
    await app.adapter.waitForFunction(
      () =>
        (globalThis as unknown as { plain?: { heard: readonly { readonly what: string }[] } }).plain?.heard.every(
          ({ what }) => what !== 'click'
        ) === true
    );
    await app.heard('ready');
    await app.ask('clickToDial', { number: '+14155550199' });
    assert.deepEqual(((await app.heard('click')) as { readonly number: string }).number, '+14155550199');
  });

  it('joins the message channel of the components: both hear each other', async () => {
    await ready();
    const listen = (): Promise<{ readonly success: boolean; readonly subscription?: object }> =>
      app.adapter.evaluate(() =>
        (globalThis as unknown as { plain: { subscribe: (name: string) => Promise<never> } }).plain.subscribe(
          'RingdownPhone__c'
        )
      );
    const { success, subscription } = await listen();
    assert.equal(success, true);
    const message = { type: 'session', body: { session: { state: 'signed-out' } } };
    await app.call('publish', { channelName: 'RingdownPhone__c', message });
    assert.deepEqual(await app.heard('message'), message);
    await app.page.getByRole('button', { name: 'Phone Session', exact: true }).click();
    await app.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    assert.deepEqual(await app.heard('message', 2), { type: 'sign-in', body: {} });
    assert.equal((await app.call('unsubscribe', { subscription })).success, true);
    assert.equal((await app.call('unsubscribe', { subscription })).success, false);
  });

  it('is told of work of Sales Engagement, and completes it', async () => {
    await ready();
    await app.ask('startWork', { workId: 'a07B0000006VFHr', to: '+14155550123' });
    assert.deepEqual(await app.heard('work'), {
      ...{ workId: 'a07B0000006VFHr', completeWorkWhen: 'TaskSaved', attributes: { to: '+14155550123' } }
    });
    const done = { workId: 'a07B0000006VFHr', attributes: { disposition: 'Completed', wasConnected: true } };
    assert.equal((await app.call('hvs.completeWork', done)).success, true);
    assert.deepEqual(await app.ask('openWork'), []);
    assert.equal((await app.call('hvs.completeWork', done)).success, false);
  });

  it('works for another rep under their own name', async () => {
    await open({ userName: 'sam@acme.test' });
    const { returnValue } = await app.call('runApex', { apexClass: 'PhoneUser', methodName: 'current' });
    const { userName } = JSON.parse((returnValue as { readonly runApex: string }).runApex) as {
      readonly userName: string;
    };
    assert.equal(userName, 'sam@acme.test');
  });

  it('pops and logs by itself, as an adapter of a vendor does', async () => {
    await ready();
    const ring = (name: string) =>
      app.adapter.evaluate(
        (wanted) => (globalThis as unknown as { plain: Record<string, () => unknown> }).plain[wanted]?.(),
        name
      );
    await ring('ring');
    await app.page.getByRole('tab', { name: 'Alex Kim' }).waitFor();
    const saved = (await ring('hangUp')) as { readonly returnValue: string };
    const [task] = await world.soql<{ readonly Subject: string; readonly WhoId: string | null }>(
      `SELECT Subject, WhoId FROM Task WHERE Id = '${saved.returnValue}'`
    );
    assert.equal(task?.Subject, 'Call from +14155550123');
    assert.match(task.WhoId ?? '', /^003/);
  });
});
