import type { Change } from '../resources/change';
import type { Finding } from '../resources/resource';
import type { Plan } from './plan';

/** More changes of one kind than this are counted instead of listed. */
const listedPerKind = 12;

/** The plan as people read it: what would be created (+), changed (~) or asked of a person (>), and what was found (!). */
export function describePlan(plan: Plan): readonly string[] {
  const { org, orgName, changes, findings } = plan;
  return [
    `# ${orgName}: ${org.kind} org "${org.name}" (${org.id}, ${org.domain})`,
    '',
    ...(changes.length === 0 ? ['Nothing to change: the org is as the configuration says.'] : describeChanges(changes)),
    ...describeFindings(findings)
  ];
}

/** Every change, grouped by what apply does with it. */
export function describeChanges(changes: readonly Change[]): readonly string[] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind);
    const shown = some.slice(0, listedPerKind).flatMap(describeChange);
    const hidden = some.length - listedPerKind;
    return hidden > 0 ? [...shown, `  … and ${hidden} more`] : shown;
  });
}

function describeChange(change: Change): readonly string[] {
  const mark = change.kind === 'ask-person' ? '>' : change.action === 'create' ? '+' : '~';
  const details = change.details.map(({ field, before, after }) =>
    before === undefined ? `      ${field}: ${after ?? ''}` : `      ${field}: ${before} -> ${after ?? '(removed)'}`
  );
  return [`  ${mark} ${change.summary}`, ...details];
}

/** What preflight found, with the fix under each. */
export function describeFindings(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap(({ code, severity, message, fix }) => [
    `  ! ${severity === 'blocked' ? 'BLOCKED' : 'warning'} ${code}: ${message}`,
    `      ${fix}`
  ]);
  return ['', ...lines];
}

/** `2 packages, 3 components, 5 users`: what apply would write. */
export function countChanges(changes: readonly Change[]): string {
  const users = new Set(changes.flatMap((change) => (change.kind === 'write-record' ? [change.address] : []))).size;
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const parts = [
    [count('install-package'), 'package'],
    [count('deploy-component'), 'component'],
    [users, 'user or assignment', 'users and assignments'],
    [count('ask-person'), 'step by hand', 'steps by hand']
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, one, many]) => `${amount} ${amount === 1 ? one : (many ?? `${one}s`)}`)
    .join(', ');
}
