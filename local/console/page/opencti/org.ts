import type { Field } from '../../opencti/record-fields';
import { orgPlace } from '../settings';

/** An answer of the org that is no success. */
export type Refusal = { readonly status: number; readonly body: unknown };

/** The org's answer, or why there is none. */
export type Asked<Body> =
  { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly refusal: Refusal };

/** Asks the org as the rep who works here; a status of 0 means that it could not be reached. */
export async function ask<Body>(method: string, path: string, body?: unknown): Promise<Asked<Body>> {
  try {
    const response = await fetch(`${orgPlace()}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    const answered: unknown = text === '' ? undefined : JSON.parse(text);
    return response.ok
      ? { ok: true, body: answered as Body }
      : { ok: false, refusal: { status: response.status, body: answered } };
  } catch (error) {
    return { ok: false, refusal: { status: 0, body: error instanceof Error ? error.message : String(error) } };
  }
}

const base = '/services/data/v66.0';

/** Records of a query; none when the org refuses it. */
export async function query<Row>(soql: string): Promise<readonly Row[]> {
  const answer = await ask<{ readonly records: readonly Row[] }>('GET', `${base}/query?q=${encodeURIComponent(soql)}`);
  return answer.ok ? answer.body.records : [];
}

/** What a describe says of an sObject and of its fields, as far as a page needs it. */
export type Described = {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
};

let objects: Promise<readonly Described[]> | undefined;

/** Every sObject of the org. */
export function describedObjects(): Promise<readonly Described[]> {
  objects ??= ask<{ readonly sobjects: readonly Described[] }>('GET', `${base}/sobjects`).then((answer) =>
    answer.ok ? answer.body.sobjects : []
  );
  return objects;
}

/** The fields of an sObject. */
export async function fieldsOf(object: string): Promise<readonly Field[]> {
  const answer = await ask<{ readonly fields: readonly Field[] }>('GET', `${base}/sobjects/${object}/describe`);
  return answer.ok ? answer.body.fields : [];
}

/** A record with all of its fields; undefined when there is none that the rep may see. */
export async function readRecord(
  recordId: string
): Promise<{ readonly object: Described; readonly values: Readonly<Record<string, unknown>> } | undefined> {
  const object = (await describedObjects()).find(({ keyPrefix }) => keyPrefix === recordId.slice(0, 3));
  if (!object) return undefined;
  const answer = await ask<Readonly<Record<string, unknown>>>('GET', `${base}/sobjects/${object.name}/${recordId}`);
  return answer.ok ? { object, values: answer.body } : undefined;
}

/** What names a record. */
export const nameOf = (values: Readonly<Record<string, unknown>>): string =>
  [values['Name'], values['CaseNumber'], values['Subject'], values['Id']].find(
    (value): value is string => typeof value === 'string' && value !== ''
  ) ?? '';

/** Every record in which the text is found, by sObject. */
export async function search(
  term: string,
  returning: readonly { readonly object: string; readonly fields: readonly string[] }[]
): Promise<Asked<readonly Readonly<Record<string, unknown>>[]>> {
  const list = returning.map(({ object, fields }) => `${object}(${[...new Set(['Id', ...fields])].join(', ')})`);
  const escaped = term.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, (sign) => `\\${sign}`);
  const sosl = `FIND {${escaped}} IN ALL FIELDS RETURNING ${list.join(', ')}`;
  const answer = await ask<{ readonly searchRecords: readonly Readonly<Record<string, unknown>>[] }>(
    'GET',
    `${base}/search?q=${encodeURIComponent(sosl)}`
  );
  return answer.ok ? { ok: true, body: answer.body.searchRecords } : answer;
}
