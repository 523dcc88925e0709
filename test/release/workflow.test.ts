import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { startDevHub, type DevHub } from '../../local/org/dev-hub/start-dev-hub';
import { testTlsFiles } from '../../local/org/testing/test-tls';
import { runWorkflow, type StepRun } from './run-workflow';
import { releaseWorkflow } from './workflow-file';
import { createWorkspace, type Workspace } from './workspace';

const namespace = 'rngdwn';

/** The whole workflow with the real CLI. Nothing here can run Apex, so what its tests cover is told to the Dev Hub. */
describe('the release workflow on a Dev Hub of this computer', function () {
  this.timeout(900_000);
  let devHub: DevHub;
  let workspace: Workspace;
  let runs: readonly StepRun[];
  let secret: string;
  const installed: { classes: string[]; sets: string[]; fields: string[] } = { classes: [], sets: [], fields: [] };

  before(async () => {
    const tls = { key: readFileSync(testTlsFiles.keyFile, 'utf8'), cert: readFileSync(testTlsFiles.certFile, 'utf8') };
    devHub = await startDevHub({ tls, toldCoverage: 91 });
    const { hub } = devHub;
    secret = hub.refreshToken();
    workspace = createWorkspace({
      ...releaseWorkflow().env,
      NODE_EXTRA_CA_CERTS: testTlsFiles.certFile,
      RINGDOWN_NAMESPACE: namespace,
      RINGDOWN_PACKAGE_ID: packageOf('Ringdown'),
      RINGDOWN_VOICE_PACKAGE_ID: packageOf('Ringdown Voice'),
      RINGDOWN_POLL_SECONDS: '0.2',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_REF_TYPE: 'tag',
      GITHUB_REF_NAME: 'v0.1.0'
    });
    const secrets = { 'secrets.SF_DEV_HUB_AUTH_URL': `force://PlatformCLI::${secret}@127.0.0.1:${hub.port}` };
    runs = await runWorkflow(workspace, { secrets, afterStep: lookAtInstallation });
  });

  after(async () => {
    for (const { words, code, seconds } of workspace.commands())
      process.stdout.write(
        `      ${seconds.toFixed(1).padStart(5)} s  exit ${code}  ${words.replace(/--query .*? --target/, '--query … --target')}\n`
      );
    for (const { job, step, notRun } of runs)
      if (notRun) process.stdout.write(`      not run: ${job}: ${step} (${notRun})\n`);
    workspace.remove();
    await devHub.close();
  });

  function packageOf(Name: string): string {
    const { data } = devHub.hub;
    const fixed = { IsDeprecated: false, IsOrgDependent: false, IsDeleted: false };
    const SubscriberPackageId = data.newId('033');
    return data.insert('Package2', {
      Name,
      ContainerOptions: 'Managed',
      NamespacePrefix: namespace,
      SubscriberPackageId,
      ...fixed
    }).Id;
  }

  /** While the scratch org is still there. */
  function lookAtInstallation({ job, step }: StepRun): void {
    const [org] = devHub.scratchOrgs();
    if (job !== 'trial' || !step.startsWith('Install') || !org) return;
    installed.classes = org.data.components('ApexClass').map(({ fullName }) => fullName);
    installed.fields = org.data.components('CustomField').map(({ fullName }) => fullName);
    const ours = org.data.rows('PermissionSet').filter((row) => row['NamespacePrefix'] === namespace);
    installed.sets = ours.map((row) => String(row['Name']));
  }

  const failed = (): readonly StepRun[] => runs.filter(({ ran }) => ran !== undefined && ran.code !== 0);

  it('runs to its end, but for what only an Apex engine can say', () => {
    const apex = ['Run the Apex tests', 'Judge the Apex tests'];
    const others = failed().filter(({ step }) => !apex.includes(step));
    assert.equal(others.map(({ job, step, ran }) => `${job}: ${step}\n${ran?.text ?? ''}`).join('\n'), '');
  });

  it('stops honestly where the Apex tests would run, and never takes missing results for good ones', () => {
    const at = (step: string) => runs.filter((run) => run.step === step);
    assert.equal(at('Run the Apex tests').length, 2);
    for (const { ran } of at('Run the Apex tests')) {
      assert.notEqual(ran?.code, 0);
      assert.match(ran?.text ?? '', /LOCAL_ORG_UNSUPPORTED/);
    }
    for (const { ran } of at('Judge the Apex tests')) assert.equal(ran?.code, 1);
  });

  it('runs every command but those of npm, git and GitHub', () => {
    const left = new Set(runs.filter(({ notRun }) => notRun !== undefined).map(({ script }) => script.split(' ')[0]));
    assert.deepEqual([...left].sort(), ['git', 'npm']);
    assert.ok(workspace.commands().filter(({ words }) => words.startsWith('sf ')).length >= 20);
  });

  it('leaves no scratch org behind', () => {
    const states = devHub.hub.data.rows('ScratchOrgInfo').map((row) => row['Status']);
    assert.deepEqual(states, ['Deleted', 'Deleted', 'Deleted']);
    assert.deepEqual([devHub.scratchOrgs().length, devHub.hub.data.rows('ActiveScratchOrg').length], [0, 0]);
  });

  it('makes one version of each package for the commit, also when it runs again', async () => {
    const requests = () => devHub.hub.data.rows('Package2VersionCreateRequest').length;
    assert.equal(requests(), 2);
    const again = await workspace.run('node scripts/release/create-version.mjs --package main');
    assert.deepEqual([again.code, requests()], [0, 2]);
    const [main] = devHub.hub.data.rows('Package2Version');
    assert.equal(again.outputs['id'], main?.['SubscriberPackageVersionId']);
  });

  it('brings the components into the org of a subscriber, under the namespace', () => {
    assert.ok(installed.classes.includes(`${namespace}__CallLogs`), installed.classes.join(', '));
    assert.ok(installed.fields.includes(`Activity.${namespace}__CallKey__c`));
    assert.ok(installed.fields.some((name) => name.startsWith(`VoiceCall.${namespace}__`)));
    assert.ok(['RingdownAgent', 'RingdownVoiceAgent'].every((name) => installed.sets.includes(name)));
  });

  it('promotes both, and a second time changes nothing', async () => {
    const versions = devHub.hub.data.rows('Package2Version');
    assert.deepEqual(
      versions.map((row) => row['IsReleased']),
      [true, true]
    );
    const ids = versions.map((row) => String(row['SubscriberPackageVersionId']));
    const before = devHub.hub.stateHash();
    const again = await workspace.run(`node scripts/release/promote-version.mjs ${ids.join(' ')}`);
    assert.deepEqual([again.code, devHub.hub.stateHash()], [0, before]);
  });

  it('writes the ids where ringdown.yaml finds them', () => {
    const [main, voice] = devHub.hub.data.rows('Package2Version').map((row) => row['SubscriberPackageVersionId']);
    const written = parse(workspace.read('config/releases.yaml')) as object;
    assert.deepEqual(written, { version: '0.1.0', namespace, packages: { main, voice } });
  });

  it('builds the next release on the promoted one, and goes on with its request when the answer to it was lost', async () => {
    const { hub } = devHub;
    const [first] = hub.data.rows('Package2Version');
    const before = hub.data.rows('Package2VersionCreateRequest').length;
    const match = { method: 'POST', path: '*/sobjects/Package2VersionCreateRequest' };
    hub.faults.add({ match, times: 1, fault: { kind: 'reset-after' } });
    const script = `sed --in-place 's/0\\.1\\.0/0.2.0/' package.json sfdx-project.json
      node scripts/release/write-project.mjs
      node scripts/release/create-version.mjs --commit fedcba9876543210fedcba9876543210fedcba98`;
    const { code, text, outputs } = await workspace.run(script, { GITHUB_REF_TYPE: 'branch' });
    assert.equal(code, 0, text);
    assert.equal(hub.data.rows('Package2VersionCreateRequest').length, before + 1);
    assert.equal(outputs['number'], '0.2.0.1');
    assert.equal(hub.data.rows('Package2Version').at(-1)?.['AncestorId'], first?.Id);
  });

  it('shows the secret nowhere', () => {
    const shown = [...runs.map(({ ran }) => ran?.text ?? ''), ...workspace.commands().map(({ words }) => words)].join(
      '\n'
    );
    assert.ok(!shown.includes(secret));
  });
});
