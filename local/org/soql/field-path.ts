import type { Row, Value } from '../org-data';
import type { LocalOrg } from '../state/state';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { accessibleFieldsOf } from '../access/field-access';
import { visibleRowsAmong, visibleRowsOf } from '../access/record-access';
import { fieldsOf, rowOf, rowsAmong, rowsOf, sobjectNamed, sobjectOfId } from '../sobjects/sobjects';
import { invalidField } from './parse-soql';

/** Where a query looks: the org, as whom, and the text for messages. */
export type Scope = {
  readonly org: LocalOrg;
  readonly userId: string;
  /** Apex in system mode: permissions and sharing do not count. */
  readonly isSystem: boolean;
  readonly soql: string;
};

/** The fields of an sObject that the query may name. */
export const fieldsIn = ({ org, userId, isSystem }: Scope, from: Sobject): ReadonlyMap<string, Field> =>
  isSystem ? fieldsOf(org, from) : accessibleFieldsOf(org, userId, from);

/** The rows of an sObject that the query may find, all or those of these ids. */
export function rowsIn({ org, userId, isSystem }: Scope, from: Sobject, ids?: Iterable<string>): readonly Row[] {
  if (ids) return isSystem ? rowsAmong(org, from, userId, ids) : visibleRowsAmong(org, from, userId, ids);
  return isSystem ? rowsOf(org, from, userId) : visibleRowsOf(org, from, userId);
}

/** A field of a record, or of one that it refers to: the references on the way, and the field at the end. */
export type FieldPath = {
  readonly relationships: readonly string[];
  readonly references: readonly Field[];
  /** Undefined for `Type` at the end of a reference to several types, which is the name of the type. */
  readonly field: Field | undefined;
  readonly name: string;
};

/** Finds `Profile.Name` from User; an alias or the object's own name may come first. */
export function fieldPath(scope: Scope, from: Sobject, text: string, alias?: string): FieldPath {
  const names = text.split('.');
  const own = names.length > 1 && [alias, from.name].some((name) => name?.toLowerCase() === names[0]?.toLowerCase());
  if (own) names.shift();
  const last = names.pop() ?? '';
  let candidates: readonly Sobject[] = [from];
  const references = names.map((name) => {
    const found = candidates.flatMap((each) => referenceNamed(scope, each, name) ?? [])[0];
    if (!found) throw invalidField(scope.soql, text, unknownRelationship(name));
    candidates = found.referenceTo.flatMap((target) => sobjectNamed(scope.org, target) ?? []);
    return found;
  });
  // What a reference to several types leads to is a Name, whose Type is the name of the type.
  const isTypeName = last.toLowerCase() === 'type' && (references.at(-1)?.referenceTo.length ?? 0) > 1;
  const found = candidates.flatMap((each) => fieldsIn(scope, each).get(last.toLowerCase()) ?? [])[0];
  const field = isTypeName ? undefined : found;
  if (!field && !isTypeName) throw invalidField(scope.soql, text, noSuchColumn(last, candidates[0]?.name ?? from.name));
  const relationships = references.map((reference) => reference.relationshipName ?? '');
  return { relationships, references, field, name: field?.name ?? 'Type' };
}

/** The value at the end of the path; null when a record on the way is missing. */
export function valueAt(scope: Scope, row: Row, path: FieldPath): Value {
  const found = rowAt(scope, row, path.references);
  if (!found) return null;
  if (!path.field) return sobjectOfId(scope.org, found.Id)?.name ?? null;
  return found[path.field.name] ?? (path.field.type === 'boolean' ? false : null);
}

/** The record that a chain of references leads to. */
export function rowAt(scope: Scope, row: Row, references: readonly Field[]): Row | undefined {
  return references.reduce<Row | undefined>((at, reference) => {
    const id = at?.[reference.name];
    const target = typeof id === 'string' ? targetOf(scope.org, reference, id) : undefined;
    return target && rowOf(scope.org, target, scope.userId, String(id));
  }, row);
}

/** The type of the record with this id, among those that the field may refer to. */
export function targetOf(org: LocalOrg, reference: Field, id: string): Sobject | undefined {
  const targets = reference.referenceTo.flatMap((name) => sobjectNamed(org, name) ?? []);
  return targets.find((each) => each.keyPrefix === id.slice(0, 3)) ?? (targets.length === 1 ? targets[0] : undefined);
}

/** What an org says of a field that it does not have. */
export const noSuchColumn = (name: string, entity: string): string =>
  `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' ` +
  'after the custom field name. Please reference your WSDL or the describe call for the appropriate names.';

const unknownRelationship = (name: string): string =>
  `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append ` +
  "the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";

const referenceNamed = (scope: Scope, from: Sobject, name: string): Field | undefined =>
  [...fieldsIn(scope, from).values()].find((each) => each.relationshipName?.toLowerCase() === name.toLowerCase());
