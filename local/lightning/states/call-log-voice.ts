import { active, alex, ended, records, says } from './calls';
import type { State } from './state';

/** Calls that Salesforce keeps by itself: in an org without Voice, so that no record of them is ever there. */
export const voiceCallStates: readonly State[] = [
  {
    name: 'voice-call-unmade',
    title: 'A call of Voice is over, and Salesforce has not made its record yet',
    records,
    phone: says({ ...ended, attributes: { voiceCallId: 'call-1' }, match: [alex] }),
    apex: { 'CallLogs.keptBySalesforce': { answer: [] } },
    actions: [{ do: 'wait', on: '[data-id="problem"]' }]
  },
  {
    name: 'voice-call-quiet',
    title: 'A call of Voice goes on where calls are not logged by themselves',
    phone: says({ ...active, attributes: { voiceCallId: '0LQ000000000001AAA' } }),
    apex: { 'PhoneSettings.channels': { answer: [{ Channel__c: 'Phone', AutoLog__c: false, OpensWrapUp__c: true }] } },
    actions: [{ do: 'wait', on: '[data-id="kept-call"]' }]
  }
];
