import RINGDOWN_ORG from '@salesforce/schema/RingdownOrg__c';

/**
 * The console app as a page reference names it: with the package's namespace, which an object of the package has too, or
 * `c` where there is none. Source: Lightning Web Components Developer Guide, standard__app.
 */
export function consoleApp(objectApiName: string = RINGDOWN_ORG.objectApiName): string {
  const namespace = /^([A-Za-z]\w*?)__\w+__c$/.exec(objectApiName)?.[1];
  return `${namespace ?? 'c'}__RingdownConsole`;
}
