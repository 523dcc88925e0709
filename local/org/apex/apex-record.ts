/** A record as a component gets it from Apex: without attributes and empty fields, parents with their ids, times as ISO 8601. */
export function apexRecord(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(record).flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (name === 'attributes' || value === null || value === undefined) return [];
    if (isRecord(value)) return [[name, { Id: idOf(value), ...apexRecord(value) }]];
    return [[name, apexValue(value)]];
  });
  return Object.fromEntries(entries);
}

const apexValue = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/.test(value) ? value.replace('+0000', 'Z') : value;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && 'attributes' in value;

const idOf = (record: Readonly<Record<string, unknown>>): string =>
  (record.attributes as { readonly url: string }).url.split('/').at(-1) ?? '';
