/** The objects that a call can be about. A person is written to WhoId, a thing to WhatId. */
export type RelatedObject = 'Contact' | 'Lead' | 'Account' | 'Case';

/** A record that a rep chose, or may choose, for a call. */
export type RelatedRecord = {
  readonly recordId: string;
  readonly name: string;
  readonly objectName: string;
  /** What tells it from another of the same name: company, number, subject. */
  readonly detail?: string;
  /** Of a case: whom it is about. */
  readonly person?: { readonly recordId: string; readonly name: string };
};

const people: readonly string[] = ['Contact', 'Lead'];

/** Whether the record goes to WhoId. */
export function isPerson(record: RelatedRecord): boolean {
  return people.includes(record.objectName);
}

/**
 * The records of a call after one more was chosen: at most one person and one thing. A case brings its person along
 * when there is none; a lead stands alone, because the platform takes no WhatId beside a lead.
 */
export function addRecord(chosen: readonly RelatedRecord[], record: RelatedRecord): readonly RelatedRecord[] {
  if (record.objectName === 'Lead') return [record];
  const others = chosen.filter((other) => other.objectName !== 'Lead' && isPerson(other) !== isPerson(record));
  const person = record.person && !others.some(isPerson) ? [{ ...record.person, objectName: 'Contact' }] : [];
  return [...others, ...person, record].sort((first, second) => Number(isPerson(second)) - Number(isPerson(first)));
}

/** The records of a call without one of them. */
export function removeRecord(chosen: readonly RelatedRecord[], recordId: string): readonly RelatedRecord[] {
  return chosen.filter((record) => record.recordId !== recordId);
}

/** The icon of an object as base components name it. */
export function iconOf(objectName: string): string {
  const icons: Readonly<Record<string, string>> = {
    Contact: 'standard:contact',
    Lead: 'standard:lead',
    Account: 'standard:account',
    Case: 'standard:case'
  };
  return icons[objectName] ?? 'standard:record';
}
