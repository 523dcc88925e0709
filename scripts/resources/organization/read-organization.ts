import type { OrgKind } from '../../config/resolved-config/org';
import { recordsOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import { orgKindOf } from './org-kind';

/** What an org says of itself. */
export type OrganizationFacts = { readonly id: string; readonly name: string; readonly kind: OrgKind };

export const organizationQuestion: Question = {
  id: 'organization:row',
  via: 'data',
  soql: 'SELECT Id, Name, OrganizationType, IsSandbox, TrialExpirationDate, InstanceName, NamespacePrefix FROM Organization'
};

/** The org's own word, asked in every run; an org that does not answer counts as production with no id. */
export function readOrganization(answers: Answers): OrganizationFacts {
  const row = recordsOf(answers, organizationQuestion.id)[0] ?? {};
  return { id: textAt(row, 'Id') ?? '', name: textAt(row, 'Name') ?? '', kind: orgKindOf(row) };
}
