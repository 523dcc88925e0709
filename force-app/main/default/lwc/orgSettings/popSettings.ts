import IN_STANDARD from '@salesforce/schema/RingdownOrg__c.PopInStandard__c';
import ON_CALL from '@salesforce/schema/RingdownOrg__c.PopOnCall__c';
import OUTBOUND from '@salesforce/schema/RingdownOrg__c.PopOutbound__c';
import TAB from '@salesforce/schema/RingdownOrg__c.PopTab__c';
import WINDOW from '@salesforce/schema/RingdownOrg__c.PopWindow__c';
import HEIGHT from '@salesforce/schema/RingdownOrg__c.PopWindowHeight__c';
import LEFT from '@salesforce/schema/RingdownOrg__c.PopWindowLeft__c';
import TOP from '@salesforce/schema/RingdownOrg__c.PopWindowTop__c';
import WIDTH from '@salesforce/schema/RingdownOrg__c.PopWindowWidth__c';

/** The window that a click opens in standard navigation. Pixels; what is not set is left to the browser. */
export type PopWindow = {
  readonly kind: 'new' | 'reuse';
  readonly width?: number;
  readonly height?: number;
  readonly left?: number;
  readonly top?: number;
};

/** How records open. */
export type PopSettings = {
  readonly tab: 'tab' | 'subtab';
  readonly inStandard: 'button' | 'screen-pop';
  /** Whether one opens by itself while the rep is on another call. */
  readonly onCall: boolean;
  readonly outbound: boolean;
  readonly window: PopWindow;
};

/** How records open, in what RingdownOrgs.current answered; what is not set is as usual. */
export function popSettingsOf(answer: unknown): PopSettings {
  const row = (typeof answer === 'object' && answer !== null ? answer : {}) as Readonly<Record<string, unknown>>;
  const word = ({ fieldApiName }: { readonly fieldApiName: string }): string => {
    const value = row[fieldApiName];
    return typeof value === 'string' ? value.trim().toLowerCase() : '';
  };
  const side = (name: string, { fieldApiName }: { readonly fieldApiName: string }): object => {
    const value = row[fieldApiName];
    return typeof value === 'number' && Number.isFinite(value) ? { [name]: Math.round(value) } : {};
  };
  return {
    tab: word(TAB) === 'subtab' ? 'subtab' : 'tab',
    inStandard: word(IN_STANDARD) === 'screenpop' ? 'screen-pop' : 'button',
    onCall: word(ON_CALL) !== 'off',
    outbound: word(OUTBOUND) === 'on',
    window: {
      kind: word(WINDOW) === 'new' ? 'new' : 'reuse',
      ...side('width', WIDTH),
      ...side('height', HEIGHT),
      ...side('left', LEFT),
      ...side('top', TOP)
    }
  };
}
