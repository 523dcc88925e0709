import type { Fields } from '../org-data';
import type { Sobject } from '../sobjects/sobject';
import { fieldsOf } from '../sobjects/sobjects';
import type { LocalOrg } from '../state/state';

/** Where the last number of each field is kept: a number is never given twice, whatever is deleted. */
const counters = 'AutoNumberCounter';

/** The next value of every auto number of an sObject. */
export function nextAutoNumbers(org: LocalOrg, sobject: Sobject): Fields {
  const numbered = [...fieldsOf(org, sobject).values()].filter((field) => field.autoNumber !== null);
  return Object.fromEntries(
    numbered.map((field) => [
      field.name,
      formatted(field.autoNumber ?? '{0}', next(org, `${sobject.name}.${field.name}`))
    ])
  );
}

function next(org: LocalOrg, field: string): number {
  const row = org.rows(counters).find((each) => each.Field === field);
  const last = Number(row?.Last ?? 0) + 1;
  if (row) org.update(counters, row.Id, { Last: last });
  else org.insert(counters, { Field: field, Last: last });
  return last;
}

/** `CLP-{000000}` has as many digits as it has zeros [Metadata API guide, CustomField, displayFormat]. */
const formatted = (format: string, number: number): string =>
  format.replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'));
