import assert from 'node:assert/strict';
import { fakeApply } from '../../test/fakes/apply-context';
import { OrgFailure } from '../org/failure';
import type { DeployFailure, DeployStatus } from '../org/org';
import type { DeployComponent, PersonWork } from '../resources/change';
import { deployComponents } from './deploy-components';

const component = (type: string, fullName: string, path: string, byHand?: PersonWork): DeployComponent => ({
  kind: 'deploy-component',
  action: 'create',
  phase: 'metadata',
  address: `${type} ${fullName}`,
  summary: `create ${fullName}`,
  details: [],
  component: { type, fullName, path, content: '' },
  byHand
});

const work: PersonWork = { where: 'Setup > Call Centers > Import', steps: ['Click Import.'] };
const callCenter = component('CallCenter', 'Support', 'callCenters/Support.callCenter', work);
const permissionSet = component('PermissionSet', 'RingdownAccess', 'permissionsets/RingdownAccess.permissionset');

const done = (success: boolean, given: Partial<DeployStatus> = {}): DeployStatus => ({
  id: '0Af1',
  status: success ? 'Succeeded' : 'Failed',
  done: true,
  success,
  componentsDone: 0,
  componentsTotal: 0,
  failures: [],
  successes: [],
  ...given
});

const failure = (change: DeployComponent, problem: string): DeployFailure => ({
  file: change.component.path,
  line: 12,
  column: 4,
  type: change.component.type,
  fullName: change.component.fullName,
  problem
});

/** The components of a zip, by their file names. */
const names = (entries: readonly { readonly path: string }[]): readonly string[] =>
  entries.flatMap(({ path }) => (path === 'package.xml' ? [] : [path.replace(/^.*\/|\..*$/g, '')]));

describe('deployComponents', () => {
  it('deploys a phase in one request and gives the ids back', async () => {
    const sent: (readonly string[])[] = [];
    const context = fakeApply({
      deploy: (files) => Promise.resolve(`0Af${sent.push(names(files))}`),
      deployStatus: () =>
        Promise.resolve(done(true, { successes: [{ type: 'CallCenter', fullName: 'Support', id: '04v1' }] }))
    });
    const { ids, refusals } = await deployComponents(context, [callCenter, permissionSet], false);
    assert.deepEqual(sent, [['Support', 'RingdownAccess']]);
    assert.equal(ids.get('CallCenter:Support'), '04v1');
    assert.equal(refusals.size, 0);
  });

  it('deploys the vendor info before the contact center', async () => {
    const sent: (readonly string[])[] = [];
    const context = fakeApply({
      deploy: (files) => Promise.resolve(`0Af${sent.push(names(files))}`),
      deployStatus: () => Promise.resolve(done(true))
    });
    const info = { ...component('ConversationVendorInfo', 'Vendor', 'x/Vendor.x'), phase: 'vendor-info' as const };
    await deployComponents(context, [{ ...callCenter, phase: 'contact-center' }, info], false);
    assert.deepEqual(sent, [['Vendor'], ['Support']]);
  });

  it('leaves a refused call center to a person and deploys the rest', async () => {
    const sent: (readonly string[])[] = [];
    const context = fakeApply({
      deploy: (files) => Promise.resolve(`0Af${sent.push(names(files))}`),
      deployStatus: (id) =>
        Promise.resolve(
          id === '0Af1' ? done(false, { failures: [failure(callCenter, 'not allowed here')] }) : done(true)
        )
    });
    const { refusals } = await deployComponents(context, [callCenter, permissionSet], false);
    assert.deepEqual(sent, [['Support', 'RingdownAccess'], ['RingdownAccess']]);
    assert.deepEqual([...refusals], [[callCenter.address, ['callCenters/Support.callCenter:12:4 not allowed here']]]);
  });

  it('fails with file, line and column when no person could do it instead', async () => {
    const context = fakeApply({
      deploy: () => Promise.resolve('0Af1'),
      deployStatus: () =>
        Promise.resolve(done(false, { failures: [failure(permissionSet, 'Required field is missing: label')] }))
    });
    await assert.rejects(deployComponents(context, [callCenter, permissionSet], false), {
      code: 'DEPLOY_FAILED',
      lines: ['permissionsets/RingdownAccess.permissionset:12:4 Required field is missing: label']
    });
  });

  it('adopts its own deploy after a lost answer instead of posting it again', async () => {
    let posts = 0;
    const context = fakeApply({
      deploy: () => {
        posts += 1;
        return Promise.reject(new OrgFailure('unavailable', 'HTTP_503', 'maintenance', 'POST'));
      },
      findDeploys: () =>
        Promise.resolve([
          { id: '0AfForeign', done: true },
          { id: '0AfOurs', done: false }
        ]),
      deployStatus: (id) =>
        Promise.resolve(
          done(true, {
            id,
            successes: [{ type: 'CallCenter', fullName: id === '0AfOurs' ? 'Support' : 'Other', id: '04v1' }]
          })
        )
    });
    const { ids } = await deployComponents(context, [callCenter], false);
    assert.equal(posts, 1);
    assert.equal(ids.get('CallCenter:Support'), '04v1');
  });

  it('never adopts a deploy that an earlier run posted', async () => {
    let posts = 0;
    const context = fakeApply({
      deploy: () =>
        (posts += 1) === 1
          ? Promise.reject(new OrgFailure('unreachable', 'ECONNRESET', 'lost', 'POST'))
          : Promise.resolve('0AfNew'),
      findDeploys: () => Promise.resolve([{ id: '0AfEarlier', done: true }]),
      deployStatus: (id) =>
        Promise.resolve(done(true, { id, successes: [{ type: 'CallCenter', fullName: 'Support', id: '04v1' }] }))
    });
    const known = { ...context, journal: { ...context.journal, knownDeploys: () => new Set(['0AfEarlier']) } };
    await deployComponents(known, [callCenter], false);
    assert.equal(posts, 2);
  });

  it('says that an unfinished deploy is not a success', async () => {
    const context = fakeApply({
      deploy: () => Promise.resolve('0Af1'),
      deployStatus: () => Promise.resolve({ ...done(false), done: false })
    });
    await assert.rejects(deployComponents(context, [callCenter], false), {
      code: 'DEPLOY_STILL_RUNNING',
      exitCode: 69
    });
  });
});
