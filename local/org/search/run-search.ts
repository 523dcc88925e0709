import { badRequest } from '../api-error';
import { accessibleFieldsOf } from '../access/field-access';
import { mayAccess } from '../access/object-access';
import { visibleRowsAmong, visibleRowsOf } from '../access/record-access';
import type { Row } from '../org-data';
import { runQuery } from '../soql/run-query';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { fieldsOf, findSobject } from '../sobjects/sobjects';
import type { LocalOrg } from '../state/state';
import { matches } from './matches';
import type { SearchScope, Sosl } from './parse-sosl';
import { parseTerm, type Term } from './search-term';
import { makeWordIndex } from './word-index';

type Records = readonly Readonly<Record<string, unknown>>[];

/** Searches as the user, and gives one list of records for each object of RETURNING. */
export function runSearch(
  { org, userId, base }: { readonly org: LocalOrg; readonly userId: string; readonly base: string },
  sosl: Sosl
): readonly Records[] {
  const term = parseTerm(sosl.term);
  const returning =
    sosl.returning.length > 0 ? sosl.returning : searchable.map((sobject) => ({ sobject, fields: 'Id', rest: '' }));
  return returning.map(({ sobject: name, fields, rest }) => {
    const sobject = findSobject(org, name);
    if (!sobject || !mayAccess(org, userId, sobject, 'Read'))
      throw badRequest('INVALID_TYPE', `sObject type '${name}' is not supported.`);
    const searched = [...accessibleFieldsOf(org, userId, sobject).values()].filter((field) => isIn(sosl.scope, field));
    const found = candidatesOf(org, sobject, userId, term).filter((row) => matches(term, row, searched));
    const among = new Set(found.map(({ Id }) => Id));
    const { records } = runQuery({
      org,
      userId,
      soql: `SELECT ${fields} FROM ${name} ${rest}`,
      api: 'data',
      base,
      among
    });
    return records.slice(0, Math.min(sosl.limit ?? mostRecords, mostRecords));
  });
}

/** Rows among which are all that match and that the user may see. */
function candidatesOf(org: LocalOrg, sobject: Sobject, userId: string, term: Term): readonly Row[] {
  if (sobject.derive) return visibleRowsOf(org, sobject, userId);
  const fields = [...fieldsOf(org, sobject).values()].filter((field) => isIn('ALL', field) || isIn('NAME', field));
  // Another field makes another index.
  const key = `words of ${fields.map(({ name, type }) => `${name}:${type}`).join()}`;
  const ids = org.index(sobject.name, key, () => makeWordIndex(fields)).candidates(term);
  return ids ? visibleRowsAmong(org, sobject, userId, ids) : visibleRowsOf(org, sobject, userId);
}

/** Objects that a search without RETURNING looks into here. */
const searchable = ['Account', 'Contact', 'Lead', 'Case'];

/** The most records of a search [SOSL limits]. */
const mostRecords = 2000;

function isIn(scope: SearchScope, field: Field): boolean {
  switch (scope) {
    case 'ALL':
      return ['string', 'textarea', 'email', 'phone', 'url', 'combobox'].includes(field.type);
    case 'NAME':
      return /^(Name|FirstName|LastName|Company|CaseNumber|Subject)$/.test(field.name);
    case 'EMAIL':
      return field.type === 'email';
    case 'PHONE':
      return field.type === 'phone';
    default:
      return scope satisfies never;
  }
}
