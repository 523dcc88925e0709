import type { PhoneFailure } from 'c/phoneBridge';

/** What keeps the phone from working. */
export type ProblemKind = PhoneFailure['kind'] | 'not-configured' | 'silent';

export type Problem = { readonly kind: ProblemKind; readonly detail?: string };

/** All that is known about whether the phone can work; undefined where it is not known, which is no problem. */
export type Facts = {
  readonly isOnline: boolean;
  readonly isConfigured?: boolean;
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

/** The problems to solve, each once, the one that the others may follow from first. */
export function problemsIn(facts: Facts): readonly Problem[] {
  const { failure, closedFields = [] } = facts;
  const found: readonly Problem[] = [
    ...(facts.isOnline ? [] : [{ kind: 'offline' } as const]),
    ...(facts.isConfigured === false ? [{ kind: 'not-configured' } as const] : []),
    ...(facts.isInCallCenter === false ? [{ kind: 'not-in-call-center' } as const] : []),
    ...(failure && failure.kind !== 'field-access' ? [failure] : []),
    ...(facts.isSilent ? [{ kind: 'silent' } as const] : []),
    ...(closedFields.length > 0 ? [{ kind: 'field-access', detail: closedFields.join(', ') } as const] : []),
    ...(failure?.kind === 'field-access' ? [failure] : [])
  ];
  const kinds = new Set(found.map(({ kind }) => kind));
  const isFirst = ({ kind }: Problem, at: number): boolean => found.findIndex((other) => other.kind === kind) === at;
  return found.filter(
    (problem, at) => isFirst(problem, at) && !followsFrom[problem.kind]?.some((root) => kinds.has(root))
  );
}

/** Whether the running user is in a call center, by what Agents.me answered; undefined when it answered nothing. */
export function isInCallCenter(answer: unknown): boolean | undefined {
  const [me] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
  if (typeof me !== 'object' || me === null) return undefined;
  return typeof (me as { CallCenterId?: unknown }).CallCenterId === 'string';
}

/** Whether the tool was run for this org: by what RingdownOrgs.current answered, whose owner is the running org. */
export function isConfigured(answer: unknown): boolean {
  const { ConfiguredFor__c: made, SetupOwnerId: org } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  // Ids come with 15 or 18 characters; the first 15 identify.
  return typeof made === 'string' && typeof org === 'string' && made !== '' && made.slice(0, 15) === org.slice(0, 15);
}
