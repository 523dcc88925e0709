import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { stateBecomes } from '../console/omni';
import { forward } from '../../local/console/server/forward';
import { smallTool } from '../e2e/small-tool';
import { voiceConfig } from '../e2e/voice-config';
import { openWorkspace, type Workspace } from '../e2e/workspace';
import { openRep, type RepConsole } from './rep-console';
import { type WholeWorld } from './whole-world';

const orgId = '00D000000000009EAA';
const config = voiceConfig('https://voice.ringdown.test');

/** The six steps of Salesforce's guide to a login page, with an org that our tool has set up. */
export function guideSteps(world: () => WholeWorld, partitionings: readonly boolean[]): void {
  const tool = smallTool();
  let workspace: Workspace;
  let toService: Server;
  let settings: Readonly<Record<string, string>> = {};
  let adapterUrl = '';

  before(async () => {
    // The tool asks for no certificate of a test; this passes its requests on to the service that has one.
    toService = createServer((message, response) => {
      const to = new URL(message.url ?? '/', `https://127.0.0.1:${world().servicePort}`);
      forward({ message, response, to, cert: world().cert });
    });
    await new Promise<void>((resolve) => toService.listen(0, '127.0.0.1', resolve));
    const { port } = toService.address() as AddressInfo;
    workspace = await openWorkspace({
      config,
      org: { catalog: 'voice', identity: { orgId, username: 'admin@acme.example' } },
      toolDirectory: tool,
      service: { url: `http://127.0.0.1:${port}`, token: world().adminToken }
    });
    // The service does not know the org yet: the tool writes the file that introduces it, and says so.
    await workspace.fail('apply', '--org', 'uat');
    const file = JSON.parse(readFileSync(join(workspace.directory, 'config/session-service.json'), 'utf8')) as {
      readonly orgs: readonly unknown[];
    };
    await world().restart({ orgs: file.orgs });
  });
  after(async () => {
    await workspace.close();
    await new Promise((resolve) => toService.close(resolve));
    rmSync(tool, { recursive: true });
  });

  it('1: the contact center names the login page in its customSettings', async () => {
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    const text = workspace.org.data.component('CallCenter', 'AcmeVoice')?.files[0]?.text ?? '';
    const given = /<customSettings>(.*)<\/customSettings>/s.exec(text)?.[1] ?? '';
    settings = JSON.parse(given.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Record<string, string>;
    adapterUrl = /<adapterUrl>(.*)<\/adapterUrl>/.exec(text)?.[1] ?? '';
    assert.equal(settings.scvVendorLoginUrl, `https://voice.ringdown.test/orgs/${orgId}/login`);
    assert.equal(settings.reqCallCenterType, 'SCVBYOT');
  });

  for (const partitioning of partitionings)
    describe(`with storage partitioning ${partitioning ? 'on' : 'off'}`, () => {
      let browser: Browser;
      let rep: RepConsole;
      before(async () => {
        browser = await world().browser(partitioning);
        const query = { connector: adapterUrl, login: settings.scvVendorLoginUrl ?? '', organizationId: orgId };
        rep = await openRep(world(), browser, 'priya', { query });
      });
      after(async () => {
        await rep.done();
        await browser.close();
      });
      const height = (): Promise<number> =>
        rep.page.locator('iframe[title="Phone login"]').evaluate((frame) => frame.clientHeight);

      it('2: init answers showLogin with the height of the frame', async () => {
        await stateBecomes(rep.page, 'LOGIN_SHOWN', 15_000);
        assert.deepEqual(await rep.hears('SHOW_LOGIN'), { loginFrameHeight: 350 });
      });

      it('3: the utility shows the page of scvVendorLoginUrl in a frame of that height', async () => {
        const frame = rep.page.locator('iframe[title="Phone login"]');
        assert.equal(await frame.getAttribute('src'), settings.scvVendorLoginUrl);
        assert.equal(await height(), 350);
        await rep.login.locator('#username').waitFor();
      });

      it('4: a login event shows the failure, and then the dialer', async () => {
        await rep.logIn('wrong');
        assert.deepEqual(await rep.hears('LOGIN_RESULT'), { success: false });
        await rep.page.locator('[data-notice="login-failed"]').waitFor();
        await rep.login.locator('#problem:not(:empty)').waitFor();
        await rep.logIn();
        assert.deepEqual(await rep.hears('LOGIN_RESULT', 1), { success: true });
        await stateBecomes(rep.page, 'READY');
        await rep.page.getByRole('tab', { name: 'Dial Pad' }).waitFor();
        assert.equal(await rep.page.locator('iframe[title="Phone login"]').count(), 0);
      });

      it('5: the rep logs out in Omni-Channel', async () => {
        await rep.press('Log Out');
        await stateBecomes(rep.page, 'LOGIN_SHOWN');
        assert.equal((await rep.hears('LOGOUT_RESULT')).success, true);
        assert.equal(await rep.page.locator('[data-notice="session-ended"]').count(), 0, 'the rep knows why');
      });

      it('6: a session that times out logs the rep out, in a frame of the height that LOGOUT_RESULT names', async () => {
        await rep.logIn();
        await stateBecomes(rep.page, 'READY');
        world().pass(31 * 60_000);
        await stateBecomes(rep.page, 'LOGIN_SHOWN', 15_000);
        const { success, loginFrameHeight } = await rep.hears('LOGOUT_RESULT', 1);
        assert.equal(success, true);
        assert.equal(await height(), loginFrameHeight);
        await rep.page.locator('[data-notice="session-ended"]').waitFor();
        await rep.login.locator('.notice:not(:empty)').waitFor();
      });
    });
}
