import assert from 'node:assert/strict';
import { isFault, type Fault } from '../fault';
import { memoryOrg, type MemoryOrg } from '../testing/memory-org';
import { packageXml, zipOf } from '../testing/package-zip-of';
import { openCtiFile } from '../testing/sample-call-center';
import { deployOptions, type DeployJob } from './deploy-job';
import { deployResult } from './deploy-result';
import { cancelDeploy, readDeploy, startDeploy, startQuickDeploy } from './deploys';

const zip = (text = openCtiFile()): Buffer =>
  zipOf({ 'package.xml': packageXml({ CallCenter: ['Support'] }), 'callCenters/Support.callCenter': text });
const start = (org: MemoryOrg, options: Readonly<Record<string, unknown>> = {}, content = zip()): DeployJob | Fault =>
  startDeploy(
    org,
    org.rows('User')[0]?.Id ?? '',
    content,
    deployOptions({ singlePackage: true, ...options }, org.kind)
  );
const accepted = (job: DeployJob | Fault): DeployJob => {
  if (isFault(job)) assert.fail(job.message);
  return job;
};
const statusOf = (org: MemoryOrg, id: string): string => accepted(readDeploy(org, id)).status;

describe('a deploy job', () => {
  it('is done after as many status reads as the settings say, and only then has an effect', () => {
    const org = memoryOrg('sandbox', { deployPolls: 3 });
    const { id } = accepted(start(org));
    assert.equal(statusOf(org, id), 'Pending');
    assert.equal(statusOf(org, id), 'InProgress');
    assert.equal(org.rows('CallCenter').length, 0);
    assert.equal(statusOf(org, id), 'Succeeded');
    assert.equal(statusOf(org, id.slice(0, 15)), 'Succeeded');
    assert.equal(org.rows('CallCenter').length, 1);
  });

  it('is canceled at the read after the request, without effect', () => {
    const org = memoryOrg();
    const { id, createdBy } = accepted(start(org));
    assert.equal(accepted(cancelDeploy(org, createdBy, id)).status, 'Canceling');
    const canceled = accepted(readDeploy(org, id));
    assert.equal(canceled.status, 'Canceled');
    assert.equal(deployResult(canceled, true).done, true);
    assert.equal(canceled.canceledBy, createdBy);
    assert.equal(org.rows('CallCenter').length, 0);
    assert.ok(isFault(cancelDeploy(org, createdBy, id)));
  });

  it('counts what it did', () => {
    const org = memoryOrg();
    const good = deployResult(accepted(readDeploy(org, accepted(start(org)).id)), true);
    assert.deepEqual(
      [good.numberComponentsTotal, good.numberComponentsDeployed, good.numberComponentErrors, good.success],
      [1, 1, 0, true]
    );
    const bad = deployResult(accepted(readDeploy(org, accepted(start(org, {}, zip('<nonsense/>'))).id)), true);
    assert.deepEqual(
      [bad.numberComponentsTotal, bad.numberComponentsDeployed, bad.numberComponentErrors, bad.success],
      [1, 0, 1, false]
    );
    assert.equal(bad.status, 'Failed');
  });

  it('is refused in production without tests, and anywhere with an unknown test level', () => {
    const refused = start(memoryOrg('production'), { testLevel: 'NoTestRun' });
    assert.ok(isFault(refused) && refused.fault === 'INVALID_OPERATION');
    assert.equal(refused.message, 'testLevel of NoTestRun cannot be used in production organizations');
    assert.ok(!isFault(start(memoryOrg('sandbox'), { testLevel: 'NoTestRun' })));
    assert.ok(isFault(start(memoryOrg(), { testLevel: 'SomeTests' })));
  });

  it('of an unreadable zip fails, with a row for package.xml', () => {
    const org = memoryOrg();
    const job = accepted(readDeploy(org, accepted(start(org, {}, Buffer.from('no zip'))).id));
    assert.deepEqual([job.status, job.messages[0]?.fullName], ['Failed', 'package.xml']);
  });

  it('deploys quickly what was validated, and nothing else', () => {
    const org = memoryOrg();
    const user = org.rows('User')[0]?.Id ?? '';
    const { id } = accepted(start(org, { checkOnly: true }));
    assert.ok(isFault(startQuickDeploy(org, user, id)), 'not before the validation is done');
    assert.equal(statusOf(org, id), 'Succeeded');
    assert.equal(org.rows('CallCenter').length, 0);
    const quick = accepted(startQuickDeploy(org, user, id));
    assert.equal(statusOf(org, quick.id), 'Succeeded');
    assert.equal(org.rows('CallCenter').length, 1);
    assert.ok(isFault(startQuickDeploy(org, user, quick.id)), 'a deploy is no validation');
  });
});
