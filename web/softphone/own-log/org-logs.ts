import { type PartValues, type TaskField, type TaskValues } from '../../../core/call-log/task-values';
import { kindOfProblem, type SendProblem } from '../../../core/sending/send-problem';
import { fieldsOf, textOf } from '../../shared/session-wire/plain-value';
import { type CallCenter } from '../call-center';
import { type OpenCti } from '../open-cti';

/** What the org has of a log, whatever its fields are called there. */
export type SavedLog = { readonly taskId: string; readonly value: (field: TaskField) => unknown };

/** What the softphone asks of the org for its logs, by SoftphoneLogs. Each rejects with a {@link LogRefusal}. */
export type OrgLogs = {
  /** As the org tells them; see log-rules.ts. */
  readonly settings: () => Promise<Row>;
  readonly find: (callKey: string) => Promise<SavedLog | undefined>;
  /** Rejects with the code DUPLICATE_VALUE when the key is there. */
  readonly create: (values: TaskValues) => Promise<string>;
  /** Names the log by its call key; what is not named stays. */
  readonly complete: (values: TaskValues) => Promise<void>;
  /** Answers the id of the first. */
  readonly saveParts: (parts: readonly PartValues[]) => Promise<string>;
  /** A record whose number is dialled, as SoftphoneLogs.called reads it; undefined for one of another kind. */
  readonly called: (recordId: string) => Promise<Row | undefined>;
  /** The contact that a person account is; undefined for a company, and in an org without person accounts. */
  readonly personContact: (accountId: string) => Promise<string | undefined>;
};

export type Row = Readonly<Record<string, unknown>>;

/** Says why the org did not do it, and whether that passes. */
export class LogRefusal extends Error {
  readonly problem: SendProblem;

  constructor(problem: SendProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Milliseconds: Apex may run as long as two minutes, and starts slowly in an org where nobody has asked for a while. */
const patience = 150_000;

/** The org through Open CTI, as long as the rep is who works in it. */
export function orgLogs(
  openCti: Pick<OpenCti, 'runApex'>,
  { classPrefix, fieldPrefix }: Pick<CallCenter, 'classPrefix' | 'fieldPrefix'>,
  userId: string
): OrgLogs {
  const ask = async (method: string, given: Readonly<Record<string, string>> = {}): Promise<Row> => {
    const params = Object.entries(given).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const outcome = await openCti.runApex(`${classPrefix}SoftphoneLogs`, method, params.join('&'), patience);
    // Open CTI says of a lost network and of a class that threw the same: it is tried again.
    if (!outcome.ok) throw new LogRefusal({ kind: 'offline', message: outcome.words });
    const answer = answerIn(outcome.value);
    if (String(answer.userId).slice(0, 15) !== userId.slice(0, 15))
      throw new LogRefusal({ kind: 'other-user', message: 'Another user is signed in.' });
    const [refusal] = rowsIn(answer.errors);
    if (refusal) throw refused(textOf(refusal.code) ?? '', textOf(refusal.message) ?? '');
    return answer;
  };
  const records = async (method: string, given: Readonly<Record<string, string>>): Promise<readonly Row[]> =>
    rowsIn((await ask(method, given)).records);
  const called = async (recordId: string): Promise<Row | undefined> => (await records('called', { recordId }))[0];
  const named = (values: object): string =>
    JSON.stringify(Object.fromEntries(Object.entries(values).map(([name, value]) => [own(name), value])));
  const own = (name: string): string => (name.endsWith('__c') ? `${fieldPrefix}${name}` : name);

  return {
    settings: () => ask('settings'),
    find: async (callKey) => {
      const [row] = await records('find', { callKey });
      // How Apex of a package writes the names of its own fields into JSON is documented nowhere.
      return row && { taskId: idIn(row), value: (field) => row[own(field)] ?? row[field] };
    },
    create: async (values) => idIn((await records('create', { log: named(values) }))[0]),
    complete: async (values) => void (await ask('complete', { log: named(values) })),
    saveParts: async (parts) => {
      const saved: string[] = [];
      // One by one: each is as long as a field.
      for (const part of parts) saved.push(idIn((await records('saveParts', { parts: `[${named(part)}]` }))[0]));
      return saved[0] ?? '';
    },
    called,
    personContact: async (recordId) => {
      try {
        return textOf((await called(recordId))?.PersonContactId);
      } catch (error) {
        // The org knows no such field, or the rep may not see it: then accounts are what logs are about.
        if (error instanceof LogRefusal && error.problem.kind === 'refused') return undefined;
        throw error;
      }
    }
  };
}

/** What came of a failure of any kind; what is no refusal of the org is a mistake here, and stays until somebody looks. */
export function problemOf(failure: unknown): SendProblem {
  return failure instanceof LogRefusal ? failure.problem : { kind: 'refused', message: String(failure) };
}

function refused(code: string, message: string): LogRefusal {
  const isDml = !code.startsWith('System.') || code === 'System.DmlException';
  return new LogRefusal({ kind: kindOfProblem({ code, message, isApex: true, isDml }), code, message });
}

function answerIn(value: unknown): Row {
  const text = textOf(value) ?? textOf(fieldsOf(value)?.runApex) ?? '';
  try {
    return fieldsOf(JSON.parse(text)) ?? {};
  } catch {
    throw new LogRefusal({ kind: 'offline', message: 'Salesforce gave no answer that can be read.' });
  }
}

function rowsIn(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.map((row) => fieldsOf(row) ?? {}) : [];
}

function idIn(row: Row | undefined): string {
  const id = textOf(row?.Id);
  if (id !== undefined) return id;
  throw new LogRefusal({ kind: 'busy', message: 'Salesforce answered without the id of what it saved.' });
}
