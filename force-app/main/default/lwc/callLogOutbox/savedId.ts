import type { SObjectRecord } from './orgCalls';

/** The id of what was saved. */
export function idOf(record: SObjectRecord | undefined): string {
  if (typeof record?.Id === 'string') return record.Id;
  throw new Error('Salesforce answered without the id of what it saved.');
}
