import assert from 'node:assert/strict';
import { fakeApply } from '../../test/fakes/apply-context';
import { OrgFailure } from '../org/failure';
import type { InstallStatus } from '../org/org';
import type { InstallPackage } from '../resources/change';
import { installPackages } from './install-packages';

const change: InstallPackage = {
  kind: 'install-package',
  action: 'create',
  address: 'package 04ti0000000XzquAAC',
  summary: 'install 8x8',
  details: [],
  packageVersionId: '04ti0000000XzquAAC',
  securityType: 'Full'
};

const status = (word: InstallStatus['status'], errors: readonly string[] = []): InstallStatus => ({
  id: '0Hf1',
  status: word,
  errors,
  createdAt: 0
});
const lostAnswer = () => new OrgFailure('unreachable', 'ECONNRESET', 'no answer', 'POST');

describe('installPackages', () => {
  it('posts once and waits until the org says SUCCESS', async () => {
    const statuses = [status('IN_PROGRESS'), status('SUCCESS')];
    let posts = 0;
    const context = fakeApply({
      requestInstall: () => Promise.resolve(`0Hf${(posts += 1)}`),
      installStatus: () => Promise.resolve(statuses.shift() ?? status('UNKNOWN'))
    });
    await installPackages(context, [change]);
    assert.equal(posts, 1);
    assert.deepEqual(
      context.entries.map(({ event }) => event),
      ['install-about-to-post', 'install-posted', 'install-finished']
    );
  });

  it('adopts a running installation of the same version and posts nothing', async () => {
    const context = fakeApply({ installStatus: (id) => Promise.resolve({ ...status('SUCCESS'), id }) });
    await installPackages(context, [{ ...change, runningRequestId: '0HfRunning' }]);
    assert.deepEqual(context.entries.at(0), {
      event: 'install-posted',
      packageVersionId: change.packageVersionId,
      requestId: '0HfRunning'
    });
  });

  it('looks for the request after a lost answer, and adopts it', async () => {
    let posts = 0;
    const context = fakeApply({
      requestInstall: () => {
        posts += 1;
        return Promise.reject(lostAnswer());
      },
      findInstalls: () =>
        Promise.resolve([
          { ...status('ERROR'), id: '0HfOlder', createdAt: Date.parse('2026-11-21T11:59:00Z') },
          { ...status('IN_PROGRESS'), id: '0HfFound', createdAt: Date.parse('2026-11-21T12:00:01Z') }
        ]),
      installStatus: () => Promise.resolve(status('SUCCESS'))
    });
    await installPackages(context, [change], { running: [], known: new Set(['0HfOlder']) });
    assert.equal(posts, 1);
    assert.ok(context.entries.some((entry) => entry.event === 'install-posted' && entry.requestId === '0HfFound'));
  });

  it('posts again after a lost answer only when the org knows of no request', async () => {
    let posts = 0;
    const context = fakeApply({
      requestInstall: () => ((posts += 1) === 1 ? Promise.reject(lostAnswer()) : Promise.resolve('0Hf2')),
      findInstalls: () => Promise.resolve([{ ...status('SUCCESS'), createdAt: Date.parse('2025-01-01') }]),
      installStatus: () => Promise.resolve(status('SUCCESS'))
    });
    await installPackages(context, [change]);
    assert.equal(posts, 2);
  });

  for (const word of ['ERROR', 'CANCELED', 'UNKNOWN'] as const) {
    it(`treats ${word} as a failure, with Salesforce's words`, async () => {
      const context = fakeApply({
        requestInstall: () => Promise.resolve('0Hf1'),
        installStatus: () => Promise.resolve(status(word, ['A required feature is missing: ServiceCloud']))
      });
      await assert.rejects(installPackages(context, [change]), {
        code: 'INSTALL_FAILED',
        lines: ['A required feature is missing: ServiceCloud']
      });
    });
  }

  it("waits for somebody else's installation before it orders its own", async () => {
    const reads: string[] = [];
    const context = fakeApply({
      requestInstall: () => Promise.resolve('0HfOurs'),
      installStatus: (id) =>
        Promise.resolve((reads.push(id), status(id === '0HfTheirs' && reads.length < 3 ? 'IN_PROGRESS' : 'SUCCESS')))
    });
    await installPackages(context, [change], { running: ['0HfTheirs'], known: new Set() });
    assert.deepEqual(reads, ['0HfTheirs', '0HfTheirs', '0HfTheirs', '0HfOurs']);
  });

  it('says that an unfinished installation is not a success', async () => {
    const context = fakeApply({
      requestInstall: () => Promise.resolve('0Hf1'),
      installStatus: () => Promise.resolve(status('IN_PROGRESS'))
    });
    await assert.rejects(installPackages(context, [change]), { code: 'INSTALL_STILL_RUNNING', exitCode: 69 });
  });
});
