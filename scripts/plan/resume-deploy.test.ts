import assert from 'node:assert/strict';
import { fakeApply, type FakeApply } from '../../test/fakes/apply-context';
import { OrgFailure } from '../org/failure';
import type { DeployStatus, Org } from '../org/org';
import type { OpenDeploy } from './journal';
import { resumeDeploy } from './resume-deploy';

const done = (id: string): DeployStatus => ({
  id,
  status: 'Succeeded',
  done: true,
  success: true,
  componentsDone: 1,
  componentsTotal: 1,
  failures: [],
  successes: []
});

const after = (open: OpenDeploy | undefined, org: Partial<Org>): FakeApply => {
  const context = fakeApply(org);
  return { ...context, journal: { ...context.journal, openDeploy: () => open } };
};

describe('resumeDeploy', () => {
  it('has nothing to do when the last run ended', async () => {
    assert.equal(await resumeDeploy(after(undefined, {})), false);
  });

  it('waits for the deploy whose id was written down', async () => {
    const context = after({ deployId: '0Af1' }, { deployStatus: (id) => Promise.resolve(done(id)) });
    assert.equal(await resumeDeploy(context), true);
    assert.deepEqual(context.entries.at(-1), { event: 'deploy-finished', deployId: '0Af1', status: 'Succeeded' });
  });

  it('finds the running deploy of a run that was killed before it knew the id', async () => {
    const waited: string[] = [];
    const context = after(
      { postedAfter: 0 },
      {
        findDeploys: () =>
          Promise.resolve([
            { id: '0AfRunning', done: false },
            { id: '0AfEnded', done: true }
          ]),
        deployStatus: (id) => Promise.resolve((waited.push(id), done(id)))
      }
    );
    assert.equal(await resumeDeploy(context), true);
    assert.deepEqual(waited, ['0AfRunning']);
  });

  it('takes a deploy that the org no longer knows for ended, instead of stopping for ever', async () => {
    const context = after(
      { deployId: '0Af1' },
      {
        deployStatus: () =>
          Promise.reject(new OrgFailure('not-found', 'NOT_FOUND', 'no such deploy', 'reading the deploy'))
      }
    );
    assert.equal(await resumeDeploy(context), true);
    assert.deepEqual(context.entries.at(-1), {
      event: 'deploy-finished',
      deployId: '0Af1',
      status: 'unknown to the org'
    });
  });

  it('does not take a lost connection for an ended deploy', async () => {
    const context = after(
      { deployId: '0Af1' },
      {
        deployStatus: () =>
          Promise.reject(new OrgFailure('unreachable', 'ECONNRESET', 'no answer', 'reading the deploy'))
      }
    );
    await assert.rejects(resumeDeploy(context), { code: 'ECONNRESET' });
  });
});
