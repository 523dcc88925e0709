import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ComponentSet as ComponentSetType,
  ComponentStatus as ComponentStatusType
} from '@salesforce/source-deploy-retrieve';
import type { Connection } from '@salesforce/core';
import type { ApiResponse } from '../api';
import { memoryOrg } from './testing/memory-org';
import { metadataFile } from './testing/package-zip-of';
import { openCtiFile } from './testing/sample-call-center';
import { metadataApi, soapFault, soapSessionToken } from './metadata-api';

const token = '00D000000000001!local.token';

describe("Salesforce's own clients", function () {
  this.timeout(60_000);
  const org = memoryOrg('sandbox', { deployPolls: 2 });
  let server: Server;
  let home: string;
  let connection: Connection;
  let ComponentSet: typeof ComponentSetType;
  let ComponentStatus: typeof ComponentStatusType;
  const kept = { HOME: process.env.HOME };
  const seen: string[] = [];

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'metadata-api-'));
    Object.assign(process.env, {
      HOME: home,
      SF_DISABLE_TELEMETRY: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SF_DISABLE_LOG_FILE: 'true'
    });
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL((request.url ?? '/').replace(/^\/+/, '/'), 'http://127.0.0.1');
        const body = Buffer.concat(chunks);
        seen.push(`${request.method} ${url.pathname}`);
        const answer = respond(request.method ?? 'GET', url, request.headers as Record<string, string>, body);
        const plain = typeof answer.body === 'string' || answer.body instanceof Buffer;
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
        response.end(
          plain ? (answer.body as string) : answer.body === undefined ? undefined : JSON.stringify(answer.body)
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const core = await import('@salesforce/core');
    ({ ComponentSet, ComponentStatus } = await import('@salesforce/source-deploy-retrieve'));
    const authInfo = await core.AuthInfo.create({
      accessTokenOptions: { accessToken: token, instanceUrl, loginUrl: instanceUrl }
    });
    connection = await core.Connection.create({ authInfo });
    connection.setApiVersion('67.0');
  });

  after(async () => {
    server.closeAllConnections();
    server.close();
    Object.assign(process.env, kept);
    await rm(home, { recursive: true, force: true });
  });

  function respond(method: string, url: URL, headers: Record<string, string>, body: Buffer): ApiResponse {
    if (url.pathname === '/services/data')
      return { status: 200, body: [{ label: 'x', url: '/services/data/v67.0', version: '67.0' }] };
    if (url.pathname.endsWith('/userinfo')) {
      return {
        status: 200,
        body: { user_id: org.rows('User')[0]?.Id, organization_id: org.orgId, preferred_username: 'admin@example.com' }
      };
    }
    if (/\/sobjects\/User\//.test(url.pathname)) return { status: 200, body: { Username: 'admin@example.com' } };
    if (url.pathname.startsWith('/services/Soap') && soapSessionToken(body) !== token) {
      return {
        status: 500,
        headers: { 'content-type': 'text/xml' },
        body: soapFault('INVALID_SESSION_ID', 'Invalid Session ID')
      };
    }
    const request = { method, path: url.pathname, query: url.searchParams, headers, body, origin: url.origin };
    const answer = metadataApi(request, org, { userId: org.rows('User')[0]?.Id ?? '' });
    return (
      answer ?? { status: 404, body: [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }] }
    );
  }

  async function sourceTree(files: Readonly<Record<string, string>>): Promise<string> {
    const root = await mkdtemp(join(home, 'source-'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(root, path, '..'), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return root;
  }

  const tree = {
    'callCenters/Support.callCenter-meta.xml': openCtiFile(),
    'cspTrustedSites/Cti.cspTrustedSite-meta.xml': metadataFile(
      'CspTrustedSite',
      '<endpointUrl>https://cti.example.com</endpointUrl><isActive>true</isActive><isApplicableToFrameSrc>true</isApplicableToFrameSrc>'
    ),
    'objects/Activity/fields/CallKey__c.field-meta.xml': metadataFile(
      'CustomField',
      '<fullName>CallKey__c</fullName><label>Call Key</label><length>64</length><type>Text</type>'
    ),
    'permissionsets/Agent.permissionset-meta.xml': metadataFile(
      'PermissionSet',
      `<fieldPermissions><editable>true</editable><field>Task.CallKey__c</field><readable>true</readable></fieldPermissions>
       <fieldPermissions><editable>true</editable><field>Task.Type</field><readable>true</readable></fieldPermissions><label>Agent</label>`
    ),
    'classes/Ring.cls': 'public class Ring {}\n',
    'classes/Ring.cls-meta.xml': metadataFile('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>'),
    'lwc/ring/ring.js':
      "import { LightningElement } from 'lwc';\nexport default class Ring extends LightningElement {}\n",
    'lwc/ring/ring.js-meta.xml': metadataFile(
      'LightningComponentBundle',
      '<apiVersion>67.0</apiVersion><isExposed>false</isExposed>'
    )
  };

  for (const rest of [false, true]) {
    it(`deploy source by ${rest ? 'REST' : 'SOAP'} and see ${rest ? 'that nothing changed' : 'what was created'}`, async () => {
      const root = await sourceTree(tree);
      const deploy = await ComponentSet.fromSource(root).deploy({
        usernameOrConnection: connection,
        apiOptions: { rest }
      });
      const result = await deploy.pollStatus({ frequency: { milliseconds: 5 } as never });
      assert.equal(result.response.status, 'Succeeded');
      const responses = result.getFileResponses();
      const state = rest ? 'Unchanged' : 'Created';
      assert.deepEqual([...new Set(responses.map((response) => response.state))], [state]);
      assert.deepEqual([...new Set(responses.map((response) => `${response.type}:${response.fullName}`))].sort(), [
        'ApexClass:Ring',
        'CallCenter:Support',
        'CspTrustedSite:Cti',
        'CustomField:Activity.CallKey__c',
        'LightningComponentBundle:ring',
        'PermissionSet:Agent'
      ]);
    });

    it(`are told by ${rest ? 'REST' : 'SOAP'} where a file is wrong`, async () => {
      const root = await sourceTree({
        'callCenters/Support.callCenter-meta.xml': openCtiFile({ reqSoftphoneWidth: 'wide' })
      });
      const deploy = await ComponentSet.fromSource(root).deploy({
        usernameOrConnection: connection,
        apiOptions: { rest }
      });
      const result = await deploy.pollStatus({ frequency: { milliseconds: 5 } as never });
      assert.equal(result.response.status, 'Failed');
      const [failure] = result.getFileResponses() as unknown as {
        state: string;
        lineNumber: number;
        filePath: string;
      }[];
      assert.equal(failure?.state, 'Failed');
      assert.equal(failure?.lineNumber, 12);
      assert.equal(failure?.filePath, join(root, 'callCenters/Support.callCenter-meta.xml'));
    });

    it(`cancel a deploy by ${rest ? 'REST' : 'SOAP'}`, async () => {
      const root = await sourceTree({ 'callCenters/Other.callCenter-meta.xml': openCtiFile() });
      const deploy = await ComponentSet.fromSource(root).deploy({
        usernameOrConnection: connection,
        apiOptions: { rest }
      });
      if (rest) {
        const url = `/services/data/v67.0/metadata/deployRequest/${deploy.id}`;
        const body = JSON.stringify({ deployResult: { status: 'Canceling' } });
        const answer = await connection.request<{ deployResult: { status: string } }>({ method: 'PATCH', url, body });
        assert.equal(answer.deployResult.status, 'Canceling');
      } else await deploy.cancel();
      const result = await deploy.pollStatus({ frequency: { milliseconds: 5 } as never });
      assert.equal(result.response.status, 'Canceled');
      assert.equal(org.rows('CallCenter').length, 1);
    });
  }

  it('deploy a validation quickly, by SOAP and by REST', async () => {
    for (const rest of [false, true]) {
      const name = rest ? 'QuickRest' : 'QuickSoap';
      const root = await sourceTree({ [`callCenters/${name}.callCenter-meta.xml`]: openCtiFile() });
      const deploy = await ComponentSet.fromSource(root).deploy({
        usernameOrConnection: connection,
        apiOptions: { rest, checkOnly: true }
      });
      const validated = await deploy.pollStatus({ frequency: { milliseconds: 5 } as never });
      assert.equal(validated.response.status, 'Succeeded');
      assert.equal(org.component('CallCenter', name), undefined);
      const id = await connection.metadata.deployRecentValidation({ id: deploy.id ?? '', rest });
      for (let status = 'Pending'; status !== 'Succeeded';) {
        status = (await connection.metadata.checkDeployStatus(id, true, rest)).status;
        assert.notEqual(status, 'Failed');
      }
      assert.ok(org.component('CallCenter', name));
    }
  });

  it('retrieve what is there, once however often it is named, and are told what is not', async () => {
    const output = await mkdtemp(join(home, 'retrieved-'));
    const set = new ComponentSet([
      { type: 'CallCenter', fullName: 'Support' },
      { type: 'CallCenter', fullName: '*' },
      { type: 'CallCenter', fullName: 'Missing' },
      { type: 'CustomField', fullName: 'Activity.CallKey__c' },
      { type: 'PermissionSet', fullName: 'Agent' },
      { type: 'ApexClass', fullName: 'Ring' },
      { type: 'LightningComponentBundle', fullName: 'ring' }
    ]);
    const retrieve = await set.retrieve({ usernameOrConnection: connection, output });
    const result = await retrieve.pollStatus({ frequency: { milliseconds: 5 } as never });
    assert.equal(result.response.success, true);
    const missing = result.getFileResponses().filter((response) => response.state === ComponentStatus.Failed);
    assert.deepEqual(
      missing.map((response) => response.fullName),
      ['Missing']
    );
    const read = (end: string): Promise<string> =>
      readFile(result.getFileResponses().find((response) => response.filePath?.endsWith(end))?.filePath ?? end, 'utf8');
    const permissionSet = await read('permissionsets/Agent.permissionset-meta.xml');
    assert.deepEqual(
      [...permissionSet.matchAll(/<field>(.*?)</g)].map((match) => match[1]),
      ['Event.CallKey__c', 'Task.CallKey__c', 'Task.Type']
    );
    assert.match(await read('objects/Activity/fields/CallKey__c.field-meta.xml'), /<length>64</);
    assert.equal(await read('classes/Ring.cls'), tree['classes/Ring.cls']);
    assert.equal(await read('lwc/ring/ring.js'), tree['lwc/ring/ring.js']);
  });

  it('read, list and describe', async () => {
    const read = (await connection.metadata.read('CallCenter', ['Support', 'Nobody'])) as unknown as Record<
      string,
      unknown
    >[];
    assert.equal(read[0]?.fullName, 'Support');
    assert.equal((JSON.parse(String(read[0]?.customSettings)) as Record<string, string>).reqUseApi, 'true');
    assert.equal(read[1]?.fullName, undefined);
    const listed = await connection.metadata.list([{ type: 'CustomField' }], '67.0');
    assert.deepEqual(
      listed.map((file) => [file.fullName, file.fileName]),
      [['Activity.CallKey__c', 'objects/Activity.object']]
    );
    const described = await connection.metadata.describe('67.0');
    assert.ok(
      described.metadataObjects.some((type) => type.xmlName === 'CallCenter' && type.directoryName === 'callCenters')
    );
    await assert.rejects(connection.metadata.read('CallCenter', Array<string>(11).fill('Support')), {
      name: 'sf:EXCEEDED_ID_LIMIT'
    });
    await assert.rejects(connection.metadata.list([{ type: 'Nonsense' }], '67.0'), { name: 'sf:INVALID_TYPE' });
  });
});
