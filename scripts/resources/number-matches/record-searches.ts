import type { PopSearch } from '../../../core/screen-pop/pop-searches';
import type { ParsedNumber } from '../../../core/phone-number/phone-number';
import { flagAt, recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';
import { soqlText } from '../soql';

/** As in the package's Apex class SearchedField. */
const mostRecords = 20;

/** The search of one rule, as the package makes it, or why it cannot be made in this org. */
export type RecordSearch = { readonly search: PopSearch } & (
  | { readonly kind: 'search'; readonly query: string; readonly nameField: string; readonly question: Question }
  | { readonly kind: 'impossible'; readonly reason: string }
);

const describeId = (object: string): string => `number-matches:fields:${object.toLowerCase()}`;

/** What the objects of the rules are made of. */
export function objectQuestions(searches: readonly PopSearch[]): readonly Question[] {
  const objects = new Map(searches.map(({ rule }) => [rule.objectName.toLowerCase(), rule.objectName]));
  return [...objects.values()].map((sobject) => ({ id: describeId(sobject), via: 'describe', sobject }));
}

/** The query of a rule's search. A number is looked for however it is written, anything else as it is. */
export function recordSearch(search: PopSearch, number: ParsedNumber, answers: Answers): RecordSearch {
  const { objectName, fieldName, name } = search.rule;
  const refusal = refusalOf(answers, describeId(objectName));
  if (refusal) return { search, kind: 'impossible', reason: `the org does not show the object ${objectName}` };
  const fields = recordsOf(answers, describeId(objectName));
  const field = fields.find((one) => textAt(one, 'name')?.toLowerCase() === fieldName.toLowerCase());
  const written = field && textAt(field, 'name');
  if (field === undefined || written === undefined)
    return { search, kind: 'impossible', reason: `${objectName} has no field ${fieldName}` };
  const nameField = nameFieldOf(fields);
  const columns = [...new Set(['Id', nameField, written, ...kinshipOf(objectName, fields)])].join(', ');
  const id = `number-matches:rule:${name}`;
  if (number.kind === 'unreadable') {
    const query = `SELECT ${columns} FROM ${objectName}${filter(objectName, `${written} = ${soqlText(search.value)}`)} LIMIT ${mostRecords}`;
    return { search, kind: 'search', query, nameField, question: { id, via: 'data', soql: query } };
  }
  const scope = textAt(field, 'type') === 'phone' ? 'PHONE' : 'ALL';
  const query = `FIND {${phrases(search.terms)}} IN ${scope} FIELDS RETURNING ${objectName}(${columns}${filter(objectName)} LIMIT ${mostRecords})`;
  return { search, kind: 'search', query, nameField, question: { id, via: 'search', sosl: query } };
}

/** Nothing but letters, digits and single blanks: no sign that means something in a search. */
function phrases(terms: readonly string[]): string {
  return terms
    .map((term) => term.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((plain) => plain.length > 1)
    .map((plain) => `"${plain}"`)
    .join(' OR ');
}

/** What tells whether another record is the same caller; only an org with person accounts has both fields. */
function kinshipOf(objectName: string, fields: readonly OrgRecord[]): readonly string[] {
  if (objectName.toLowerCase() !== 'contact') return [];
  const names = fields.map((field) => textAt(field, 'name'));
  return ['AccountId', 'IsPersonAccount'].filter((name) => names.includes(name));
}

/** A lead that became a contact has no page of its own. */
function filter(objectName: string, ...conditions: readonly string[]): string {
  const all = [...conditions, ...(objectName.toLowerCase() === 'lead' ? ['IsConverted = FALSE'] : [])];
  return all.length > 0 ? ` WHERE ${all.join(' AND ')}` : '';
}

/** Cases have a number, contracts too: not every record is known by a field that is called Name. */
function nameFieldOf(fields: readonly OrgRecord[]): string {
  const names = fields.map((field) => textAt(field, 'name') ?? '');
  if (names.includes('Name')) return 'Name';
  const marked = fields.find((field) => flagAt(field, 'nameField'));
  return (marked && textAt(marked, 'name')) ?? 'Id';
}
