import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { createPackedProject, type PackedProject } from '../pack/packed-project';
import { exampleBlocks } from './example-block';

type GitHubWorkflow = {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
};
type GitLabJob = { readonly stage: string; readonly script: readonly string[] };
type GitLabPipeline = { readonly before_script: readonly string[]; readonly stages: readonly string[] };
type Job = { readonly name: string; readonly lines: readonly string[] };

const install = 'npm ci';

function gitHubJobs(): readonly Job[] {
  const workflow = parse(exampleBlocks('ci.md', 'GitHub Actions', 'yaml')[0] ?? '') as GitHubWorkflow;
  return Object.entries(workflow.jobs).map(([name, { steps }]) => ({
    name,
    lines: steps.flatMap(({ run }) => run ?? [])
  }));
}

function gitLabJobs(): readonly Job[] {
  const pipeline = parse(exampleBlocks('ci.md', 'GitLab', 'yaml')[0] ?? '') as GitLabPipeline & Record<string, unknown>;
  return Object.entries(pipeline)
    .filter(
      (entry): entry is [string, GitLabJob] => typeof entry[1] === 'object' && entry[1] !== null && 'script' in entry[1]
    )
    .map(([name, { stage, script }]) => {
      assert.ok(pipeline.stages.includes(stage), `${name} is in a stage that exists`);
      return { name, lines: [...pipeline.before_script, ...script] };
    });
}

describe('the pipelines of docs/ci.md', function () {
  this.timeout(120_000);
  let project: PackedProject;
  let productionId: string;
  before(() => {
    project = createPackedProject();
  });
  beforeEach(() => {
    for (const org of ['uat', 'production'])
      assert.equal(project.run(`node_modules/.bin/ringdown local reset --org ${org}`).code, 0);
    const { stdout } = project.run('node_modules/.bin/ringdown local start --org production --json');
    productionId = (JSON.parse(stdout) as { readonly result: { readonly orgId: string } }).result.orgId;
  });
  after(() => {
    for (const org of ['uat', 'production']) project.run(`node_modules/.bin/ringdown local stop --org ${org}`);
    project.remove();
  });

  for (const [system, jobs] of [
    ['GitHub Actions', gitHubJobs()],
    ['GitLab', gitLabJobs()]
  ] as const) {
    it(`${system}: every command of every job succeeds on the local orgs, in order`, () => {
      assert.ok(jobs.length >= 3);
      for (const { name, lines } of jobs) {
        // The one line that needs a registry; here the packed tool lies in node_modules already.
        assert.equal(lines[0], install, `${name} begins with ${install}`);
        for (const line of lines.slice(1)) {
          const { code, stdout, stderr } = project.run(line, { PRODUCTION_ORG_ID: productionId, CI: 'true' });
          assert.equal(code, 0, `${name}: ${line}\n${stdout}${stderr}`);
        }
      }
    });
  }

  it('production is refused without its id', () => {
    const { code } = project.run('npx ringdown apply --org production', { CI: 'true' });
    assert.equal(code, 77);
  });
});
