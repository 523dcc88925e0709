import type { CallFinding, Lack } from '../../../core/reconcile/reconcile-call';
import type { ListedFinding, Totals } from './reconciliation';

/** A finished run, for people and for `--json`. */
export type Reconciliation = Totals & {
  readonly org: string;
  readonly export: string;
  readonly rows: number;
  readonly skipped: {
    readonly outOfRange: number;
    readonly tooOld: number;
    readonly withoutAgent: number;
    readonly repeated: number;
  };
  /** Whether missing and incomplete logs were to be written. */
  readonly repair: boolean;
  readonly out?: string;
  readonly requests: number;
  /** The command line that repairs. */
  readonly again: string;
};

/** More of one kind than these are counted. */
const shown = 20;

/** What was compared, each gap with what to do about it, what was written, and the next step. */
export function describeReconciliation(run: Reconciliation): readonly string[] {
  const { org, export: file, rows, compared, wholeAndOnce, created, completed, refused, repair, requests } = run;
  const share = compared === 0 ? '' : ` (${((100 * wholeAndOnce) / compared).toFixed(2)} %)`;
  return [
    `# ${org}: ${wholeAndOnce} of ${compared} calls are logged once, whole and for their agent${share}`,
    `  ${file}: ${[`${rows} rows`, ...skippedWords(run)].join(', ')}; ${requests} requests`,
    '',
    ...kinds.flatMap((kind) => linesOf(kind, run)),
    ...(created + completed > 0 ? [`  + ${created} logs created, ${completed} completed, and read back`] : []),
    ...(refused > 0 ? [`  ! ${refused} refused by the org; each says why above`] : []),
    ...(compared === wholeAndOnce ? ['  = nothing to do'] : []),
    ...nextLines(run, repair)
  ];
}

const kinds: readonly CallFinding['kind'][] = ['missing', 'incomplete', 'duplicated', 'other-rep', 'unknown-agent'];

const headings: Readonly<Record<CallFinding['kind'], string>> = {
  missing: 'missing',
  incomplete: 'incomplete',
  duplicated: 'logged more than once',
  'other-rep': 'logged for another rep',
  'unknown-agent': 'logged, and whose agent is no user of the org'
};

function linesOf(kind: CallFinding['kind'], { counts, findings, out }: Reconciliation): readonly string[] {
  if (counts[kind] === 0) return [];
  const listed = findings.filter((finding) => finding.kind === kind).slice(0, shown);
  const more = counts[kind] - listed.length;
  return [
    `${counts[kind]} ${headings[kind]}:`,
    ...listed.map((finding) => `  ${finding.remedy === 'repairable' ? '+' : '!'} ${findingLine(finding)}`),
    ...(more > 0
      ? [`    … and ${more} more${out === undefined ? ' (--out FILE writes them all)' : `, all in ${out}`}`]
      : []),
    ''
  ];
}

function findingLine({
  callKey,
  place,
  agent,
  startedAt,
  logs,
  lacks,
  loggedFor,
  users,
  remedy
}: ListedFinding): string {
  const whose = agent === undefined ? '' : `, ${agent}`;
  const facts = [
    `${callKey} (${place}, ${startedAt}${whose})`,
    ...(logs.length > 0 ? [logs.join(' and ')] : []),
    ...(lacks === undefined ? [] : [lacks.map((lack) => lackWords[lack as Lack]).join(', ')]),
    ...(loggedFor === undefined ? [] : [`for ${loggedFor}`]),
    ...(users === undefined ? [] : [`the agent may be ${users.join(' or ')}`])
  ];
  return `${facts.join(': ')}${remedy === 'repairable' ? '' : ` — ${remedy}`}`;
}

const lackWords: Readonly<Record<Lack, string>> = {
  open: 'still open',
  answer: 'no time of answer',
  end: 'no end',
  outcome: 'no outcome',
  recording: 'no recording',
  transcript: 'no transcript',
  text: 'parts of its text are missing'
};

function skippedWords({ skipped }: Reconciliation): readonly string[] {
  const { outOfRange, tooOld, withoutAgent, repeated } = skipped;
  return [
    ...(outOfRange > 0 ? [`${outOfRange} outside --from and --to`] : []),
    ...(tooOld > 0 ? [`${tooOld} so old that Salesforce may have archived their logs`] : []),
    ...(withoutAgent > 0 ? [`${withoutAgent} that no agent took`] : []),
    ...(repeated > 0 ? [`${repeated} with the call key of an earlier row`] : [])
  ];
}

function nextLines({ repairable, again }: Reconciliation, repair: boolean): readonly string[] {
  return repairable > 0 && !repair ? ['', `Next: ${again}`] : [];
}
