import assert from 'node:assert/strict';
import { aConfig } from '../../test/fixtures/resolved-config';
import { fakeApply } from '../../test/fakes/apply-context';
import { RingdownError } from '../errors/ringdown-error';
import type { SourcePackage } from '../config/resolved-config/packages';
import { OrgFailure } from '../org/failure';
import type { DeployOptions, DeployStatus, Org } from '../org/org';
import type { DeployPackage } from '../resources/change';
import type { ApplyContext } from './apply-context';
import { deployPackages } from './deploy-packages';

const source = (name: SourcePackage['name'], given: Partial<SourcePackage> = {}): SourcePackage => ({
  name,
  hash: name,
  members: [{ type: 'ApexClass', fullName: `${name}Class` }],
  files: [{ path: `classes/${name}Class.cls`, content: '' }],
  testClasses: ['FirstTest', 'SecondTest'],
  hasApex: true,
  ...given
});

const change = (name: SourcePackage['name']): DeployPackage => ({
  kind: 'deploy-package',
  action: 'create',
  address: `package-source ${name}`,
  summary: `deploy ${name}`,
  details: [],
  package: name,
  hash: name,
  kept: []
});

const done = (given: Partial<DeployStatus> = {}): DeployStatus => ({
  id: '0Af1',
  status: 'Succeeded',
  done: true,
  success: true,
  componentsDone: 1,
  componentsTotal: 1,
  failures: [],
  successes: [],
  ...given
});

function contextOf(org: Partial<Org>, packages: readonly SourcePackage[]): ApplyContext & ReturnType<typeof fakeApply> {
  const config = aConfig({ ringdown: { namespace: '', source: { folder: 'force-app', translations: [] }, packages } });
  return { ...fakeApply(org), config };
}

describe('deployPackages', () => {
  it('deploys each package in one request, one after the other, and gives the ids of what it brought', async () => {
    const sent: (readonly string[])[] = [];
    const org: Partial<Org> = {
      deploy: (files) => Promise.resolve(`0Af${sent.push(files.map(({ path }) => path))}`),
      deployStatus: () =>
        Promise.resolve(done({ successes: [{ type: 'PermissionSet', fullName: 'RingdownAgent', id: '0PS1' }] }))
    };
    const context = contextOf(org, [source('main'), source('voice')]);
    const ids = await deployPackages(context, [change('main'), change('voice')], false);
    assert.deepEqual(sent, [
      ['package.xml', 'classes/mainClass.cls', 'customMetadata/PackageSource.Main.md'],
      ['package.xml', 'classes/voiceClass.cls', 'customMetadata/PackageSource.Voice.md']
    ]);
    assert.equal(ids.get('PermissionSet:RingdownAgent'), '0PS1');
    assert.deepEqual(
      context.entries.map(({ event }) => event),
      Array.from({ length: 2 }, () => ['deploy-about-to-post', 'deploy-posted', 'deploy-finished']).flat()
    );
  });

  it('names its own tests when there is Apex in it, and none otherwise', async () => {
    const options: DeployOptions[] = [];
    const org: Partial<Org> = {
      deploy: (_, given) => Promise.resolve(`0Af${options.push(given)}`),
      deployStatus: () => Promise.resolve(done())
    };
    const packages = [source('main'), source('voice', { hasApex: false, testClasses: [] })];
    await deployPackages(contextOf(org, packages), [change('main'), change('voice')], true);
    assert.deepEqual(options, [{ production: true, apexTests: ['FirstTest', 'SecondTest'] }, { production: true }]);
  });

  it('stops at a package that the org refuses, with every reason, and says what to do about translations', async () => {
    const refusal = async (file: string): Promise<RingdownError> => {
      const failures = [{ file, type: 'X', fullName: 'de', problem: 'not available' }];
      const context = contextOf(
        {
          deploy: () => Promise.resolve('0Af1'),
          deployStatus: () => Promise.resolve(done({ success: false, failures }))
        },
        [source('main'), source('voice')]
      );
      const [result] = await Promise.allSettled([deployPackages(context, [change('main'), change('voice')], false)]);
      assert.ok(result.status === 'rejected' && result.reason instanceof RingdownError);
      assert.equal(context.entries.filter(({ event }) => event === 'deploy-about-to-post').length, 1);
      return result.reason;
    };
    const translations = await refusal('translations/de.translation');
    assert.equal(translations.code, 'PACKAGE_REFUSED');
    assert.deepEqual(translations.lines, ['translations/de.translation not available']);
    const other = await refusal('classes/mainClass.cls');
    assert.notDeepEqual(other.actions, translations.actions);
  });

  it('looks for a deploy whose answer was lost, and takes it up instead of sending it again', async () => {
    let posts = 0;
    const successes = ['mainClass', 'PackageSource.Main'].map((fullName) => ({ type: '', fullName }));
    const context = contextOf(
      {
        deploy: () => {
          posts += 1;
          return Promise.reject(new OrgFailure('unreachable', 'ECONNRESET', 'no answer', 'deploying metadata'));
        },
        findDeploys: () => Promise.resolve([{ id: '0Af9', done: false }]),
        deployStatus: () => Promise.resolve(done({ successes }))
      },
      [source('main')]
    );
    await deployPackages(context, [change('main')], false);
    assert.equal(posts, 1);
  });
});
