import PART_KEY from '@salesforce/schema/CallLogPart__c.PartKey__c';

/** What the names of the package's own fields and objects begin with, such as `ns__`; empty where it has no namespace. */
export const ownPrefix: string = PART_KEY.fieldApiName.replace(/PartKey__c$/, '');

/**
 * What Apex answered, with the package's own fields under the names that the source gives them, in lists and in related records
 * too. Apex of a package answers them with its namespace. `@salesforce/schema` would tell the names, yet it takes standard
 * objects and `__c` only, not custom metadata types (Lightning Web Components Developer Guide, Import References to Objects and
 * Fields).
 */
export function ownFields(answer: unknown, prefix: string = ownPrefix): unknown {
  if (prefix === '' || typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return (answer as readonly unknown[]).map((each) => ownFields(each, prefix));
  const entries = Object.entries(answer).map(([name, value]) => [name, ownFields(value, prefix)] as const);
  const own = entries.flatMap(([name, value]) => (isOwn(name, prefix) ? [[name.slice(prefix.length), value]] : []));
  // An org may have a field of its own with the name that ours has without the namespace; ours is meant.
  return Object.fromEntries([...entries.filter(([name]) => !isOwn(name, prefix)), ...own]) as unknown;
}

function isOwn(name: string, prefix: string): boolean {
  return name.toLowerCase().startsWith(prefix.toLowerCase());
}
