import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace, type Workspace } from '../e2e/workspace';

const config = readFileSync(join(__dirname, '../../config/ringdown.yaml'), 'utf8');
const vendor = readFileSync(join(__dirname, '../../config/vendors/8x8.yaml'), 'utf8');

async function open(): Promise<Workspace> {
  const workspace = await openWorkspace({ config });
  workspace.write('config/vendors/8x8.yaml', vendor);
  return workspace;
}

/** Everything that must be there exactly once, whatever went wrong on the way. */
function facts({ org }: Workspace): unknown {
  const { data } = org;
  return {
    installs: data
      .rows('PackageInstallRequest')
      .concat(data.jobs('0Hf') as never)
      .map((row) => String((row as Record<string, unknown>)['SubscriberPackageVersionKey'] ?? ''))
      .sort(),
    callCenters: data.rows('CallCenter').map(({ InternalName, AdapterUrl }) => [InternalName, AdapterUrl]),
    assignments: data.rows('PermissionSetAssignment').length,
    agents: data.rows('User').filter(({ CallCenterId }) => Boolean(CallCenterId)).length
  };
}

/** Every request fails in every way by `npm run test:thorough`; in one of the ways by `npm test`. */
const isThorough = process.env.THOROUGH === '1';

describe('when the network fails at any request', function () {
  // Two whole installations for each request of one.
  this.timeout(240_000);
  let clean: unknown;
  let requests: number;

  before(async () => {
    const workspace = await open();
    await workspace.run('apply', '--org', 'uat');
    clean = facts(workspace);
    requests = workspace.org.requests.length;
    await workspace.close();
  });

  const kinds = ['reset-before', 'reset-after', 'maintenance-page'] as const;
  for (const [turn, kind] of kinds.entries()) {
    it(`${kind}: the installation comes out the same, with nothing created twice`, async () => {
      for (let skip = isThorough ? 0 : turn; skip < requests; skip += isThorough ? 1 : kinds.length) {
        const workspace = await open();
        try {
          workspace.org.faults.add({ match: {}, skip, times: 1, fault: { kind } });
          await workspace.run('apply', '--org', 'uat');
          assert.deepEqual(facts(workspace), clean, `request ${skip + 1} of ${requests}`);
          assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
        } finally {
          await workspace.close();
        }
      }
    });
  }

  it('an expired session that cannot be renewed ends the run, and the next run completes it', async () => {
    for (let skip = 0; skip < requests; skip += 3) {
      const workspace = await open();
      try {
        workspace.org.faults.add({ match: {}, skip, times: 1, fault: { kind: 'expired-session' } });
        assert.equal((await workspace.fail('apply', '--org', 'uat')).code, 'SESSION_EXPIRED');
        await workspace.run('apply', '--org', 'uat');
        assert.deepEqual(facts(workspace), clean, `request ${skip + 1} of ${requests}`);
      } finally {
        await workspace.close();
      }
    }
  });

  it('the daily request limit stops the run at once and says that it is safe to run again', async () => {
    const workspace = await open();
    try {
      workspace.org.faults.add({ match: {}, skip: 4, times: 1, fault: { kind: 'request-limit', which: 'total' } });
      assert.equal((await workspace.fail('apply', '--org', 'uat')).exitCode, 75);
      await workspace.run('apply', '--org', 'uat');
      assert.deepEqual(facts(workspace), clean);
    } finally {
      await workspace.close();
    }
  });
});
