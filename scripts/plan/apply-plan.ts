import { preflightBlocked } from '../errors/apply';
import type {
  Change,
  DeployComponent,
  DeployPackage,
  InstallPackage,
  PersonWork,
  WriteRecord
} from '../resources/change';
import type { Answers } from '../resources/question';
import { accessProofQuestions, accessProofs, type AccessProofs } from '../resources/field-access/access-proofs';
import { recordsOf, textAt } from '../resources/org-record';
import { packageSource } from '../resources/package-source/package-source';
import { packageVersion } from '../resources/package-version/package-version';
import { runningId } from '../resources/package-version/questions';
import { resources } from '../resources/resources';
import type { ApplyContext } from './apply-context';
import { askOrg } from './ask-org';
import { deployComponents, type DeployedComponents } from './deploy-components';
import { deployPackages } from './deploy-packages';
import { installPackages, type EarlierInstalls } from './install-packages';
import { makePlan } from './make-plan';
import type { Plan } from './plan';
import { readPlan } from './read-plan';
import { activateKey, createKey } from './telephony-keys';
import { writeChanges, type RefusedRecord } from './write-changes';

export type ApplyInput = {
  readonly context: ApplyContext;
  readonly plan: Plan;
  readonly answers: Answers;
};

export type ApplyOutcome = {
  /** What the org says when everything is read back. */
  readonly after: Plan;
  /** Of which that is made. */
  readonly answers: Answers;
  /** Field access as users of the permission sets really have it. */
  readonly proofs: AccessProofs;
  readonly refused: readonly RefusedRecord[];
  /** What only a person can do now. */
  readonly byHand: readonly PersonWork[];
};

/** Does what the plan says, in its order, and reads everything back. */
export async function applyPlan(given: ApplyInput): Promise<ApplyOutcome> {
  const input = await createKey(given);
  const { context, plan } = input;
  const { org, config, clock } = context;
  const installs = plan.changes.filter(isInstall);
  await installPackages(context, installs, earlierInstalls(input));
  const production = plan.org.kind === 'production';
  const sources = plan.changes.filter(isPackage);
  const brought = await deployPackages(context, sources, production);
  const settled = installs.length + sources.length === 0 ? plan : await planAfterInstall(input);

  const deployed = await deployComponents(context, settled.changes.filter(isDeploy), production);
  await activateKey(context, settled, input.answers);
  const writes = settled.changes.filter(isWrite);
  const { refused } =
    writes.length === 0
      ? { refused: [] }
      : await writeChanges(context, {
          changes: writes,
          ids: new Map([...brought, ...deployed.ids]),
          stillToWrite: async () => (await readPlan(org, config, clock.now())).plan.changes.filter(isWrite)
        });

  const questions = accessProofQuestions(config, input.answers);
  const { plan: after, answers } = await readPlan(org, config, clock.now(), questions);
  return {
    after,
    answers,
    proofs: accessProofs(config, answers),
    refused,
    byHand: after.changes.flatMap((change) => workOf(change, deployed.refusals))
  };
}

/** What the packages brought (a call center, fields) is known only now; only the resources that wait for it are asked again. */
async function planAfterInstall({ context, plan, answers }: ApplyInput): Promise<Plan> {
  const { org, config, clock } = context;
  const again = resources.filter(({ name }) => plan.recheck.includes(name));
  const fresh = again.length === 0 ? answers : new Map([...answers, ...(await askOrg(org, again, config))]);
  const done: readonly string[] = [packageVersion.name, packageSource.name];
  const others = resources.filter(({ name }) => !done.includes(name));
  const settled = makePlan({ config, resources: others, answers: fresh, domain: org.domain, now: clock.now() });
  if (settled.findings.some(({ severity }) => severity === 'blocked'))
    throw preflightBlocked(plan.orgName, settled.findings, true);
  return settled;
}

/** Whatever a person can do and is still not done, be it that the org refused it or accepted it without effect. */
function workOf(change: Change, refusals: DeployedComponents['refusals']): readonly PersonWork[] {
  if (change.kind === 'ask-person') return [change.work];
  if (change.kind !== 'deploy-component' || change.byHand === undefined) return [];
  const refusal = refusals.get(change.address);
  return [{ ...change.byHand, ...(refusal !== undefined && { refusal }) }];
}

/** What the org knew of installations before this run: those of others that run are waited for, none of them is adopted. */
function earlierInstalls({ plan, answers }: ApplyInput): EarlierInstalls {
  const ours = plan.changes.flatMap((change) => (isInstall(change) ? [change.runningRequestId] : []));
  const rows = recordsOf(answers, runningId);
  const running = rows
    .filter((row) => textAt(row, 'Status') === 'IN_PROGRESS')
    .flatMap((row) => textAt(row, 'Id') ?? []);
  return {
    running: running.filter((id) => !ours.includes(id)),
    known: new Set(rows.flatMap((row) => textAt(row, 'Id') ?? []))
  };
}

function isInstall(change: Change): change is InstallPackage {
  return change.kind === 'install-package';
}

function isPackage(change: Change): change is DeployPackage {
  return change.kind === 'deploy-package';
}

function isDeploy(change: Change): change is DeployComponent {
  return change.kind === 'deploy-component';
}

function isWrite(change: Change): change is WriteRecord {
  return change.kind === 'write-record';
}
