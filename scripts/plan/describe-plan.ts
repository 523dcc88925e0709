import type { Change, ChangeDetail, WriteRecord } from '../resources/change';
import type { Finding } from '../resources/resource';
import { listNames } from '../resources/user-assignment/holding';
import type { Plan } from './plan';

/** The plan as people read it: what would be created (+), changed (~) or asked of a person (>), and what was found (!). */
export function describePlan(plan: Plan): readonly string[] {
  const { org, orgName, changes, findings } = plan;
  return [
    `# ${orgName}: ${org.kind} org "${org.name}" (${org.id}, ${org.domain})`,
    '',
    ...(changes.length === 0 ? nothingToDo(findings) : describeChanges(changes, true)),
    ...describeFindings(findings)
  ];
}

function nothingToDo(findings: readonly Finding[]): readonly string[] {
  return findings.some(({ severity }) => severity === 'blocked')
    ? ['No change can be planned before the findings are dealt with.']
    : ['Nothing to change: the org is as the configuration says.'];
}

/** Every change, users with the same change together; `detailed` shows each value before and after. */
export function describeChanges(changes: readonly Change[], detailed = false): readonly string[] {
  const records = changes.filter((change): change is WriteRecord => isAboutUser(change));
  const others = changes.filter((change) => !isAboutUser(change));
  return [...others.flatMap((change) => describeChange(change, detailed)), ...describeRecords(records)];
}

/** Users with the same change are one line; a setting has a line of its own. */
function isAboutUser(change: Change): boolean {
  return change.kind === 'write-record' && ['User', 'PermissionSetAssignment'].includes(change.sobject);
}

function describeChange(change: Change, detailed: boolean): readonly string[] {
  const mark = change.kind === 'ask-person' ? '>' : change.action === 'create' ? '+' : '~';
  const details = detailed ? change.details.filter((detail) => isTelling(detail, change)).map(describeDetail) : [];
  return [`  ${mark} ${change.summary}`, ...details];
}

function describeDetail({ field, before, after }: ChangeDetail): string {
  return before === undefined
    ? `      ${field}: ${after ?? ''}`
    : `      ${field}: ${before} -> ${after ?? '(removed)'}`;
}

/** A call center keeps its settings twice, and what is created says little by what it is not: once is enough to read. */
function isTelling({ field, before, after }: ChangeDetail, { details, action }: Change): boolean {
  if (action === 'create' && before === undefined && after === 'false') return false;
  const item = field === 'adapterUrl' ? 'reqAdapterUrl' : /^customSettings\.(\w+)$/.exec(field)?.[1];
  return (
    item === undefined || !details.some((other) => other.field === `reqGeneralInfo/${item}` && other.after === after)
  );
}

function describeRecords(records: readonly WriteRecord[]): readonly string[] {
  const keyOf = ({ sobject, action, details }: WriteRecord): string => JSON.stringify([sobject, action, details]);
  return [...new Set(records.map(keyOf))].flatMap((key) => {
    const alike = records.filter((record) => keyOf(record) === key);
    const [first] = alike;
    if (first === undefined) return [];
    const what = first.details
      .map(
        ({ field, before, after }) =>
          `${field} ${after ?? ''}${field === 'call center' && before !== undefined ? ` instead of ${before}` : ''}`
      )
      .join(', ');
    const users = alike.map(({ address }) => address.slice(address.lastIndexOf(' ') + 1));
    return [
      `  ${first.action === 'create' ? '+' : '~'} ${users.length} ${users.length === 1 ? 'user' : 'users'}: ${what}`,
      `      ${listNames(users)}`
    ];
  });
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
  const records = changes.filter(({ kind }) => kind === 'write-record');
  const users = new Set(records.filter(isAboutUser).map(({ address }) => address)).size;
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const parts = [
    [count('install-package') + count('deploy-package'), 'package'],
    [count('deploy-component'), 'component'],
    [records.length - records.filter(isAboutUser).length, 'setting'],
    [users, 'user or assignment', 'users and assignments'],
    [count('telephony-key'), 'key pair'],
    [count('ask-person'), 'step by hand', 'steps by hand']
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, one, many]) => `${amount} ${amount === 1 ? one : (many ?? `${one}s`)}`)
    .join(', ');
}
