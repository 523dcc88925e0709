import { filledIn, releaseWorkflow, type Job, type Step } from './workflow-file';
import type { Ran, Workspace } from './workspace';

/** One step that ran, or why it did not. */
export type StepRun = {
  readonly job: string;
  readonly step: string;
  readonly script: string;
  readonly ran: Ran | undefined;
  readonly notRun?: string;
};

/** What only a runner of GitHub has, or what set-up of this repository has done already. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^npm ci/, 'needs a registry; the packages are installed here already'],
  [/^npm run build$/, 'compiles what this test runs from its source'],
  [/^git |^gh /m, 'pushes to the repository and opens a pull request']
];

/**
 * Runs every script of every job in the order of the jobs, the matrix included. The login, which is the same in all of them, runs once,
 * for they share one home. Whatever fails is kept: the next step runs all the same.
 */
export async function runWorkflow(
  workspace: Workspace,
  given: { readonly secrets: Readonly<Record<string, string>>; readonly afterStep?: (run: StepRun) => void }
): Promise<readonly StepRun[]> {
  const { jobs } = releaseWorkflow();
  const runs: StepRun[] = [];
  const values: Record<string, string> = { ...given.secrets, 'github.token': '', 'github.ref_name': 'v0.1.0' };
  let login: Ran | undefined;
  for (const [job, definition] of Object.entries(jobs)) {
    for (const matrix of definition.strategy?.matrix.include ?? [{}]) {
      for (const [name, value] of Object.entries(matrix)) values[`matrix.${name}`] = value;
      for (const step of definition.steps.filter(({ run }) => run !== undefined)) {
        const run = await runStep(job, definition, step);
        runs.push(run);
        given.afterStep?.(run);
      }
    }
    for (const [name, text] of Object.entries(definition.outputs ?? {}))
      values[`needs.${job}.outputs.${name}`] = filledIn(text, values);
  }
  return runs;

  async function runStep(
    job: string,
    { env: jobEnv = {} }: Job,
    { run = '', env = {}, name, id }: Step
  ): Promise<StepRun> {
    const script = filledIn(run, values).trim();
    const about = { job, step: name ?? script, script };
    const reason = elsewhere.find(([pattern]) => pattern.test(script))?.[1];
    if (reason !== undefined) return { ...about, ran: undefined, notRun: reason };
    const filled = Object.entries({ ...jobEnv, ...env }).map(([key, text]) => [key, filledIn(text, values)]);
    const isLogin = script.includes(' org login ');
    const environment = Object.fromEntries(filled) as Record<string, string>;
    const ran = (isLogin && login) || (await workspace.run(script, environment));
    if (isLogin) login = ran;
    if (id !== undefined)
      for (const [output, value] of Object.entries(ran.outputs)) values[`steps.${id}.outputs.${output}`] = value;
    return { ...about, ran };
  }
}
