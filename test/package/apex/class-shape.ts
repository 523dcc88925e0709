import { bareCode, isTestClass, splitOutside, type ApexClass } from './apex-class';
import { methodsOf, type ApexMethod } from './methods';

const query = /\[\s*(SELECT|FIND)\b/i;
const dml = /^(insert|update|upsert|delete|undelete|merge)\b/i;
const settingRead = /^return \w+__c\s*\.\s*(getOrgDefaults|getInstance|getValues)\s*\(/i;
/** A query of one fixed text, for an object that not every org has; a class that named it could not be installed there. */
const fixedQuery = /^return Database\s*\.\s*query\s*\(\s*'[^']*'\s*,\s*AccessLevel\.USER_MODE\s*\)$/i;
/** A query that SearchedField made, which lets no name into it but those that describe answers. */
const checkedQuery =
  /^return (Database\s*\.\s*queryWithBinds\s*\(\s*field\.query\(\w+\)\s*,\s*field\.binds\(\w+\)|Search\s*\.\s*query\s*\(\s*field\.search\(\w+\))\s*,\s*AccessLevel\.USER_MODE\s*\)$/i;
const checkedField = /^SearchedField field = new SearchedField\(/;
const otherDatabase = /\b(Database|Search)\s*\.\s*\w+\s*\(|\bEventBus\s*\.\s*publish\b/i;
const branch = /^(if|for|while|do|try|switch|throw|else)\b|\{|^[\w.]+\(/i;

/** What keeps a class from being judged by reading: sharing, words, and one database operation a method. */
export function shapeFaults(apexClass: ApexClass): readonly string[] {
  const declared = new RegExp(`\\bwith\\s+sharing\\s+class\\s+${apexClass.name}\\b`, 'i');
  const sharing = declared.test(bareCode(apexClass.text)) ? [] : [`${apexClass.name} is not with sharing`];
  if (isTestClass(apexClass)) return sharing;
  const all = methodsOf(apexClass);
  const isPure = all.every((method) => method.annotations.length === 0 && privateFaults(method).length === 0);
  const methods = all.flatMap((method) =>
    (method.isOpen && !isPure ? methodFaults(method) : privateFaults(method)).map(
      (fault) => `${apexClass.name}.${method.name} ${fault}`
    )
  );
  return [...sharing, ...methods];
}

function methodFaults(method: ApexMethod): readonly string[] {
  const statements = splitOutside(method.body, ';').map((statement) => statement.replace(/\s+/g, ' '));
  const operations = statements.filter((statement) => query.test(statement) || dml.test(statement));
  const isChecked = statements.some((statement) => checkedField.test(statement));
  const isFixed = (statement: string): boolean =>
    fixedQuery.test(statement) || (isChecked && checkedQuery.test(statement));
  const reads = statements.filter((statement) => settingRead.test(statement) || isFixed(statement));
  const faults = [];
  if (method.documentation === '') faults.push('has no words above it');
  if (statements.some((statement) => isMore(statement, isFixed)))
    faults.push('does more than one query or one DML statement');
  if (operations.length > 1 || (operations.length === 0 ? reads.length !== 1 : reads.length > 0))
    faults.push('is not exactly one query or one DML statement');
  if (operations.length === 1 && statements.indexOf(operations[0] ?? '') < statements.length - 2)
    faults.push('goes on after its query or DML statement');
  if (
    ![...operations, ...reads].every((statement) => isFixed(statement) || inUserMode(statement)) &&
    !/\b(user|system)[ -]mode\b/i.test(method.documentation)
  )
    faults.push('leaves user mode and does not say why');
  return faults;
}

/** True for a statement that does something beside the one query or DML statement of its method. */
function isMore(statement: string, isFixed: (statement: string) => boolean): boolean {
  return (otherDatabase.test(statement) && !isFixed(statement)) || branch.test(withoutQueries(statement));
}

/** What a private method does is not seen by who reads the open one. */
function privateFaults({ body }: ApexMethod): readonly string[] {
  const statements = body.split(/[;{}]/).map((statement) => statement.trim());
  const reaches = statements.some((part) => query.test(part) || dml.test(part) || otherDatabase.test(part));
  return reaches ? ['is private and works on the database'] : [];
}

/** User mode holds for a statement, and for the query that a DML statement works on. */
function inUserMode(statement: string): boolean {
  const queries = [...statement.matchAll(/\[\s*(?:SELECT|FIND)\b/gi)].length;
  const queriesInUserMode = [...statement.matchAll(/\bWITH USER_MODE\b/gi)].length;
  const isUserDml = /^\w+ as user\b/i.test(statement);
  return queries === queriesInUserMode && (isUserDml || (!dml.test(statement) && queries > 0));
}

/** A statement of a query may hold brackets of its own. */
function withoutQueries(statement: string): string {
  return statement.replace(/\[.*\]/s, '');
}
