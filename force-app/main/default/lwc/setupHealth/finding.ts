/** What a check looks at. */
export type CheckId =
  | 'org'
  | 'centers'
  | 'sites'
  | 'microphone'
  | 'sets'
  | 'members'
  | 'seats'
  | 'permissions'
  | 'fields'
  | 'objects'
  | 'classes'
  | 'rules'
  | 'results'
  | 'channels'
  | 'presence'
  | 'reps';

export type Verdict = 'ok' | 'warning' | 'failed' | 'unknown';

/** What evidence says; the words for it are labels. */
export type EvidenceCode =
  | 'org-ok'
  | 'org-missing'
  | 'org-other'
  | 'org-vendor'
  | 'org-no-country'
  | 'org-no-origin'
  | 'centers-none'
  | 'centers-not-https'
  | 'centers-blank'
  | 'sites-unneeded'
  | 'sites-none'
  | 'sites-unframed'
  | 'sites-unconnected'
  | 'microphone-unneeded'
  | 'microphone-header'
  | 'members-ok'
  | 'members-none'
  | 'members-out'
  | 'seats-ok'
  | 'seats-out'
  | 'sets-ok'
  | 'sets-nobody'
  | 'permissions-ok'
  | 'permissions-no-tasks'
  | 'permissions-no-api'
  | 'fields-ok'
  | 'fields-closed'
  | 'opens-less'
  | 'objects-ok'
  | 'classes-ok'
  | 'classes-gone'
  | 'vendor-does'
  | 'rules-ok'
  | 'rules-none'
  | 'rules-incomplete'
  | 'rules-no-object'
  | 'rules-no-field'
  | 'results-ok'
  | 'results-none'
  | 'results-twice'
  | 'channels-ok'
  | 'channels-none'
  | 'channels-missing'
  | 'presence-ok'
  | 'presence-none'
  | 'presence-off'
  | 'presence-unknown'
  | 'reps-unset'
  | 'reps-on'
  | 'reps-off'
  | 'reps-unclear'
  /** The value as it is. */
  | 'plain';

export type Evidence = {
  readonly code: EvidenceCode;
  readonly values: readonly string[];
  /** `unknown` is what no query shows, so that a person has to look. */
  readonly verdict: Verdict;
};

/** What a check came to: the worst of its evidence, or what kept it from being made. */
export type Finding = {
  readonly id: CheckId;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly error?: unknown;
};

export const fine = (code: EvidenceCode, ...values: readonly string[]): Evidence => ({ code, values, verdict: 'ok' });
export const doubt = (code: EvidenceCode, ...values: readonly string[]): Evidence => ({
  code,
  values,
  verdict: 'warning'
});
export const wrong = (code: EvidenceCode, ...values: readonly string[]): Evidence => ({
  code,
  values,
  verdict: 'failed'
});

export const unseen = (code: EvidenceCode, ...values: readonly string[]): Evidence => ({
  code,
  values,
  verdict: 'unknown'
});

/** The finding that evidence makes; what is wrong comes first. */
export function findingOf(id: CheckId, evidence: readonly Evidence[]): Finding {
  const order = ['failed', 'warning', 'unknown', 'ok'] as const;
  const sorted = [...evidence].sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
  return { id, verdict: sorted[0]?.verdict ?? 'ok', evidence: sorted };
}

/** The finding of a check that could not be made. */
export const unknown = (id: CheckId, error: unknown): Finding => ({ id, verdict: 'unknown', evidence: [], error });

/** True for what a person without the permission set of administrators is answered. */
export function isNoAccess(error: unknown): boolean {
  const body = (error as { body?: { exceptionType?: unknown; message?: unknown } } | undefined)?.body;
  // The queries are fixed: one that fails names something which the user may not see.
  return (
    ['System.NoAccessException', 'System.QueryException'].includes(String(body?.exceptionType)) ||
    String(body?.message).startsWith('You do not have access to the Apex class')
  );
}
