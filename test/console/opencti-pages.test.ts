import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { OmniDesk } from '../../local/console/opencti/omni-channel';
import { usualLayout } from '../../local/console/opencti/softphone-layout';
import { openOpenCtiWorld, type OpenCtiPage, type OpenCtiWorld } from './open-cti-world';

type Row = { readonly Id: string };

describe('What an adapter does to the pages of the app and to the records of the org', function () {
  this.timeout(120_000);
  let world: OpenCtiWorld;
  let app: OpenCtiPage;
  let alex = '';
  before(async () => {
    world = await openOpenCtiWorld();
    alex = (await world.soql<Row>(`SELECT Id FROM Contact WHERE Phone = '+14155550123'`))[0]?.Id ?? '';
  });
  beforeEach(async () => {
    app = await world.open();
    await app.heard('ready');
  });
  afterEach(async () => {
    assert.deepEqual(await app.ask('problems'), []);
    await app.page.close();
  });
  after(() => world.close());

  const pop = (type: string, params: object, more: object = {}) => app.call('screenPop', { type, params, ...more });
  const tab = (name: string) => app.page.getByRole('tab', { name, exact: true });
  const search = async (more: object) =>
    (await app.call('searchAndScreenPop', { searchParams: '+14155550123', callType: 'inbound', ...more }))
      .returnValue as Readonly<Record<string, { readonly Name: string; readonly RecordType: string }>> & {
      readonly SCREEN_POP_DATA?: object;
    };

  it('pops a record into a tab, once', async () => {
    await pop('sobject', { recordId: alex });
    await tab('Alex Kim').waitFor();
    await pop('sobject', { recordId: alex.slice(0, 15) });
    assert.equal(await tab('Alex Kim').count(), 1);
    assert.equal(await tab('Alex Kim').getAttribute('aria-selected'), 'true');
  });

  it('pops by address, to the home of an object, to a list, to a search and to a flow', async () => {
    await pop('url', { url: `/lightning/r/Contact/${alex}/view` });
    await pop('objecthome', { scope: 'account' });
    await pop('list', { listViewId: '00B000000000001', scope: 'Contact' });
    await pop('search', { searchString: 'Kim' });
    await pop('flow', { flowDevName: 'Caller', flowArgs: [{ name: 'number', type: 'String', value: '+1415' }] });
    assert.deepEqual(await app.ask('views'), [
      '/lightning/page/home',
      `/lightning/r/Contact/${alex}/view`,
      '/lightning/o/Account/home',
      '/lightning/o/Contact/list?filterName=00B000000000001',
      '/lightning/search?searchString=Kim',
      '/flow/Caller'
    ]);
    await app.page.getByText('number: +1415').waitFor();
  });

  it('says of a record that is not there that it is not', async () => {
    assert.equal((await pop('sobject', { recordId: '003000000000001AAA' })).success, true);
    await tab('Page not found').waitFor();
  });

  it('opens the form of a new record with the values that it was given, and the record that is saved', async () => {
    await pop('newRecord', {
      entityName: 'Contact',
      defaultFieldValues: { LastName: 'Newcomer', Phone: '+14155550999' }
    });
    const form = app.page.getByRole('dialog', { name: 'New Contact' });
    assert.equal(await form.getByLabel('Phone', { exact: true }).inputValue(), '+14155550999');
    await form.getByRole('button', { name: 'Save' }).click();
    await tab('Newcomer').waitFor();
    assert.equal((await world.soql<Row>(`SELECT Id FROM Contact WHERE LastName = 'Newcomer'`)).length, 1);
  });

  it('searches with the softphone layout and pops the only match', async () => {
    const found = await search({});
    assert.deepEqual([found[alex]?.Name, found[alex]?.RecordType], ['Alex Kim', 'Contact']);
    assert.equal(found.SCREEN_POP_DATA, undefined);
    await tab('Alex Kim').waitFor();
  });

  it('keeps a deferred pop for later', async () => {
    const { SCREEN_POP_DATA } = await search({ deferred: true });
    assert.deepEqual(await app.ask('views'), ['/lightning/page/home']);
    await app.call('screenPop', SCREEN_POP_DATA);
    await tab('Alex Kim').waitFor();
  });

  it('pops nothing for outbound calls, a new record or a flow as the layout says', async () => {
    await search({ callType: 'outbound' });
    assert.deepEqual(await app.ask('views'), ['/lightning/page/home']);
    const { Inbound } = usualLayout;
    const noMatch = (NoMatch: object): object => ({
      ...usualLayout,
      Inbound: { ...Inbound, screenPopSettings: { ...Inbound.screenPopSettings, NoMatch } }
    });
    await app.ask('layout', noMatch({ screenPopType: 'PopToFlow', screenPopData: 'Unknown' }));
    await search({ searchParams: '+19999999999', params: { FLOW: { flowArgs: [{ name: 'who', value: 'nobody' }] } } });
    await app.page.getByText('who: nobody').waitFor();
    await app.ask('layout', noMatch({ screenPopType: 'PopToEntity', screenPopData: 'Contact' }));
    await search({ searchParams: '+19999999999', defaultFieldValues: { LastName: 'Unknown' } });
    const form = app.page.getByRole('dialog', { name: 'New Contact' });
    assert.equal(await form.getByLabel('Last Name').inputValue(), 'Unknown');
  });

  it('saves a log as the rep, changes it, and says why it did not', async () => {
    const value = { entityApiName: 'Task', Subject: 'Call', WhoId: alex, CallType: 'Inbound' };
    const { returnValue: Id } = await app.call('saveLog', { value });
    assert.equal((await app.call('saveLog', { value: { Id, Subject: 'Call, changed' } })).returnValue, Id);
    const [task] = await world.soql<{ readonly Subject: string; readonly CreatedById: string }>(
      `SELECT Subject, CreatedById FROM Task WHERE Id = '${String(Id)}'`
    );
    assert.deepEqual(task && [task.Subject, task.CreatedById], ['Call, changed', world.org.reps[0]?.userId]);
    const { success, errors } = await app.call('saveLog', { value: { ...value, CallType: 'Sideways' } });
    assert.deepEqual([success, errors?.[0]?.code], [false, 'GENERIC_ERROR']);
    assert.ok(Array.isArray(errors?.[0]?.details));
  });

  it('runs Apex as the rep, and cannot load a class that is not there', async () => {
    const ran = await app.call('runApex', { apexClass: 'PhoneUser', methodName: 'current', methodParams: '' });
    const { runApex } = ran.returnValue as { readonly runApex: string };
    assert.equal((JSON.parse(runApex) as { readonly userName: string }).userName, 'priya@acme.test');
    const { errors } = await app.call('runApex', { apexClass: 'Nothing', methodName: 'at', methodParams: 'all=1' });
    assert.equal(errors?.[0]?.description, 'Could not load Apex class: Nothing.');
  });

  it('tells of the record in front, and whenever another comes to the front', async () => {
    assert.deepEqual((await app.call('getAppViewInfo')).returnValue, {
      url: 'https://acme.lightning.force.com/lightning/page/home'
    });
    await pop('sobject', { recordId: alex });
    const view = {
      url: `https://acme.lightning.force.com/lightning/r/Contact/${alex}/view`,
      ...{ recordId: alex, recordName: 'Alex Kim', objectType: 'Contact' }
    };
    assert.deepEqual((await app.call('getAppViewInfo')).returnValue, view);
    assert.deepEqual(await app.heard('navigation'), view);
    await tab('Home').click();
    assert.deepEqual(await app.heard('navigation', 2), { url: 'https://acme.lightning.force.com/lightning/page/home' });
  });

  it('lets a number be clicked while click-to-dial is enabled, and tells of the click', async () => {
    await pop('sobject', { recordId: alex });
    const number = app.page.getByRole('button', { name: 'Click to dial +14155550123' });
    await number.click();
    assert.deepEqual(await app.heard('click'), {
      ...{ number: '+14155550123', recordId: alex, recordName: 'Alex Kim', objectType: 'Contact' }
    });
    await app.call('disableClickToDial');
    assert.equal(await number.isDisabled(), true);
    assert.equal(await app.ask('clickToDial', { number: '+14155550123' }), false);
    await app.call('enableClickToDial');
    assert.equal(await number.isEnabled(), true);
  });

  it('lets a number in a component of the packages be clicked likewise', async () => {
    const value = {
      entityApiName: 'Task',
      Subject: 'Call',
      WhoId: alex,
      Channel__c: 'Phone',
      FromNumber__c: '+14155550132'
    };
    await app.call('saveLog', { value });
    await pop('sobject', { recordId: alex });
    const number = app.page.locator('c-call-history').getByRole('button', { name: 'Click to dial +1 415 555 0132' });
    // The open softphone lies over it in a window of this size.
    await number.press('Enter');
    assert.deepEqual(await app.heard('click'), {
      ...{ number: '+1 415 555 0132', recordId: alex, recordName: 'Alex Kim', objectType: 'Contact' }
    });
    await app.call('disableClickToDial');
    await number.waitFor({ state: 'detached' });
    await app.call('enableClickToDial');
    await number.waitFor();
  });

  it('shows of a record what a layout would: no system fields, a name in place of an id', async () => {
    await pop('sobject', { recordId: alex });
    const details = app.page.locator('.record-details');
    // The page is drawn once more when the components are there.
    await app.page.locator('c-call-history').waitFor({ state: 'attached' });
    await details.locator('[data-field="OwnerId"]').waitFor();
    const names = await details.locator('dd').evaluateAll((all) => all.map((each) => each.getAttribute('data-field')));
    assert.deepEqual(names, ['Name', 'Phone', 'DoNotCall', 'OwnerId']);
    await details.getByRole('button', { name: 'Ada Morgan' }).click();
    await tab('Ada Morgan').waitFor();
  });

  it('shows what changed when the view is refreshed', async () => {
    const { returnValue: Id } = await app.call('saveLog', { value: { entityApiName: 'Task', Subject: 'Before' } });
    await pop('sobject', { recordId: Id });
    const subject = app.page.locator('[data-field="Subject"]');
    assert.equal(await subject.textContent(), 'Before');
    await app.call('saveLog', { value: { Id, Subject: 'After' } });
    await app.call('refreshView');
    await app.page.locator('[data-field="Subject"]', { hasText: 'After' }).waitFor();
  });

  it('replaces the page in an app with standard navigation', async () => {
    await app.page.close();
    app = await world.open({ navigation: 'standard' });
    await app.heard('ready');
    assert.match(app.adapter.url(), /clc=0/);
    await pop('sobject', { recordId: alex });
    await pop('objecthome', { scope: 'Case' });
    assert.deepEqual(await app.ask('views'), ['/lightning/o/Case/home']);
    assert.equal(await app.page.getByRole('tab').count(), 0);
    assert.deepEqual(await app.heard('navigation', 2), {
      url: 'https://acme.lightning.force.com/lightning/o/Case/home'
    });
  });

  it('opens another window of the app at an address of Lightning', async () => {
    const opened = app.page.waitForEvent('popup');
    await app.page.evaluate((recordId) => void open(`/lightning/r/Contact/${recordId}/view`), alex);
    const other = await opened;
    await other.getByRole('tab', { name: 'Alex Kim' }).waitFor();
    await other.close();
  });

  it('has the Omni-Channel of the rep, which a page may ask and a test may lead', async () => {
    const shown = (label: string) => app.page.locator('#omni-status option:checked', { hasText: label });
    const choose = (label: string) =>
      app.page.evaluate((wanted) => {
        const { __omniChannel: omni } = globalThis as unknown as { readonly __omniChannel: OmniDesk };
        const status = omni.choices().find((each) => each.label === wanted);
        return { isTaken: omni.choose(status?.id ?? ''), now: omni.state().status?.label };
      }, label);
    assert.deepEqual(await choose('Available'), { isTaken: true, now: 'Available' });
    await shown('Available').waitFor({ state: 'attached' });
    assert.deepEqual(await choose('Nothing of the kind'), { isTaken: false, now: 'Available' });
  });

  it('is without Omni-Channel where its address says so, as an app to which nobody added it', async () => {
    await app.page.close();
    app = await world.open({ omni: 'none' });
    await app.heard('ready');
    assert.equal(await app.page.locator('[data-key="utility-omni"]').count(), 0);
    assert.equal(await app.page.evaluate(() => '__omniChannel' in globalThis), false);
  });

  it('can be used by everybody', async () => {
    await pop('sobject', { recordId: alex });
    await app.page.getByRole('button', { name: 'Click to dial +14155550123' }).waitFor();
    const { violations } = await new AxeBuilder({ page: app.page }).exclude('iframe').analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      []
    );
  });
});
