/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { metadataFile, packageXml } from '../metadata/testing/package-zip-of';
import { clientOf } from '../testing/org-client';
import { startDevHub, type DevHub } from './start-dev-hub';

const classFiles = {
  'classes/Calls.cls': 'public with sharing class Calls {}',
  'classes/Calls.cls-meta.xml': metadataFile('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>')
};

describe('a Dev Hub', () => {
  let devHub: DevHub;
  const start = async (toldCoverage?: number) => {
    devHub = await startDevHub({ toldCoverage });
    return clientOf(devHub.hub);
  };
  afterEach(() => devHub.close());

  const tooling = '~/tooling/sobjects';
  const settled = async (table: string, id: string, working: RegExp) => {
    for (;;) {
      const row = devHub.hub.data.row(table, id);
      if (row && !working.test(String(row.Status))) return row;
      await wait(20);
    }
  };
  const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])
      )
    );

  async function makeVersion(client: ReturnType<typeof clientOf>, files: Record<string, string>) {
    const managed = { Name: 'Calls', ContainerOptions: 'Managed', NamespacePrefix: 'calls' };
    const Package2Id = (await client.ask('POST', `${tooling}/Package2`, managed)).body.id;
    const source = zip({ 'package.xml': packageXml({ ApexClass: ['Calls'] }), ...files });
    const descriptor = JSON.stringify({ versionName: 'one', versionNumber: '1.0.0.NEXT' });
    const info = Buffer.from(zip({ 'package2-descriptor.json': descriptor, 'package.zip': source })).toString('base64');
    const request = { Package2Id, VersionInfo: info, CalculateCodeCoverage: true };
    const { id } = (await client.ask('POST', `${tooling}/Package2VersionCreateRequest`, request)).body;
    return settled('Package2VersionCreateRequest', id, /Queued|InProgress/);
  }

  it('makes a scratch org with a login that works once, and ends it when its record is deleted', async () => {
    const client = await start();
    const app = {
      ConnectedAppConsumerKey: 'PlatformCLI',
      ConnectedAppCallbackUrl: 'http://localhost:1717/OauthRedirect'
    };
    const asked = await client.ask('POST', '~/sobjects/ScratchOrgInfo', {
      Edition: 'Developer',
      DurationDays: 1,
      ...app
    });
    const made = await settled('ScratchOrgInfo', asked.body.id, /New|Creating/);
    const logIn = () =>
      fetch(`${String(made.LoginUrl)}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: String(made.AuthCode),
          client_id: 'PlatformCLI'
        })
      });
    assert.deepEqual([(await logIn()).status, (await logIn()).status], [200, 400]);
    const [active] = devHub.hub.data.rows('ActiveScratchOrg');
    await client.ask('DELETE', `~/sobjects/ActiveScratchOrg/${active?.Id ?? ''}`);
    assert.equal((await settled('ScratchOrgInfo', asked.body.id, /Active/)).Status, 'Deleted');
    await assert.rejects(logIn());
  });

  it('refuses a scratch org for longer than 30 days', async () => {
    const client = await start();
    const app = { ConnectedAppConsumerKey: 'x', ConnectedAppCallbackUrl: 'x' };
    const { status } = await client.ask('POST', '~/sobjects/ScratchOrgInfo', {
      Edition: 'Developer',
      DurationDays: 31,
      ...app
    });
    assert.equal(status, 400);
  });

  it('ends a version with every reason why an org would refuse its source', async () => {
    const client = await start(90);
    const request = await makeVersion(client, {});
    assert.equal(request.Status, 'Error');
    const reasons = devHub.hub.data.rows('Package2VersionCreateRequestError');
    assert.ok(reasons.some((row) => row.ParentRequestId === request.Id && String(row.Message).includes('Calls')));
    assert.equal(devHub.hub.data.rows('Package2Version').length, 0);
  });

  it('promotes a version once, for good, and only with the coverage that it was told', async () => {
    const client = await start(90);
    const { Package2VersionId } = await makeVersion(client, classFiles);
    const promote = (IsReleased: boolean) =>
      client.ask('PATCH', `${tooling}/Package2Version/${String(Package2VersionId)}`, { IsReleased });
    assert.deepEqual(
      [(await promote(true)).status, (await promote(true)).status, (await promote(false)).status],
      [204, 400, 400]
    );
  });

  it('says that it knows no coverage, and promotes nothing without', async () => {
    const client = await start();
    const { Package2VersionId, Status } = await makeVersion(client, classFiles);
    const version = devHub.hub.data.row('Package2Version', String(Package2VersionId));
    assert.deepEqual([Status, version?.CodeCoverage, version?.HasPassedCodeCoverageCheck], ['Success', null, false]);
    const { status } = await client.ask('PATCH', `${tooling}/Package2Version/${version?.Id ?? ''}`, {
      IsReleased: true
    });
    assert.equal(status, 400);
  });

  it('says that it cannot run Apex tests', async () => {
    const client = await start();
    const { status, body } = await client.ask('POST', '~/tooling/runTestsAsynchronous', { testLevel: 'RunLocalTests' });
    assert.deepEqual([status, body[0].errorCode], [501, 'LOCAL_ORG_UNSUPPORTED']);
  });
});
