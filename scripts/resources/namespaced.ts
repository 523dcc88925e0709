/** The name as an org has it: `rd__CallKey__c` with a namespace, `CallKey__c` without. */
export function namespaced(namespace: string, name: string): string {
  return namespace === '' ? name : `${namespace}__${name}`;
}
