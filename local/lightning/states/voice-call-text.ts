import type { ComponentStates, SeedRecord } from './state';

const part = (number: number): SeedRecord => ({
  ...(number === 1 ? { name: 'part' } : {}),
  sobject: 'CallLogPart__c',
  values: {
    ...{ PartKey__c: `call-1:ada#000${number}`, CallKey__c: 'call-1:ada', PartNumber__c: number, PartCount__c: 2 },
    Text__c: number === 1 ? 'Alex: It still does not start.\n' : 'Ada: I see. One moment, please.'
  }
});

const call = (values: SeedRecord['values'] = {}): SeedRecord => ({
  name: 'call',
  sobject: 'VoiceCall',
  values: { CallType: 'Inbound', VendorCallKey: 'call-1', FromPhoneNumber: '+14155550132', ...values }
});

const long = [part(1), part(2), call({ FirstPart__c: '$part', ContinuesElsewhere__c: true })];
const properties = { recordId: '$call' };

export const voiceCallText: ComponentStates = {
  component: 'voiceCallText',
  title: 'Whole text of a call of Voice',
  host: 'record',
  packages: 'base and Voice',
  states: [
    { name: 'long', title: 'A text that the call itself has no room for', properties, records: long },
    { name: 'in-call', title: 'The call holds it all', properties, records: [call({ Description: 'Short.' })] },
    {
      name: 'failed',
      title: 'The text could not be read',
      properties,
      records: long,
      apex: { 'CallLogParts.read': { error: { message: 'Apex heap size too large: 6291457' } } }
    }
  ]
};
