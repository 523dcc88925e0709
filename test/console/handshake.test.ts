import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { names } from '../../local/console/server/names';
import { frameOf, openTestConsole, type TestConsole } from './open-console';
import { faultReload, happens, plain, problems, stateBecomes, wire } from './omni';

for (const partitioning of [true, false])
  describe(`The console and a connector on the unmodified SDK, with storage partitioning ${partitioning ? 'on' : 'off'}`, () => {
    let console: TestConsole;
    let page: Page;
    before(async () => {
      console = await openTestConsole({ labels: { 'plain.PhoneDown': 'The phone system is down.' } }, { partitioning });
    });
    afterEach(() => page.close());
    after(() => console.close());

    const loginHeight = (): Promise<number> =>
      page.locator('iframe.login-frame').evaluate((frame) => frame.clientHeight);

    it('shows the login page at the height that the connector asks for', async () => {
      page = await console.open('height=420');
      await stateBecomes(page, 'LOGIN_SHOWN');
      await frameOf(page, 'login');
      assert.equal(await loginHeight(), 420);
      assert.deepEqual(await wire(page, 'from-connector'), ['LOG', 'SHOW_LOGIN', 'LOG']);
      assert.deepEqual(await problems(page), []);
    });

    for (const [query, height, complaints] of [
      ['', 350, 0],
      ['height=-5', 350, 1],
      ['height=1e9', 350, 1],
      ['height="tall"', 350, 1]
    ] as const)
      it(`shows the login page ${height} pixels high for ${query || 'no height'}`, async () => {
        page = await console.open(query);
        await stateBecomes(page, 'LOGIN_SHOWN');
        assert.equal(await loginHeight(), height);
        assert.equal((await problems(page)).length, complaints);
      });

    it('keeps the login page after a failed login, and goes from it to the dialer', async () => {
      page = await console.open('');
      await stateBecomes(page, 'LOGIN_SHOWN');
      const login = await frameOf(page, 'login');
      await login.getByLabel('User name').fill('nobody');
      await login.getByRole('button', { name: 'Log in' }).click();
      await page.locator('[data-notice="login-failed"]').waitFor();
      await login.getByLabel('User name').fill('priya');
      await login.getByRole('button', { name: 'Log in' }).click();
      await stateBecomes(page, 'READY');
      assert.equal(await page.locator('iframe.login-frame').count(), 0);
      assert.equal(await page.locator('[data-notice]').count(), 0);
      assert.deepEqual(await problems(page), []);
    });

    it('gives the connector who works, where, and what the statuses are', async () => {
      page = await console.open('init=ready', { userName: 'sam@acme.test' });
      await stateBecomes(page, 'READY');
      const config = (await plain(page, 'config')) as Record<string, string>;
      assert.equal(config['userName'], 'sam@acme.test');
      assert.equal(config['scvVendorLoginUrl'], `https://${names.vendor}/login`);
      assert.ok('0' in (JSON.parse(config['userPresenceStatuses'] ?? '{}') as object));
    });

    it('tells the connector phone and status as soon as it is ready', async () => {
      page = await console.open('init=ready');
      await happens(page, 'SET_AGENT_STATUS_RESULT');
      const sent = await wire(page, 'to-connector');
      assert.deepEqual(sent, ['SETUP_CONNECTOR', 'SET_AGENT_CONFIG', 'SET_AGENT_STATUS']);
      assert.deepEqual(await plain(page, 'statuses'), [['Offline', '0']]);
    });

    it('logs the rep out, and in again without a new handshake', async () => {
      page = await console.open('init=ready&height=360');
      await stateBecomes(page, 'READY');
      await page.getByRole('button', { name: 'Log Out' }).click();
      await stateBecomes(page, 'LOGIN_SHOWN');
      assert.equal(await loginHeight(), 360);
      assert.equal(await page.locator('[data-notice]').count(), 0);
      await plain(page, 'login', true);
      await stateBecomes(page, 'READY');
      assert.equal((await wire(page, 'to-connector')).filter((name) => name === 'SETUP_CONNECTOR').length, 1);
      assert.deepEqual(await problems(page), []);
    });

    it('lets a connector begin with its login page, and its session end, from the simulator', async () => {
      page = await console.open('');
      const simulator = page.locator('.simulator');
      await stateBecomes(page, 'LOGIN_SHOWN');
      await plain(page, 'login', true);
      await stateBecomes(page, 'READY');
      await simulator.getByRole('tab', { name: 'Host' }).click();
      await simulator.getByRole('button', { name: 'Session timeout' }).click();
      await page.locator('[data-notice="session-ended"]').waitFor();
      await frameOf(page, 'login');
      await simulator.getByLabel('Show Login Page').check();
      await Promise.all([page.waitForEvent('load'), page.reload()]);
      await stateBecomes(page, 'LOGIN_SHOWN');
      await simulator.getByRole('tab', { name: 'Host' }).click();
      assert.equal(await simulator.getByLabel('Show Login Page').isChecked(), true, 'it outlives a reload');
      assert.equal((await wire(page, 'to-connector')).includes('LOGOUT'), false, 'it was there by itself');
      assert.deepEqual(await problems(page), []);
    });

    it('says that the session ended when the connector logs out unasked', async () => {
      page = await console.open('init=ready');
      await stateBecomes(page, 'READY');
      await plain(page, 'endSession');
      await stateBecomes(page, 'LOGIN_SHOWN');
      await page.locator('[data-notice="session-ended"]').waitFor();
      assert.equal(await loginHeight(), 350);
    });

    for (const refusal of ['refuse', 'reject'])
      it(`keeps the dialer when the connector does ${refusal} the logout`, async () => {
        page = await console.open(`init=ready&logout=${refusal}`);
        await stateBecomes(page, 'READY');
        await page.getByRole('button', { name: 'Log Out' }).click();
        await page.locator('[data-notice="error"]').waitFor();
        await stateBecomes(page, 'READY');
        assert.equal(await page.locator('iframe.login-frame').count(), 0);
      });

    for (const [query, state] of [
      ['init=reject', 'LOGIN_ERROR'],
      ['init=plain', 'LOGIN_ERROR'],
      ['init=invalid', 'LOGIN_ERROR'],
      ['init=silent', 'SILENT_LOGIN'],
      ['init=ready', 'READY']
    ] as const)
      it(`is ${state} with ?${query}`, async () => {
        page = await console.open(query);
        await stateBecomes(page, state);
        assert.deepEqual(await problems(page), []);
        const keypad = page.getByRole('button', { name: 'Dial', exact: true });
        if (state === 'LOGIN_ERROR') assert.equal(await keypad.isDisabled(), true);
      });

    for (const [query, state, more] of [
      ['init=login', 'LOGIN_SHOWN', {}],
      ['init=silent', 'SILENT_LOGIN', {}],
      ['init=storage', 'STORAGE_PROMPT', {}],
      ['init=custom', 'LOGIN_ERROR', {}],
      ['init=ready&ready=broken', 'READY_DEGRADED', {}],
      ['init=ready', 'READY', {}],
      ['init=never', 'CONNECTOR_UNREACHABLE', { patience: '300' }]
    ] as const)
      it(`can be used by everybody when ${state}`, async () => {
        page = await console.open(query, more);
        await stateBecomes(page, state);
        const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          []
        );
      });

    it('shows the words of the label that a custom error names', async () => {
      page = await console.open('init=custom');
      await stateBecomes(page, 'LOGIN_ERROR');
      assert.equal(await page.locator('[data-notice="error"] p').textContent(), 'The phone system is down.');
    });

    it('reports a connector that is ready and cannot say what it can do', async () => {
      page = await console.open('init=ready&ready=broken');
      await stateBecomes(page, 'READY_DEGRADED');
      assert.equal((await problems(page)).length, 1);
    });

    it('lets the connector ask for storage where a click can reach it', async () => {
      page = await console.open('init=storage&height=300');
      await stateBecomes(page, 'STORAGE_PROMPT');
      await page.frameLocator('iframe[title="Connector"]').getByRole('button', { name: 'Allow storage' }).click();
      await stateBecomes(page, 'LOGIN_SHOWN');
      assert.equal(await loginHeight(), 300);
      assert.deepEqual(await problems(page), []);
    });

    it('waits no longer than it was told', async () => {
      page = await console.open('init=never', { patience: '600' });
      await stateBecomes(page, 'CONNECTOR_UNREACHABLE');
    });

    it('is no host for the SDK from another origin', async () => {
      page = await console.open('init=ready', { patience: '1500' }, names.stranger);
      await stateBecomes(page, 'CONNECTOR_UNREACHABLE');
      assert.deepEqual(await wire(page, 'from-connector'), []);
    });

    describe('that misbehaves', () => {
      it('loses the plain SDK for good when a frame beside it speaks first', async () => {
        page = await console.open('init=ready', { patience: '1500' });
        await stateBecomes(page, 'READY');
        await faultReload(page, { siblingFirst: true });
        await stateBecomes(page, 'CONNECTOR_UNREACHABLE');
      });
      it('gets no answer without a port', async () => {
        page = await console.open('init=ready', { patience: '1500' });
        await stateBecomes(page, 'READY');
        await faultReload(page, { withoutPort: true });
        await stateBecomes(page, 'CONNECTOR_UNREACHABLE');
      });
      it('gets one answer when it speaks twice, late, or says nothing first', async () => {
        page = await console.open('init=ready');
        await stateBecomes(page, 'READY');
        await faultReload(page, { twice: true, delay: 300, nullFirst: true });
        await stateBecomes(page, 'READY');
        assert.deepEqual(await problems(page), []);
      });
      it('keeps keys from the connector', async () => {
        page = await console.open('init=ready');
        await stateBecomes(page, 'READY');
        await faultReload(page, { missingKeys: ['userName', 'organizationId'] });
        await stateBecomes(page, 'READY');
        const config = (await plain(page, 'config')) as Record<string, string>;
        assert.deepEqual(['userName' in config, 'organizationId' in config, 'userId' in config], [false, false, true]);
      });
    });

    it('reports loudly what the SDK could never have sent', async () => {
      page = await console.open('init=ready');
      await stateBecomes(page, 'READY');
      await page.getByRole('tab', { name: 'Faults' }).click();
      await page.getByRole('button', { name: 'Take an unknown event' }).click();
      assert.match((await problems(page)).join(), /NO_SUCH_EVENT/);
      assert.match((await page.locator('.console-problems').textContent()) ?? '', /NO_SUCH_EVENT/);
    });
  });
