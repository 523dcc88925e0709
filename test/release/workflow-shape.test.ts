import assert from 'node:assert/strict';
import { releaseWorkflow } from './workflow-file';

describe('the release workflow', () => {
  const workflow = releaseWorkflow();
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([job, { steps: own }]) => own.map((step) => ({ job, ...step })));

  it('begins with a tag or by hand, one at a time, and is never cut off', () => {
    assert.deepEqual(Object.keys(workflow.on), ['push', 'workflow_dispatch']);
    assert.deepEqual(workflow.concurrency, { group: 'release', 'cancel-in-progress': false });
  });

  it('may write to the repository in one job only, which has neither the secret nor programs of others', () => {
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    const writing = jobs.filter(([, { permissions }]) => permissions !== undefined);
    assert.deepEqual(
      writing.map(([name, { permissions }]) => [name, permissions]),
      [['record', { contents: 'write', 'pull-requests': 'write' }]]
    );
    const record = JSON.stringify(workflow.jobs['record']);
    assert.ok(!record.includes('secrets.') && record.includes('npm ci --ignore-scripts'));
  });

  it('keeps no credentials of the repository where it does not write', () => {
    for (const { job, uses, with: given } of steps.filter((step) => step.uses?.startsWith('actions/checkout')))
      assert.equal(given?.['persist-credentials'], job === 'record' ? undefined : false, uses);
  });

  it('pins every action to a commit', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    assert.ok(actions.length > 5);
    for (const action of actions) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('gives the secret to the login alone, which reads it from standard input', () => {
    const secret = steps.filter((step) => JSON.stringify(step).includes('secrets.'));
    assert.ok(secret.length > 0);
    for (const { run, env } of secret) {
      assert.deepEqual(Object.keys(env ?? {}), ['SF_DEV_HUB_AUTH_URL']);
      assert.match(run ?? '', /^printf '%s' "\$SF_DEV_HUB_AUTH_URL" \| sf org login sfdx-url --sfdx-url-stdin -/);
    }
    assert.ok(!JSON.stringify([workflow.env, ...jobs.map(([, { env }]) => env)]).includes('secrets.'));
  });

  it('puts nothing of an event into a script but what the file itself says', () => {
    for (const { run = '' } of steps)
      for (const [, expression = ''] of run.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)) assert.match(expression, /^matrix\./);
  });

  it('promotes after the trial, from a tag alone, when somebody approved it', () => {
    const { needs, if: condition, environment } = workflow.jobs['promote'] ?? {};
    assert.deepEqual(
      [needs, condition, environment],
      [['version', 'trial'], "${{ github.ref_type == 'tag' }}", 'release']
    );
    const promoting = steps.filter(({ run }) => run?.includes('promote-version'));
    assert.deepEqual(
      promoting.map(({ job }) => job),
      ['promote']
    );
  });

  it('deletes every scratch org that it creates, whatever happened meanwhile', () => {
    for (const [name, { steps: own }] of jobs) {
      const created = own.filter(({ run }) => run?.includes('org create scratch'));
      const deleted = own.filter(({ run }) => run?.includes('org delete scratch'));
      assert.equal(created.length, deleted.length, name);
      for (const step of deleted) {
        assert.match(step.if ?? '', /always\(\)/);
        assert.equal(step, own.at(-1), `${name} deletes last`);
      }
    }
    assert.ok(steps.every(({ run }) => !run?.includes('org create scratch') || run.includes('--duration-days 1')));
  });

  it('ends at some time', () => {
    for (const [name, { 'timeout-minutes': minutes }] of jobs) assert.ok(minutes !== undefined && minutes <= 300, name);
  });
});
