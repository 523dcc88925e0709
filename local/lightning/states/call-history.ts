import type { ComponentStates, SeedRecord } from './state';

const alex: SeedRecord = {
  name: 'alex',
  sobject: 'Contact',
  values: { FirstName: 'Alex', LastName: 'Kim', Phone: '(415) 555-0132' }
};

const call = (number: number, values: SeedRecord['values'] = {}): SeedRecord => ({
  sobject: 'Task',
  values: {
    Subject: 'Call from Alex Kim',
    Status: 'Completed',
    TaskSubtype: 'Call',
    CallType: 'Inbound',
    WhoId: '$alex',
    CallKey__c: `call-${number}:ada`,
    Channel__c: 'Phone',
    Direction__c: 'Inbound',
    FromNumber__c: '+14155550132',
    Outcome__c: 'Answered',
    StartedAt__c: `2026-11-${String(23 - number).padStart(2, '0')}T09:50:00.000Z`,
    CallDurationInSeconds: 60 + 37 * number,
    ...values
  }
});

/** As Apex answers a call that Salesforce keeps, which no client of an org can make. */
const kept = (number: number, values: Readonly<Record<string, unknown>> = {}): object => ({
  Id: `0LQ00000000000${number}AAA`,
  Name: `VC-0000000${number}`,
  CallType: 'Inbound',
  CallStartDateTime: `2026-11-${String(23 - number).padStart(2, '0')}T10:50:00.000+0000`,
  CallDurationInSeconds: 60 + 41 * number,
  FromPhoneNumber: '+14155550132',
  ToPhoneNumber: '+14155550100',
  User: { Name: 'Ada Example' },
  Outcome__c: 'Answered',
  ...values
});

const properties = { recordId: '$alex' };

export const callHistory: ComponentStates = {
  component: 'callHistory',
  title: 'Call history',
  host: 'record',
  states: [
    {
      name: 'calls',
      title: 'A record with calls, a chat and a voicemail',
      properties,
      records: [
        alex,
        call(4, {
          Subject: 'Voicemail from Alex Kim',
          Channel__c: 'Voicemail',
          Outcome__c: 'Voicemail',
          RecordingUrl__c: 'https://phone.example/recordings/4'
        }),
        call(3, { Subject: 'Call to Alex Kim', Direction__c: 'Outbound', ToNumber__c: '+14155550132' }),
        call(2, { Subject: 'Chat with Alex Kim', Channel__c: 'Chat', CallDurationInSeconds: 4000 }),
        call(1, {
          CallDisposition: 'Resolved',
          RecordingUrl__c: 'https://phone.example/recordings/1',
          TranscriptUrl__c: 'https://phone.example/transcripts/1'
        })
      ]
    },
    {
      name: 'many',
      title: 'More calls than are shown at once',
      properties,
      records: [alex, ...Array.from({ length: 12 }, (_, number) => call(12 - number))]
    },
    {
      name: 'vendors-own',
      title: 'Inbound calls by phone, with one that the page of a vendor saved',
      properties,
      records: [
        alex,
        call(2, { Channel__c: 'Chat', Subject: 'Chat with Alex Kim' }),
        call(1),
        {
          sobject: 'Task',
          values: {
            Subject: 'Call 415 555 0132',
            Status: 'Completed',
            TaskSubtype: 'Call',
            CallType: 'Inbound',
            CallDurationInSeconds: 95,
            // In place of the moment of its creation, which would be that of the run.
            StartedAt__c: '2026-11-23T09:10:00.000Z',
            WhoId: '$alex'
          }
        }
      ],
      actions: [
        { do: 'choose', on: '[data-id="channel"]', value: 'Phone' },
        { do: 'choose', on: '[data-id="direction"]', value: 'Inbound' }
      ]
    },
    {
      name: 'voice',
      title: 'Calls that Salesforce Voice keeps, of the contact and of a case, among a chat and an older log',
      properties,
      records: [alex, call(5), call(2, { Subject: 'Chat with Alex Kim', Channel__c: 'Chat' })],
      apex: {
        'KeptCalls.objects': { answer: [{ QualifiedApiName: 'VoiceCall' }] },
        'KeptCalls.ofRecord': {
          answer: [
            kept(1, {
              Result__c: 'Resolved',
              RecordingUrl__c: 'https://phone.example/recordings/1',
              TranscriptUrl__c: 'https://phone.example/transcripts/1'
            }),
            kept(4, { CallType: 'Outbound', ToPhoneNumber: '+14155550132', FromPhoneNumber: '+14155550100' })
          ]
        },
        'KeptCalls.ofCases': { answer: [kept(3, { CallType: 'Transfer', Outcome__c: 'Missed', User: undefined })] }
      }
    },
    {
      name: 'no-click-to-dial',
      title: 'A phone that lets nobody click a number',
      properties,
      records: [alex, call(1)],
      clickToDial: 'disabled'
    },
    { name: 'empty', title: 'No call yet', properties, records: [alex] },
    {
      name: 'loading',
      title: 'The calls are being read',
      properties,
      records: [alex],
      apex: { 'CallLogs.ofRecord': { never: true } }
    },
    {
      name: 'failed',
      title: 'The calls could not be read',
      properties,
      records: [alex],
      apex: { 'CallLogs.ofRecord': { error: { message: 'Your query request was running for too long.' } } }
    },
    {
      name: 'no-access',
      title: 'A person who may not read call logs',
      properties,
      records: [alex],
      apex: {
        'CallLogs.ofRecord': { error: { message: "You do not have access to the Apex class named 'CallLogs'." } }
      }
    }
  ]
};
