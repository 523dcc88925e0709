import type { RecordWrite } from '../org/org';
import type { ComponentReference, FieldValue, WriteRecord } from '../resources/change';
import type { ApplyContext } from './apply-context';
import { writeUntilDone } from './write-until-done';

export type RefusedRecord = { readonly change: WriteRecord; readonly code: string; readonly message: string };

export type WriteOutcome = {
  readonly refused: readonly RefusedRecord[];
  /** Fields left out because what they refer to waits for a person. */
  readonly postponed: number;
};

export type WriteInput = {
  readonly changes: readonly WriteRecord[];
  /** Ids of components deployed in this run, by `Type:fullName`. */
  readonly ids: ReadonlyMap<string, string>;
  /** Compares again after a lost answer and gives what is still to be written. */
  readonly stillToWrite: () => Promise<readonly WriteRecord[]>;
};

/** Writes every record in batches; refusals are collected per record and stop nothing else. */
export async function writeChanges(
  context: ApplyContext,
  { changes, ids, stillToWrite }: WriteInput
): Promise<WriteOutcome> {
  const { emit, journal } = context;
  const step = 'users';
  emit({ type: 'step-started', step, title: `Writing ${changes.length} users, assignments and settings` });
  journal.write({ event: 'records-about-to-write', count: changes.length });
  const known = await resolveIds(context, changes, ids);
  const values = { ids: known, now: new Date(context.clock.now()).toISOString() };
  const { ready, postponed } = prepare(changes, values);
  const refused = await writeReady(context, ready, async () => prepare(await stillToWrite(), values).ready);
  journal.write({ event: 'records-written', ok: ready.length - refused.length, refused: refused.length });
  emit({
    type: 'step-finished',
    step,
    outcome: refused.length > 0 ? 'failed' : 'changed',
    detail:
      refused.length > 0
        ? `${refused.length} refused`
        : [`${ready.length} written`, ...(postponed > 0 ? [`${postponed} wait for their call center`] : [])].join(', ')
  });
  return { refused, postponed };
}

type Ready = { readonly change: WriteRecord; readonly write: RecordWrite };

async function writeReady(
  context: ApplyContext,
  first: readonly Ready[],
  again: () => Promise<readonly Ready[]>
): Promise<readonly RefusedRecord[]> {
  const refused = await writeUntilDone(context, first, again);
  return refused.flatMap(({ item: { change }, code, message }) => {
    // Somebody, or our own lost request, assigned it in the meantime: that is what was wanted.
    const isThere = code === 'DUPLICATE_VALUE' && change.sobject === 'PermissionSetAssignment';
    return isThere ? [] : [{ change, code, message }];
  });
}

/** What is known only when a change is written. */
type LateValues = { readonly ids: ReadonlyMap<string, string>; readonly now: string };

function prepare(changes: readonly WriteRecord[], late: LateValues): { ready: readonly Ready[]; postponed: number } {
  let postponed = 0;
  const ready = changes.flatMap((change): readonly Ready[] => {
    const given = Object.entries(change.fields).map(([name, value]) => [name, written(value, late)] as const);
    const present = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
    postponed += given.length - present.length;
    const complete = change.action === 'update' ? present.length > 0 : present.length === given.length;
    if (!complete) return [];
    const { sobject, id, action } = change;
    return [{ change, write: { operation: action, sobject, id, fields: Object.fromEntries(present) } }];
  });
  return { ready, postponed };
}

function written(value: FieldValue, { ids, now }: LateValues): string | number | boolean | null | undefined {
  if (typeof value !== 'object' || value === null) return value;
  return 'now' in value ? now : ids.get(keyOf(value.idOf));
}

function keyOf({ type, name, namespace }: ComponentReference): string {
  return namespace === undefined ? `${type}:${name}` : `${type}:${namespace}__${name}`;
}

/** Ids that no deploy of this run told are asked for in one more request. */
async function resolveIds(
  { org }: ApplyContext,
  changes: readonly WriteRecord[],
  deployed: ReadonlyMap<string, string>
): Promise<ReadonlyMap<string, string>> {
  const wanted = changes
    .flatMap(({ fields }) => Object.values(fields))
    .flatMap((value) => (typeof value === 'object' && value !== null && 'idOf' in value ? [value.idOf] : []));
  const missing = [...new Map(wanted.map((reference) => [keyOf(reference), reference]))].filter(
    ([key]) => !deployed.has(key)
  );
  if (missing.length === 0) return deployed;
  const answers = await org.ask(
    missing.map(([key, reference]) => ({ id: key, via: 'data', soql: soqlFor(reference) }))
  );
  const found = missing.flatMap(([key]) => {
    const answer = answers.get(key);
    const id = answer?.ok ? answer.records[0]?.['Id'] : undefined;
    return typeof id === 'string' ? [[key, id] as const] : [];
  });
  return new Map([...deployed, ...found]);
}

/** Names of components are letters, digits and underscores: nothing in them needs quoting. */
function soqlFor({ type, name, namespace }: ComponentReference): string {
  return type === 'CallCenter'
    ? `SELECT Id FROM CallCenter WHERE InternalName = '${name}'`
    : `SELECT Id FROM PermissionSet WHERE Name = '${name}' AND NamespacePrefix = ${namespace === undefined ? 'null' : `'${namespace}'`}`;
}
