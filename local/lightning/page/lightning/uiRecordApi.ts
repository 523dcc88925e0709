import { askOrg } from '../org-request';
import { wireAdapter } from '../wire-adapter';

type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };
type Provided = { readonly data?: unknown; readonly error?: unknown };
type FieldValue = { readonly value: unknown; readonly displayValue: string | null };
type RecordData = { readonly fields: Readonly<Record<string, FieldValue>> };
type Config = {
  readonly recordId: string;
  readonly fields?: FieldReference | readonly FieldReference[];
  readonly optionalFields?: FieldReference | readonly FieldReference[];
};

const watched = new Map<string, Set<() => void>>();
const base = '/services/data/v67.0/ui-api/records';

/** A record with some fields, again whenever somebody says that it changed. */
export const getRecord = wireAdapter<Config, Provided>({}, (config, emit) => {
  const read = (): void =>
    void askOrg('GET', `${base}/${config.recordId}?${query(config)}`).then(
      (data) => emit({ data, error: undefined }),
      (error: unknown) => emit({ data: undefined, error })
    );
  const readers = watched.get(config.recordId) ?? new Set();
  watched.set(config.recordId, readers.add(read));
  read();
  return () => readers.delete(read);
});

export const getFieldValue = (record: RecordData | undefined, field: FieldReference): unknown =>
  fieldOf(record, field)?.value;

export const getFieldDisplayValue = (
  record: RecordData | undefined,
  field: FieldReference
): string | null | undefined => fieldOf(record, field)?.displayValue;

export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  for (const { recordId } of records) for (const read of watched.get(recordId) ?? []) read();
  await Promise.resolve();
}

export const createRecord = (input: { readonly apiName: string; readonly fields: object }): Promise<unknown> =>
  askOrg('POST', base, input);

export async function updateRecord(input: { readonly fields: { readonly Id: string } }): Promise<unknown> {
  const { Id, ...fields } = input.fields;
  const answer = await askOrg('PATCH', `${base}/${Id}`, { fields });
  await notifyRecordUpdateAvailable([{ recordId: Id }]);
  return answer;
}

export const deleteRecord = (recordId: string): Promise<unknown> => askOrg('DELETE', `${base}/${recordId}`);

function query({ fields, optionalFields }: Config): string {
  const wanted = new URLSearchParams();
  const add = (name: string, given: Config['fields']): void => {
    const names = [given ?? []].flat().map(nameOf).join(',');
    if (names !== '') wanted.set(name, names);
  };
  add('fields', fields);
  add('optionalFields', optionalFields);
  return wanted.toString();
}

const nameOf = (field: FieldReference): string =>
  typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;

/** `Task.Who.Name` goes through the record in the field Who. */
function fieldOf(record: RecordData | undefined, field: FieldReference): FieldValue | undefined {
  const [, ...path] = nameOf(field).split('.');
  let held: RecordData | undefined = record;
  for (const name of path.slice(0, -1)) held = held?.fields[name]?.value as RecordData | undefined;
  return held?.fields[path.at(-1) ?? ''];
}
