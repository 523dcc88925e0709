/** One field of a describe, as far as a record page needs it. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** Objects that a reference refers to. */
  readonly referenceTo?: readonly string[];
};

/** A value of a record page: a text, a number that can be called, or another record by its id. */
export type ShownField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'phone' | 'record';
  readonly value: string;
};

/** What Salesforce keeps of every record, and layouts do not show or show at their end by name [Object Reference, System Fields]. */
const systemFields = new Set([
  ...['Id', 'IsDeleted', 'SystemModstamp', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'],
  ...['LastActivityDate', 'LastReferencedDate', 'LastViewedDate', 'MasterRecordId', 'PhotoUrl', 'CurrencyIsoCode']
]);

/** Parts of a name that layouts show as one. */
const nameParts = new Set(['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix']);

/** What a record page shows of a record: fields that say something, in the order of the describe and in words. */
export function shownFields(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>
): readonly ShownField[] {
  const hasName = typeof values['Name'] === 'string';
  return fields.flatMap(({ name, label, type, referenceTo = [] }): readonly ShownField[] => {
    const value = values[name];
    const isHidden = systemFields.has(name) || (hasName && nameParts.has(name));
    if (isHidden || value === undefined || value === null || value === '' || typeof value === 'object') return [];
    if (type === 'reference' && referenceTo.length > 0)
      return [{ name, label: label.replace(/ ID$/, ''), kind: 'record', value: String(value) }];
    return [{ name, label, kind: type === 'phone' ? 'phone' : 'text', value: wordsOf(type, value) }];
  });
}

function wordsOf(type: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const time = type === 'datetime' || type === 'date' ? new Date(String(value)) : undefined;
  if (!time || Number.isNaN(time.getTime())) return String(value);
  // A day is the same day everywhere.
  if (type === 'date') return time.toLocaleDateString('en-US', { timeZone: 'UTC' });
  return time.toLocaleString('en-US', { dateStyle: 'short', timeStyle: 'short' });
}
