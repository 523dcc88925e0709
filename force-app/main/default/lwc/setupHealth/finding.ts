/** What a check looks at. */
export type CheckId = 'org' | 'centers' | 'members' | 'seats' | 'sets' | 'fields' | 'rules' | 'results' | 'channels';

export type Verdict = 'ok' | 'warning' | 'failed' | 'unknown';

/** What evidence says; the words for it are labels. */
export type EvidenceCode =
  | 'org-ok'
  | 'org-missing'
  | 'org-other'
  | 'org-no-country'
  | 'org-no-origin'
  | 'centers-none'
  | 'centers-not-https'
  | 'centers-blank'
  | 'members-ok'
  | 'members-none'
  | 'members-out'
  | 'seats-ok'
  | 'seats-out'
  | 'sets-ok'
  | 'sets-nobody'
  | 'fields-ok'
  | 'fields-closed'
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
  /** The value as it is. */
  | 'plain';

export type Evidence = {
  readonly code: EvidenceCode;
  readonly values: readonly string[];
  readonly verdict: Exclude<Verdict, 'unknown'>;
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

/** The finding that evidence makes; what is wrong comes first. */
export function findingOf(id: CheckId, evidence: readonly Evidence[]): Finding {
  const order = ['failed', 'warning', 'ok'] as const;
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
