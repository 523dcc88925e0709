import { savedLogStates } from './call-log-links';
import { active, alex, chat, ended, records, ringing, sam, says, withheld } from './calls';
import { voiceCallStates } from './call-log-voice';
import { vendorsOrg, type ComponentStates } from './state';

/** What logs itself is in Salesforce: until then a line may say that it is being sent. */
const logged = { until: ['log-saved'] };

export const callLog: ComponentStates = {
  component: 'callLog',
  title: 'Wrap-up',
  host: 'utility',
  states: [
    { name: 'empty', title: 'No call yet' },
    { name: 'unconfigured', title: 'The org is not set up', configured: false, phone: says(ended) },
    {
      name: 'vendor',
      title: 'The page of the phone system logs calls',
      ...vendorsOrg,
      phone: says(ended)
    },
    {
      name: 'settings-failed',
      title: 'The settings could not be read',
      phone: says(ended),
      apex: { 'PhoneSettings.channels': { error: { message: 'No access to PhoneSettings' } } }
    },
    { name: 'active', title: 'A call goes on', records, phone: says({ ...active, match: [alex] }) },
    {
      name: 'wrap-up',
      title: 'A call has ended and its wrap-up is open',
      records,
      phone: says({ ...ended, match: [alex] }),
      ...logged
    },
    {
      name: 'several-matches',
      title: 'Several records have the number of the caller',
      records,
      phone: says({ ...ended, match: [alex, sam] }),
      ...logged
    },
    ...voiceCallStates,
    {
      name: 'voice-call',
      title: 'Salesforce keeps a call of Voice itself, into which the log goes, and a chat wants the rep',
      records,
      phone: [...says({ ...active, attributes: { voiceCallId: '0LQ000000000001AAA' }, match: [alex] }), ...says(chat)],
      ...logged
    },
    { name: 'withheld', title: 'The caller hides the number', phone: says(withheld), ...logged },
    {
      name: 'ringing',
      title: 'A second call rings while the first is wrapped up',
      phone: [...says(ended), ...says(ringing)],
      ...logged
    },
    {
      name: 'several',
      title: 'A call, a chat and another call wait for the rep',
      records,
      phone: [...says({ ...ended, match: [alex] }), ...says(chat), ...says(withheld)],
      until: ['log-saved', 'log-saved', 'log-saved']
    },
    {
      name: 'long-chat',
      title: 'A chat that is longer than a task can hold',
      phone: says({ ...chat, text: 'Visitor: It still does not start.\n'.repeat(1_200) }),
      ...logged
    },
    {
      name: 'search',
      title: 'The rep searches whom the call was about',
      records,
      phone: says(ended),
      ...logged,
      actions: [
        { do: 'fill', on: 'c-related-record-picker input', value: 'Kim' },
        { do: 'wait', on: '[data-id="option"]' }
      ]
    },
    {
      name: 'saved',
      title: 'The rep saved it, and Salesforce has it',
      records,
      phone: says({ ...ended, match: [alex] }),
      actions: [
        { do: 'click', on: '[data-id="save"]' },
        { do: 'wait', on: '[data-id="open-task"]' }
      ]
    },
    {
      name: 'waiting',
      title: 'The rep saved it, and Salesforce does not answer yet',
      records,
      phone: says({ ...ended, match: [alex] }),
      apex: { 'CallLogs.save': { never: true } },
      actions: [
        { do: 'click', on: '[data-id="save"]' },
        { do: 'wait', on: '[data-id="confirmation"]' }
      ]
    },
    {
      name: 'offline',
      title: 'There is no network, and a log waits',
      phone: says(ended),
      apex: { 'CallLogs.find': { offline: true }, 'Agents.me': { offline: true } },
      actions: [{ do: 'wait', on: '[data-id="problem"]' }]
    },
    {
      name: 'memory-only',
      title: 'The browser stores nothing',
      storage: 'refused',
      phone: says(active)
    },
    {
      name: 'starting',
      title: 'The database of the browser does not open',
      storage: 'stuck',
      phone: says(ended)
    },
    {
      name: 'left-follow-up',
      title: 'The rep took a follow-up back when Salesforce had it',
      records: [
        ...records,
        { sobject: 'Task', values: { Subject: 'Send the offer', CallKey__c: 'call-1:ada:follow-up' } }
      ],
      phone: says({ ...ended, match: [alex] }),
      actions: [
        { do: 'click', on: '[data-id="save"]' },
        { do: 'wait', on: '[data-id="open-follow-up"]' }
      ]
    },
    {
      name: 'refused',
      title: 'Salesforce refused the log that the rep saved',
      phone: says(ended),
      apex: {
        'CallLogs.save': {
          error: {
            message:
              'Upsert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, A call needs a type: [Type]',
            exceptionType: 'System.DmlException'
          }
        }
      },
      actions: [
        { do: 'click', on: '[data-id="save"]' },
        { do: 'wait', on: '[data-id="correct"]' }
      ]
    },
    ...savedLogStates,
    {
      name: 'new-log',
      title: 'The rep logs without a phone',
      actions: [
        { do: 'click', on: '[data-id="new"]' },
        { do: 'wait', on: '[data-id="typed-number"]' }
      ]
    }
  ]
};
