import type { ResolvedConfig } from '../../config/resolved-config';
import type { ChangeDetail, FieldValue, WriteRecord } from '../change';
import { callCenterRows } from '../call-center/call-center';
import { packagedSetsQuestion } from '../package-source/questions';
import type { Answers, Question } from '../question';
import { refusedQuestion } from '../refused-question';
import type { Comparison, Finding, Resource } from '../resource';
import { soqlList } from '../soql';
import { describeHolding, type Holding } from './holding';
import { grantsOf, roleFindings, type Grant } from './grants';
import { assignmentsId, holdersOf } from './is-assigned';
import { matchUsers, type MatchedUser } from './match-users';
import { placements, type Placement } from './placements';
import { isEmptyRule, selectorQuestions } from './selectors';
import { seatFindings, seatQuestions } from './service-cloud-seats';
import { nearNameQuestions } from './misspelt-names';
import { nameQuestions } from './unmatched-names';
import { callCenterNames, placementFindings, ruleFindings } from './user-findings';

/** Which users are in which call center, who is a Service Cloud User, and who has which permission set. */
export const userAssignment: Resource = {
  name: 'user-assignment',
  ask: (config) => [
    ...selectorQuestions(config),
    ...nameQuestions(config),
    ...(config.users.serviceCloudUser ? seatQuestions : []),
    ...(config.users.callCenters.length > 0 ? [callCenterRows] : []),
    ...((config.users.roles ?? []).length > 0 ? [packagedSetsQuestion] : []),
    ...assignmentQuestions(config)
  ],
  askMore: nearNameQuestions,
  compare({ config, answers, packagesPending }) {
    const unreadable = unreadableUsers(config, answers);
    if (unreadable.length > 0) return { changes: [], findings: unreadable, holds: [] };
    const places = placements(config, answers);
    const findings = [
      ...ruleFindings(config, answers),
      ...placementFindings(config, answers, places),
      ...seatFindings(answers, places),
      ...roleFindings(config, answers, packagesPending)
    ];
    const compared = [
      ...places.map((place) => comparePlacement(place, callCenterNames(answers))),
      ...onceEach(grantsOf(config, answers).flatMap((grant) => compareGrant(grant, config, answers)))
    ];
    return {
      changes: compared.flatMap(({ changes }) => changes),
      findings,
      holds: describeHolding(compared.flatMap(({ holding }) => holding)),
      recheckAfterInstall: packagesPending && (config.users.roles ?? []).length > 0
    };
  }
};

type Compared = Pick<Comparison, 'changes'> & { readonly holding: readonly Holding[] };

function assignmentQuestions({ permissionSets, users }: ResolvedConfig): readonly Question[] {
  const own = permissionSets.filter(({ assignTo }) => !isEmptyRule(assignTo)).map(({ name }) => name);
  const names = [...own, ...(users.roles ?? []).map(({ permissionSet }) => permissionSet)];
  if (names.length === 0) return [];
  const soql = `SELECT Id, AssigneeId, PermissionSetId, PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSet.Name IN ${soqlList(names)}`;
  return [{ id: assignmentsId, via: 'data', soql }];
}

function unreadableUsers(config: ResolvedConfig, answers: Answers): readonly Finding[] {
  return [
    ...selectorQuestions(config).flatMap(({ id }) => refusedQuestion(answers, id, 'the users whom a rule matches')),
    ...refusedQuestion(answers, assignmentsId, 'who has which permission set')
  ];
}

/** One write a user, with both fields together. */
function comparePlacement(
  { user, callCenters, serviceCloudUser }: Placement,
  names: ReadonlyMap<string, string>
): Compared {
  const [wanted] = callCenters;
  const moves = wanted !== undefined && (wanted.id === undefined || wanted.id !== user.callCenterId);
  const needsSeat = serviceCloudUser && !user.isServiceCloudUser;
  if (!moves && !needsSeat) {
    const facts = [
      ...(wanted ? [`in call center ${wanted.callCenter.displayName}`] : []),
      ...(serviceCloudUser ? ['with Service Cloud User'] : [])
    ];
    return { changes: [], holding: [{ username: user.username, fact: facts.join(', ') }] };
  }
  const details: ChangeDetail[] = [];
  const fields: Record<string, FieldValue> = {};
  if (moves) {
    const before = user.callCenterId === undefined ? undefined : (names.get(user.callCenterId) ?? user.callCenterId);
    details.push({
      field: 'call center',
      ...(before !== undefined && { before }),
      after: wanted.callCenter.displayName
    });
    fields['CallCenterId'] = wanted.id ?? { idOf: { type: 'CallCenter', name: wanted.callCenter.internalName } };
  }
  if (needsSeat) {
    details.push({ field: 'Service Cloud User', before: 'false', after: 'true' });
    fields['UserPermissionsSupportUser'] = true;
  }
  const change: WriteRecord = {
    kind: 'write-record',
    action: 'update',
    address: `user ${user.username}`,
    summary: `update the user ${user.username}: ${details.map(({ field, after }) => `${field} ${after}`).join(', ')}`,
    details,
    sobject: 'User',
    id: user.id,
    fields
  };
  return { changes: [change], holding: [] };
}

function compareGrant(grant: Grant, config: ResolvedConfig, answers: Answers): readonly Compared[] {
  const assigned = holdersOf(answers, grant.id);
  return matchUsers(grant.rule, config, answers).map((user) =>
    assigned.has(user.id)
      ? { changes: [], holding: [{ username: user.username, fact: `with permission set ${grant.label}` }] }
      : { changes: [assign(user, grant)], holding: [] }
  );
}

/** Who has two roles gets what both bring once. */
function onceEach(compared: readonly Compared[]): readonly Compared[] {
  const keyOf = ({ changes: [change], holding: [held] }: Compared): string =>
    change?.address ?? `${held?.username} ${held?.fact}`;
  return [...new Map(compared.map((each) => [keyOf(each), each])).values()];
}

function assign(user: MatchedUser, { label, id, reference }: Grant): WriteRecord {
  return {
    kind: 'write-record',
    action: 'create',
    address: `permission-set-assignment ${reference.name} ${user.username}`,
    summary: `assign the permission set ${label} to ${user.username}`,
    details: [{ field: 'permission set', after: label }],
    sobject: 'PermissionSetAssignment',
    fields: { AssigneeId: user.id, PermissionSetId: id ?? { idOf: reference } }
  };
}
