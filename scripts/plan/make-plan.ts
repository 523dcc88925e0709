import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../config/resolved-config';
import { readOrganization } from '../resources/organization/read-organization';
import type { Change } from '../resources/change';
import type { Answers } from '../resources/question';
import type { Comparison, Resource } from '../resources/resource';
import type { Plan } from './plan';

export type PlanInput = {
  readonly config: ResolvedConfig;
  readonly resources: readonly Resource[];
  readonly answers: Answers;
  readonly domain: string;
  /** Milliseconds since 1970. */
  readonly now: number;
};

const order: readonly Change['kind'][] = [
  'install-package',
  'deploy-package',
  'deploy-component',
  'write-record',
  'telephony-key',
  'ask-person'
];
/** Whatever depends on packages is looked at again once these are done. */
const packages: readonly Change['kind'][] = ['install-package', 'deploy-package'];

/** Compares every resource with what the org answered. Pure: the same answers give the same plan. */
export function makePlan({ config, resources, answers, domain, now }: PlanInput): Plan {
  const compareAll = (packagesPending: boolean): readonly (readonly [string, Comparison])[] =>
    resources.map((resource) => [resource.name, resource.compare({ config, answers, now, packagesPending })]);
  const alone = compareAll(false);
  const packagesPending = alone.some(([, { changes }]) => changes.some(({ kind }) => packages.includes(kind)));
  const compared = packagesPending ? compareAll(true) : alone;
  const changes = compared
    .flatMap(([, comparison]) => comparison.changes)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const org = { ...readOrganization(answers), domain };
  return {
    org,
    orgName: config.org.name,
    apiVersion: config.apiVersion,
    changes,
    findings: compared.flatMap(([, { findings }]) => findings),
    holds: compared.flatMap(([, { holds }]) => holds),
    recheck: compared.filter(([, { recheckAfterInstall }]) => recheckAfterInstall).map(([name]) => name),
    fingerprint: fingerprintOf(org.id, changes)
  };
}

function fingerprintOf(orgId: string, changes: readonly Change[]): string {
  // A running install request changes how apply gets there, not where to.
  const lasting = changes.map((change) => ({
    ...change,
    summary: undefined,
    runningRequestId: undefined,
    waitingFor: undefined
  }));
  return createHash('sha256')
    .update(JSON.stringify([orgId, lasting]))
    .digest('hex');
}
