import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace, type Workspace } from '../e2e/workspace';

const root = join(__dirname, '../..');
const config = readFileSync(join(root, 'config/ringdown.yaml'), 'utf8');
const vendor = readFileSync(join(root, 'config/vendors/8x8.yaml'), 'utf8');

/** What Salesforce itself can do to an installation. After each, the same command completes it. */
describe('when the org', () => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await openWorkspace({ config });
    workspace.write('config/vendors/8x8.yaml', vendor);
  });
  afterEach(() => workspace.close());

  const completes = async (): Promise<void> => {
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
  };
  const posts = (path: string): number =>
    workspace.org.requests.filter((request) => request.method === 'POST' && request.path.endsWith(path)).length;

  it('fails a deploy, the place and the reason are passed on, and nothing of it is left', async () => {
    const failure = {
      fullName: 'RingdownAccess',
      componentType: 'PermissionSet',
      problem: 'You cannot do that here',
      lineNumber: 7,
      columnNumber: 3
    };
    // The first deploy is the package's.
    workspace.org.faults.add({ match: {}, skip: 1, times: 1, fault: { kind: 'deploy-failure', failures: [failure] } });
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.equal(error.code, 'DEPLOY_FAILED');
    assert.deepEqual(error.lines, ['permissionsets/RingdownAccess.permissionset:7:3 You cannot do that here']);
    assert.equal(workspace.org.data.component('PermissionSet', 'RingdownAccess'), undefined);
    await completes();
  });

  it('fails a deploy as a whole, its words are passed on', async () => {
    workspace.org.faults.add({
      match: {},
      skip: 1,
      times: 1,
      fault: { kind: 'deploy-failure', errorMessage: 'UNKNOWN_EXCEPTION: gack' }
    });
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.deepEqual([error.code, error.lines], ['DEPLOY_FAILED', ['UNKNOWN_EXCEPTION: gack']]);
    await completes();
  });

  it('fails an installation, its words are passed on', async () => {
    workspace.org.faults.add({
      match: {},
      times: 1,
      fault: { kind: 'install-failure', errors: ['A required feature is missing'] }
    });
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.deepEqual([error.code, error.lines], ['INSTALL_FAILED', ['A required feature is missing']]);
    await completes();
  });

  it('does not offer a version yet, apply waits and installs it once', async () => {
    workspace.org.faults.add({ match: {}, times: 3, fault: { kind: 'publish-lag' } });
    await completes();
    assert.equal(posts('/PackageInstallRequest'), 2);
  });

  it('never offers a version, apply says so and when to come back', async () => {
    workspace.org.faults.add({ match: {}, fault: { kind: 'publish-lag' } });
    const error = await workspace.fail('apply', '--org', 'uat', '--wait', '0.001');
    assert.deepEqual([error.code, error.exitCode], ['PACKAGE_UNAVAILABLE', 75]);
    workspace.org.faults.clear();
    await completes();
  });

  it('needs long for an installation, apply waits', async () => {
    workspace.org.faults.add({ match: {}, times: 1, fault: { kind: 'install-in-progress', polls: 5 } });
    await completes();
    assert.equal(posts('/PackageInstallRequest'), 2);
  });

  it('locks the rows of users for a while, they are written all the same', async () => {
    workspace.org.faults.add({ match: { method: 'POST', path: '*/composite' }, times: 1, fault: { kind: 'row-lock' } });
    await completes();
  });

  it('limits concurrent requests for a while, apply goes on', async () => {
    workspace.org.faults.add({ match: {}, skip: 2, times: 3, fault: { kind: 'request-limit', which: 'concurrent' } });
    await completes();
  });
});
