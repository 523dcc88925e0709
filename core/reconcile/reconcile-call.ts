import { type ExportedCall, type HeldLog } from './exported-call';

/** What a log should have and has not. */
export type Lack = 'open' | 'answer' | 'end' | 'outcome' | 'recording' | 'transcript' | 'text';

/** One thing that is wrong with the log of a call. */
export type CallFinding = { readonly call: ExportedCall } & (
  | { readonly kind: 'missing'; readonly rep: Rep }
  /** More than one log; which of them stays is for a person to say. */
  | { readonly kind: 'duplicated'; readonly logs: readonly HeldLog[] }
  | { readonly kind: 'incomplete'; readonly log: HeldLog; readonly lacks: readonly Lack[] }
  | { readonly kind: 'other-rep'; readonly log: HeldLog; readonly rep: Rep & { readonly kind: 'known' } }
  /** It is logged; whether for the right rep nobody can say. */
  | { readonly kind: 'unknown-agent'; readonly log: HeldLog; readonly rep: Exclude<Rep, { kind: 'known' }> }
);

/** Whom the phone system means by an agent: one user, nobody, or several whom nobody can tell apart. */
export type Rep =
  | { readonly kind: 'known'; readonly userId: string; readonly isActive: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly userIds: readonly string[] };

/** What is wrong with the log of a call; nothing when it is there once, whole, and the rep's. */
export function reconcileCall(call: ExportedCall, logs: readonly HeldLog[], rep: Rep): readonly CallFinding[] {
  const own = logs.filter((log) => !log.isByCall || rep.kind !== 'known' || log.repId === rep.userId);
  const [log, ...others] = own.length > 0 ? own : logs.filter((each) => !each.isWithoutKey);
  if (log === undefined) return [{ call, kind: 'missing', rep }];
  if (others.length > 0) return [{ call, kind: 'duplicated', logs: own }];
  const lacks = lacksOf(call, log);
  return [
    ...(lacks.length > 0 ? [{ call, kind: 'incomplete', log, lacks } as const] : []),
    ...(rep.kind === 'known' && rep.userId !== log.repId ? [{ call, kind: 'other-rep', log, rep } as const] : []),
    ...(rep.kind === 'known' ? [] : [{ call, kind: 'unknown-agent', log, rep } as const])
  ];
}

function lacksOf(call: ExportedCall, log: HeldLog): readonly Lack[] {
  const { parts } = log;
  // A log that a vendor's page saved has the standard fields only: nothing of ours can be asked of it.
  const isOurs = log.isWithoutKey !== true;
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['open', log.isOpen && call.endedAt !== undefined],
    ['answer', isOurs && call.answeredAt !== undefined && log.answeredAt === undefined],
    ['end', isOurs && call.endedAt !== undefined && log.endedAt === undefined],
    ['outcome', isOurs && call.outcome !== undefined && log.outcome === undefined],
    ['recording', isOurs && call.recordingUrl !== undefined && log.recordingUrl === undefined],
    ['transcript', isOurs && call.transcriptUrl !== undefined && log.transcriptUrl === undefined],
    ['text', parts !== undefined && parts.held < parts.wanted]
  ];
  return lacks.flatMap(([lack, isSo]) => (isSo ? [lack] : []));
}
