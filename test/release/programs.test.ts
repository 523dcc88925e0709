import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

type Problem = { readonly message: string; readonly exitCode: number };
type Programs = {
  readonly projectFor: (project: object, given: object) => Record<string, unknown>;
  readonly nextStep: (requests: readonly object[]) => object;
  readonly finishedVersion: (report: object, given: object) => object | undefined;
  readonly releasesText: (before: string | undefined, release: object) => string;
  readonly judgeTests: (results: object | undefined, given: object) => string;
  readonly salesforceId: (text: string | undefined, prefix: string) => string | undefined;
};

const root = path.join(__dirname, '../..');
const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as object;
const main = '04tA0000000PygjIAC';
const voice = '04ti0000000XzquAAC';
const ids = { RINGDOWN_PACKAGE_ID: '0HoA0000000PygjKAC', RINGDOWN_VOICE_PACKAGE_ID: '0HoA0000000Pygk' };
const good = { env: { RINGDOWN_NAMESPACE: 'rngdwn', ...ids }, version: '0.1.0', hasRelease: false };

const names = ['project', 'version-request', 'releases-text', 'test-results', 'salesforce-id'];

describe('the programs of the release workflow', () => {
  let programs: Programs;
  before(async () => {
    const modules = await Promise.all(
      names.map((name) => import(path.join(root, `scripts/release/${name}.mjs`)) as Promise<object>)
    );
    programs = Object.assign({}, ...modules) as Programs;
  });
  const refusal = (work: () => unknown): Problem => {
    try {
      work();
    } catch (error) {
      return error as Problem;
    }
    throw new assert.AssertionError({ message: 'nothing was refused' });
  };

  describe('write the project', () => {
    const directories = (given: object) =>
      programs.projectFor(project, { ...good, ...given })['packageDirectories'] as Record<string, unknown>[];

    it('with the namespace and the package ids of the maintainer, and none of them is committed', () => {
      const written = programs.projectFor(project, good);
      assert.equal(written['namespace'], 'rngdwn');
      assert.deepEqual(written['packageAliases'], {
        Ringdown: '0HoA0000000PygjKAC',
        'Ringdown Voice': '0HoA0000000PygkKAC'
      });
      assert.deepEqual(
        [(project as { namespace: string }).namespace, (project as { packageAliases: object }).packageAliases],
        ['', {}]
      );
    });

    it('with an ancestor as soon as there was a release', () => {
      assert.deepEqual(
        directories({}).map((each) => each['ancestorVersion']),
        [undefined, undefined, undefined]
      );
      assert.deepEqual(
        directories({ hasRelease: true }).map((each) => each['ancestorVersion']),
        ['HIGHEST', 'HIGHEST', undefined]
      );
    });

    it('with Voice on exactly the version of main that was built before it', () => {
      const { packageAliases } = programs.projectFor(project, { ...good, mainVersion: main.slice(0, 15) }) as {
        packageAliases: Record<string, string>;
      };
      assert.equal(packageAliases['Ringdown@this-release'], main);
      assert.deepEqual(directories({ mainVersion: main })[1]?.['dependencies'], [{ package: 'Ringdown@this-release' }]);
    });

    it('never with a wrong namespace, a wrong id, or a tag of another version, and say all of it at once', () => {
      const env = {
        RINGDOWN_NAMESPACE: 'has__two',
        RINGDOWN_PACKAGE_ID: '04tA0000000PygjIAC',
        GITHUB_REF_TYPE: 'tag',
        GITHUB_REF_NAME: 'v9.9.9'
      };
      const { message, exitCode } = refusal(() =>
        programs.projectFor(project, { ...good, env, mainVersion: '04tB00000009oZ3JBI' })
      );
      assert.deepEqual([exitCode, message.split('\n').length], [78, 5]);
    });

    it('only when package.json and sfdx-project.json name one version', () => {
      const { message } = refusal(() => programs.projectFor(project, { ...good, version: '0.2.0' }));
      assert.equal(message.split('\n').length, 2);
    });
  });

  describe('create a version', () => {
    it('once for a commit: what the Dev Hub has already is followed, unless it failed', () => {
      assert.deepEqual(programs.nextStep([]), { kind: 'create' });
      assert.deepEqual(programs.nextStep([{ Id: '08c1', Status: 'Error' }]), { kind: 'create' });
      for (const Status of ['Queued', 'InProgress', 'VerifyingMetadata', 'Success'])
        assert.deepEqual(
          programs.nextStep([
            { Id: '08c2', Status },
            { Id: '08c1', Status: 'Error' }
          ]),
          { kind: 'follow', requestId: '08c2' }
        );
    });

    it('that can be promoted, or none', () => {
      const done = { Id: '08c1', Status: 'Success', SubscriberPackageVersionId: main, VersionNumber: '0.1.0.3' };
      const covered = { ...done, CodeCoverage: 91, HasPassedCodeCoverageCheck: true };
      assert.deepEqual(programs.finishedVersion(covered, { needsCoverage: true }), {
        id: main,
        number: '0.1.0.3',
        coverage: 91
      });
      assert.equal(programs.finishedVersion({ ...done, Status: 'InProgress' }, { needsCoverage: true }), undefined);
      assert.equal(
        refusal(() =>
          programs.finishedVersion(
            { ...done, CodeCoverage: 60, HasPassedCodeCoverageCheck: false },
            { needsCoverage: true }
          )
        ).exitCode,
        1
      );
      assert.equal(refusal(() => programs.finishedVersion(done, { needsCoverage: true })).exitCode, 1);
      assert.ok(
        programs.finishedVersion(done, { needsCoverage: false }),
        'a package without Apex has nothing to cover'
      );
      assert.match(
        refusal(() =>
          programs.finishedVersion({ Id: '08c1', Status: 'Error', Error: ['No such column'] }, { needsCoverage: true })
        ).message,
        /No such column/
      );
    });
  });

  describe('judge the Apex tests', () => {
    const results = (summary: object, tests: readonly object[] = []) => ({
      summary: { outcome: 'Passed', testsRan: 12, orgWideCoverage: '91%', ...summary },
      tests
    });
    const judge = (given: object | undefined) => programs.judgeTests(given, { coverage: 75 });

    it('as good when all passed and enough is covered', () => {
      assert.match(judge(results({})), /12 .* 91/);
    });

    it('as bad when one failed, none ran, too little is covered, nothing was counted, or they never finished', () => {
      const bad = [
        results({}, [{ FullName: 'CallLogsTest.saves', Outcome: 'Fail', Message: 'no' }]),
        results({ outcome: 'Failed' }),
        results({ testsRan: 0 }),
        results({ orgWideCoverage: '74%' }),
        results({ orgWideCoverage: undefined }),
        undefined
      ];
      for (const given of bad) assert.equal(refusal(() => judge(given)).exitCode, 1, JSON.stringify(given));
    });
  });

  describe('write releases.yaml', () => {
    const release = { version: '1.2.0', namespace: 'rngdwn', main, voice };

    it('new, with the ids in 18 characters', () => {
      const text = programs.releasesText(undefined, { ...release, main: main.slice(0, 15) });
      assert.ok(text.startsWith('#'));
      assert.match(
        text,
        new RegExp(`version: 1.2.0\nnamespace: rngdwn\npackages:\n  main: ${main}\n  voice: ${voice}\n$`)
      );
    });

    it('the same when nothing is new, and with its comments and its order when something is', () => {
      const before =
        '# ours\nnamespace: rngdwn # registered\npackages:\n  voice: 04tA0000000PygjIAC\n  main: 04ti0000000XzquAAC # main\nversion: 1.1.0\n';
      const after = programs.releasesText(before, release);
      assert.equal(
        after,
        `# ours\nnamespace: rngdwn # registered\npackages:\n  voice: ${voice}\n  main: ${main} # main\nversion: 1.2.0\n`
      );
      assert.equal(programs.releasesText(after, release), after);
    });

    it('without Voice when the release has none', () => {
      const before = programs.releasesText(undefined, release);
      assert.ok(!programs.releasesText(before, { ...release, voice: undefined }).includes('voice'));
    });

    it('never with what is no package version, nor over a file that is not sound', () => {
      for (const wrong of ['05iA0000000Pygj', '04tB00000009oZ3JBI', '', undefined])
        assert.equal(refusal(() => programs.releasesText(undefined, { ...release, main: wrong })).exitCode, 78, wrong);
      assert.equal(refusal(() => programs.releasesText('a: [', release)).exitCode, 78);
      assert.equal(refusal(() => programs.releasesText('- a', release)).exitCode, 78);
      assert.equal(refusal(() => programs.releasesText(undefined, { ...release, version: '1.2' })).exitCode, 78);
    });
  });
});
