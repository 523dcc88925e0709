import type { ResolvedConfig } from '../../config/resolved-config';
import type { UserRule } from '../../config/resolved-config/users';
import type { ComponentReference } from '../change';
import { permissionSetRow } from '../field-access/field-access';
import { recordsOf, textAt } from '../org-record';
import { setsId } from '../package-source/questions';
import type { Answers, OrgRecord } from '../question';
import type { Finding } from '../resource';

/** A permission set that a rule gives to users. */
export type Grant = {
  readonly label: string;
  readonly rule: UserRule;
  /** Absent while the org has no such set. */
  readonly id: string | undefined;
  readonly reference: ComponentReference;
};

/** Every permission set that the configuration assigns: its own, and those of our packages by role. */
export function grantsOf({ permissionSets, users, ringdown }: ResolvedConfig, answers: Answers): readonly Grant[] {
  const namespace = ringdown?.namespace ?? '';
  const idIn = (row: OrgRecord | undefined): string | undefined => row && textAt(row, 'Id');
  return [
    ...permissionSets.map(({ name, label, assignTo }): Grant => ({
      label,
      rule: assignTo,
      id: idIn(permissionSetRow(answers, name)),
      reference: { type: 'PermissionSet', name }
    })),
    ...(users.roles ?? []).map(({ permissionSet: name, match }): Grant => ({
      label: name,
      rule: match,
      id: idIn(packagedSetRow(answers, namespace, name)),
      reference: { type: 'PermissionSet', name, ...(namespace !== '' && { namespace }) }
    }))
  ];
}

/** Roles whose permission set the org lacks, though no package of this plan is still to bring it. */
export function roleFindings(
  { users, ringdown }: ResolvedConfig,
  answers: Answers,
  packagesPending: boolean
): readonly Finding[] {
  if (packagesPending) return [];
  const lacking = (users.roles ?? []).filter(
    ({ permissionSet }) => packagedSetRow(answers, ringdown?.namespace ?? '', permissionSet) === undefined
  );
  return lacking.map(({ role, permissionSet }) => ({
    code: 'ROLE_WITHOUT_PERMISSION_SET',
    severity: 'blocked',
    message: `users.roles.${role}: the org has no permission set ${permissionSet} of Ringdown’s packages.`,
    fix: 'Say where they come from: ringdown: { source: force-app } or { release: latest }; or correct ringdown.namespace.'
  }));
}

function packagedSetRow(answers: Answers, namespace: string, name: string): OrgRecord | undefined {
  return recordsOf(answers, setsId).find(
    (row) =>
      textAt(row, 'Name') === name && (textAt(row, 'NamespacePrefix') ?? '').toLowerCase() === namespace.toLowerCase()
  );
}
