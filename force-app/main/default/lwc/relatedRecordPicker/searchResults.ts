import type { RelatedObject, RelatedRecord } from './relatedRecord';

/** Matches of one object, in the order in which the platform ranks them. */
export type ResultGroup = { readonly objectName: RelatedObject; readonly records: readonly RelatedRecord[] };

type Row = { readonly Id?: unknown } & Readonly<Record<string, unknown>>;

/** The order in which RelatedRecords.search returns the objects. */
const order: readonly RelatedObject[] = ['Contact', 'Lead', 'Account', 'Case'];

/** What RelatedRecords.search answered, by object; objects without a match and rows without an id are left out. */
export function searchResults(answer: unknown): readonly ResultGroup[] {
  return order
    .map((objectName, index) => ({
      objectName,
      records: rowsOf(Array.isArray(answer) ? (answer as readonly unknown[])[index] : undefined).map((row) =>
        recordOf(objectName, row)
      )
    }))
    .filter(({ records }) => records.length > 0);
}

function rowsOf(rows: unknown): readonly Row[] {
  if (!Array.isArray(rows)) return [];
  return (rows as readonly unknown[]).filter(
    (row): row is Row => typeof row === 'object' && row !== null && typeof (row as Row).Id === 'string'
  );
}

function recordOf(objectName: RelatedObject, row: Row): RelatedRecord {
  const recordId = textOf(row, 'Id');
  switch (objectName) {
    case 'Case': {
      const person = { recordId: textOf(row, 'ContactId'), name: textOf(row, 'Contact.Name') };
      const detail = joined(textOf(row, 'Subject'), person.name, textOf(row, 'Status'));
      return {
        recordId,
        objectName,
        name: textOf(row, 'CaseNumber') || recordId,
        detail,
        ...(person.recordId === '' ? {} : { person: { ...person, name: person.name || person.recordId } })
      };
    }
    case 'Account':
      return { recordId, objectName, name: textOf(row, 'Name') || recordId, detail: textOf(row, 'Phone') };
    case 'Contact':
    case 'Lead': {
      const company = textOf(row, 'Account.Name') || textOf(row, 'Company');
      const reach = textOf(row, 'Phone') || textOf(row, 'MobilePhone') || textOf(row, 'Email');
      return { recordId, objectName, name: textOf(row, 'Name') || recordId, detail: joined(company, reach) };
    }
    default:
      return objectName satisfies never;
  }
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** Fields come by name, with related records nested. */
function textOf(row: Row, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>(
      (record, field) => (typeof record === 'object' && record !== null ? (record as Row)[field] : undefined),
      row
    );
  return typeof value === 'string' ? value : '';
}
