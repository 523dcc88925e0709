import { vendorsOrg, type ComponentStates, type SeedRecord } from './state';

const ringing = {
  callKey: 'call-1:ada',
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'ringing',
  queue: 'Support',
  from: '+14155550132',
  to: '+18005550100',
  startedAt: '2026-11-23T09:50:00.000Z',
  talkSeconds: 0,
  holdSeconds: 0,
  attributes: {}
};
const active = { ...ringing, state: 'active', answeredAt: '2026-11-23T09:50:12.000Z' };
const later = '2026-11-23T09:58:40.000Z';
const second = {
  ...active,
  callKey: 'call-2:ada',
  interactionKey: 'call-2',
  from: '+14155550177',
  startedAt: later,
  answeredAt: later
};
/** The phone system says what the chat is about; nobody dialled. */
const chat = {
  ...active,
  callKey: 'chat-1:ada',
  interactionKey: 'chat-1',
  channel: 'chat',
  from: 'Visitor 12',
  attributes: { 'case-number': '00001001' }
};

const alex: SeedRecord = {
  name: 'alex',
  sobject: 'Contact',
  values: { FirstName: 'Alex', LastName: 'Kim', Phone: '(415) 555-0132' }
};
const records: readonly SeedRecord[] = [
  alex,
  { sobject: 'Case', values: { Subject: 'Broken handle', ContactId: '$alex' } },
  { sobject: 'Account', values: { Name: 'Acme Tools', Phone: '415.555.0177' } }
];
const several: readonly SeedRecord[] = [
  alex,
  { sobject: 'Contact', values: { FirstName: 'Sam', LastName: 'Kim', Phone: '+1 415 555 0132' } },
  { sobject: 'Contact', values: { LastName: 'محمد', Phone: '4155550132' } }
];
const found = [{ recordId: '$alex', name: 'Alex Kim', objectName: 'Contact' }];
const says = (...interactions: readonly object[]): readonly { type: string; body: { interaction: object } }[] =>
  interactions.map((interaction) => ({ type: 'interaction', body: { interaction } }));
/** What is shown once the search is done and what was found is open. */
const shown = (on: string): readonly { readonly do: 'wait'; readonly on: string }[] => [{ do: 'wait', on }];
/** The page of the last entry that the phone speaks of; several are worked on at once. */
const pageOf = (key: string): string => `[data-id="page"][data-key="${key}"]`;

export const screenPops: ComponentStates = {
  component: 'screenPops',
  title: 'Screen pop',
  host: 'utility',
  states: [
    { name: 'empty', title: 'Nothing has opened yet' },
    { name: 'starting', title: 'The settings are being read', apex: { 'RingdownOrgs.current': { never: true } } },
    { name: 'unconfigured', title: 'The org is not set up', configured: false, phone: says(active) },
    { name: 'vendor', title: 'The page of the phone system opens records', ...vendorsOrg, phone: says(active) },
    {
      name: 'settings-failed',
      title: 'The settings could not be read',
      phone: says(active),
      apex: { 'PhoneSettings.screenPopRules': { error: { message: 'No access to PhoneSettings' } } },
      actions: shown('[data-id="settings-failure"]')
    },
    {
      name: 'searching',
      title: 'Nobody knows yet who calls',
      phone: says(active),
      apex: { 'ScreenPops.byNumber': { never: true } },
      actions: shown('[data-id="entry"]')
    },
    {
      name: 'popped',
      title: 'The record of the caller is open in a tab',
      records,
      phone: says(active),
      actions: shown('[data-id="page"]')
    },
    {
      name: 'session',
      title: 'What opened so far: what the phone system had found, by the number of a case, and by a number',
      records,
      phone: says(active, chat, { ...second, from: undefined, channel: 'sms', match: found }),
      // What is heard last is said last, however fast each search is.
      apex: { 'ScreenPops.byNumber': { delay: 400 } },
      actions: ['call-1', 'call-2', 'chat-1'].flatMap((key) => shown(pageOf(key)))
    },
    {
      name: 'chooser',
      title: 'Several have the number, and the rep chooses',
      records: several,
      phone: says(active),
      actions: shown('[data-id="page"]')
    },
    {
      name: 'no-match',
      title: 'Nobody has the address of the visitor',
      phone: says({ ...chat, attributes: { email: 'nobody@example.com' } }),
      actions: shown('[data-id="page"]')
    },
    {
      name: 'search',
      title: 'Nobody has the number, and the search of Salesforce is open, as the rule says',
      phone: says(active),
      actions: shown('[data-id="page"]')
    },
    {
      name: 'failed',
      title: 'The search failed and can be made again',
      phone: says(active),
      apex: {
        'ScreenPops.byNumber': { error: { message: 'There is no field Handy__c of Contact that you may see.' } }
      },
      actions: shown('[data-id="failed"]')
    },
    {
      name: 'on-call',
      title: 'The record of a second call waits for a click',
      configured: false,
      records: [
        {
          sobject: 'RingdownOrg__c',
          values: {
            SetupOwnerId: '$org',
            ConfiguredFor__c: '$org',
            DefaultCountry__c: 'US',
            PopOnCall__c: 'off'
          }
        },
        ...records
      ],
      phone: says({ ...active, match: found }, second),
      actions: [...shown(pageOf('call-1')), ...shown(pageOf('call-2'))]
    },
    {
      name: 'standard',
      title: 'In standard navigation a button opens the record',
      navigation: 'standard',
      records,
      phone: says(active),
      actions: shown('[data-id="page"]')
    }
  ]
};
