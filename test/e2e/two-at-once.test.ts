import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace, type Workspace } from './workspace';

const root = join(__dirname, '../..');

describe('two applies at once', () => {
  let workspace: Workspace;
  before(async () => {
    workspace = await openWorkspace({ config: readFileSync(join(root, 'config/ringdown.yaml'), 'utf8') });
    workspace.write('config/vendors/8x8.yaml', readFileSync(join(root, 'config/vendors/8x8.yaml'), 'utf8'));
  });
  after(() => workspace.close());

  it('order nothing twice: one works, the other waits its turn or finds nothing to do', async () => {
    const results = await Promise.allSettled([
      workspace.run('apply', '--org', 'uat'),
      workspace.run('apply', '--org', 'uat'),
      workspace.run('apply', '--org', 'uat')
    ]);
    const outcomes = results.map((result) =>
      result.status === 'fulfilled' ? result.value.data['outcome'] : (result.reason as { code: string }).code
    );
    assert.equal(outcomes.filter((outcome) => outcome === 'changed').length, 1, outcomes.join());
    assert.ok(
      outcomes.every((outcome) => ['changed', 'unchanged', 'ORG_LOCKED'].includes(String(outcome))),
      outcomes.join()
    );
    const posted = (path: string): number =>
      workspace.org.requests.filter((request) => request.method === 'POST' && request.path.endsWith(path)).length;
    assert.deepEqual([posted('/PackageInstallRequest'), posted('/deployRequest')], [2, 2]);
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
  });
});
