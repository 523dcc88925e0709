import { active, alex, ended, records, says } from './calls';
import type { SeedRecord, State } from './state';

/** A log of an earlier day that is about nobody yet. */
const unlinked = (key: string, subject: string, channel: string): SeedRecord => ({
  sobject: 'Task',
  values: {
    Subject: subject,
    CallKey__c: key,
    Channel__c: channel,
    Direction__c: 'Inbound',
    FromNumber__c: '+14155550132',
    StartedAt__c: '2026-11-20T15:04:00.000Z'
  }
});
const earlier = [unlinked('call-8:ada', 'Call from +1 415-555-0132', 'Phone'), unlinked('chat-8:ada', 'Chat', 'Chat')];
const channelsThatOpen = [
  { Channel__c: 'Phone', AutoLog__c: false, OpensWrapUp__c: true, AfterSave__c: 'LeaveClosed' },
  { Channel__c: 'Voicemail', AutoLog__c: false, OpensWrapUp__c: true, AfterSave__c: 'Edit' }
];
/** What an org with person accounts says of a company. */
const companies = { 'CalledRecords.personAccount': { answer: [{ Name: 'Acme Tools' }] } };
const expand = { do: 'click', on: '[data-id="toggle"]' } as const;
const search = [
  expand,
  { do: 'click', on: '[data-id="link"]' },
  { do: 'fill', on: 'c-related-record-picker input', value: 'Acme' }
] as const;
const linkFirst = [
  ...search,
  { do: 'click', on: '[data-id="option"]' },
  { do: 'click', on: '[data-id="save-link"]' }
] as const;

/** What becomes of a saved log: it opens or is offered, and is linked when it is about nobody. */
export const savedLogStates: readonly State[] = [
  {
    name: 'offered',
    title: 'A saved voicemail is to be opened for editing, and the rep is in another wrap-up',
    records,
    phone: [...says({ ...ended, callKey: 'mail-1:ada', channel: 'voicemail', match: [alex] }), ...says(active)],
    apex: { 'PhoneSettings.channels': { answer: channelsThatOpen } },
    until: ['log-saved'],
    actions: [
      { do: 'click', on: '[data-call-key="mail-1:ada"]' },
      { do: 'click', on: '[data-id="save"]' },
      { do: 'wait', on: '[data-action="edit"]' }
    ]
  },
  {
    name: 'unlinked',
    title: 'Two logs of the rep are about nobody yet',
    records: earlier,
    actions: [expand, { do: 'wait', on: '[data-id="unlinked"]' }]
  },
  {
    name: 'linking',
    title: 'The rep says what a log is about',
    records: [...records, ...earlier],
    actions: [...search, { do: 'wait', on: '[data-id="option"]' }]
  },
  {
    name: 'linked',
    title: 'The only log that was about nobody is linked',
    records: [...records, ...earlier.slice(0, 1)],
    apex: companies,
    actions: [...linkFirst, { do: 'wait', on: '[data-id="done"]' }]
  },
  {
    name: 'link-waits',
    title: 'There is no network, and a link waits',
    records: [...records, ...earlier.slice(0, 1)],
    apex: { ...companies, 'CallLogs.find': { offline: true } },
    actions: [...linkFirst, { do: 'wait', on: '[data-id="linking"]' }, { do: 'wait', on: '[data-id="problem"]' }]
  },
  {
    name: 'unlinked-failed',
    title: 'The logs that are about nobody could not be read',
    apex: { 'CallLogs.unlinked': { error: { message: 'No access to CallLogs' } } }
  }
];
