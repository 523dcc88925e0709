import type { ResolvedConfig } from '../../config/resolved-config';
import { isSameId } from '../is-same-id';
import { recordsOf, refusalOf } from '../org-record';
import type { Answers } from '../question';
import { refusedQuestion } from '../refused-question';
import type { Finding, Resource } from '../resource';
import { missingPermissions, permissionsId, permissionsQuestion } from './needed-permissions';
import { retirementFindings } from './open-cti-retirement';
import { organizationQuestion, readOrganization, type OrganizationFacts } from './read-organization';

/** Whether this is the org that the configuration means, and whether the running user may do what it asks for. */
export const organization: Resource = {
  name: 'organization',
  ask: (config) => [organizationQuestion, permissionsQuestion(config)],
  compare({ config, answers, now }) {
    const unreadable = refusedQuestion(answers, organizationQuestion.id, 'its Organization row');
    if (unreadable.length > 0) return { changes: [], findings: unreadable, holds: [] };
    const org = readOrganization(answers);
    const findings = [
      ...identityFindings(config, org),
      ...permissionFindings(config, answers),
      ...retirementFindings(config, now)
    ];
    return { changes: [], findings, holds: [`Org ${org.name}: ${org.kind}, ${org.id}`] };
  }
};

function identityFindings({ org: wanted }: ResolvedConfig, org: OrganizationFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (wanted.kind !== org.kind) {
    findings.push({
      code: 'ORG_KIND_MISMATCH',
      severity: 'blocked',
      message: `orgs.${wanted.name} is configured as ${wanted.kind}, but the org "${org.name}" (${org.id}) is a ${org.kind} org.`,
      fix: `Log in to the right org, or write kind: ${org.kind} under orgs.${wanted.name}.`
    });
  }
  if (wanted.orgId !== undefined && !isSameId(wanted.orgId, org.id)) {
    findings.push({
      code: 'ORG_ID_MISMATCH',
      severity: 'blocked',
      message: `orgs.${wanted.name} is configured as ${wanted.orgId}, but the org "${org.name}" is ${org.id}.`,
      fix: `Log in to the right org, or write orgId: ${org.id} under orgs.${wanted.name}. A refreshed sandbox has a new id.`
    });
  }
  return findings;
}

function permissionFindings(config: ResolvedConfig, answers: Answers): readonly Finding[] {
  const row = recordsOf(answers, permissionsId)[0];
  if (!row) {
    const said = refusalOf(answers, permissionsId)?.message;
    return [
      {
        code: 'PERMISSIONS_UNREADABLE',
        severity: 'warning',
        message: `The running user's permissions could not be read${said === undefined ? '' : `: ${said}`}.`,
        fix: 'Run as an administrator; a step that is not allowed fails with the org’s own words.'
      }
    ];
  }
  const missing = missingPermissions(config, row);
  if (missing.length === 0) return [];
  return [
    {
      code: 'PERMISSIONS_MISSING',
      severity: 'blocked',
      message: `The running user lacks ${missing.map(({ label, why }) => `${label} (${why})`).join(', ')}.`,
      fix: 'Log in as an administrator, or give the running user a permission set with these permissions.'
    }
  ];
}
