import type { OrgSettings } from 'c/orgSettings';
import type { PhoneFailure } from 'c/phoneBridge';

/** What keeps the phone from working. */
export type ProblemKind = PhoneFailure['kind'] | 'not-configured' | 'silent';

export type Problem = { readonly kind: ProblemKind; readonly detail?: string };

/** All that is known about whether the phone can work; undefined where it is not known, which is no problem. */
export type Facts = {
  readonly isOnline: boolean;
  readonly org?: OrgSettings;
  readonly isInCallCenter?: boolean;
  /** Labels or names of fields that a call log needs and the person cannot use. */
  readonly closedFields?: readonly string[];
  readonly failure?: PhoneFailure;
  readonly isSilent: boolean;
};

/** What follows from another problem, and so is not shown beside it. */
const followsFrom: Partial<Record<ProblemKind, readonly ProblemKind[]>> = {
  silent: ['offline', 'not-in-call-center'],
  server: ['offline'],
  'pop-up-blocked': ['offline'],
  'cookies-blocked': ['offline']
};

/** Whether the page of the phone system signs reps in, opens records and logs calls. */
export const isVendors = (org: OrgSettings | undefined): boolean => org?.popsAndLogs === 'vendor';

/** The problems to solve, each once, the one that the others may follow from first. */
export function problemsIn(facts: Facts): readonly Problem[] {
  const found: readonly Problem[] = [
    ...(facts.isOnline ? [] : [{ kind: 'offline' } as const]),
    ...(facts.org?.isConfigured === false ? [{ kind: 'not-configured' } as const] : []),
    ...(facts.isInCallCenter === false ? [{ kind: 'not-in-call-center' } as const] : []),
    ...(isVendors(facts.org) ? [] : ownProblemsIn(facts))
  ];
  const kinds = new Set(found.map(({ kind }) => kind));
  const isFirst = ({ kind }: Problem, at: number): boolean => found.findIndex((other) => other.kind === kind) === at;
  return found.filter(
    (problem, at) => isFirst(problem, at) && !followsFrom[problem.kind]?.some((root) => kinds.has(root))
  );
}

/** Those of a phone page of ours and of the log that we write. */
function ownProblemsIn({ failure, isSilent, closedFields = [] }: Facts): readonly Problem[] {
  return [
    ...(failure && failure.kind !== 'field-access' ? [failure] : []),
    ...(isSilent ? [{ kind: 'silent' } as const] : []),
    ...(closedFields.length > 0 ? [{ kind: 'field-access', detail: closedFields.join(', ') } as const] : []),
    ...(failure?.kind === 'field-access' ? [failure] : [])
  ];
}
