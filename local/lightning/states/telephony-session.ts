import { vendorsOrg, type ComponentStates, type SeedRecord, type State } from './state';

const people = { userName: 'ada.morgan', agentName: 'Ada Morgan' };
const session = (state: string, more: object = {}): NonNullable<State['phone']> => [
  { type: 'session', body: { session: { state, ...more } } }
];
const failure = (kind: string, detail?: string): NonNullable<State['phone']> => [
  { type: 'session', body: { session: { state: 'signed-out' } } },
  { type: 'failure', body: { failure: { kind, ...(detail === undefined ? {} : { detail }) } } }
];
const signedIn = { ...people, connectedAt: '2026-11-23T08:01:00.000Z', expiresAt: '2026-11-23T16:00:00.000Z' };

const at = '2026-11-23T09:58:00.000Z';
const notice = (noticeId: string, text: string): NonNullable<State['phone']>[number] => ({
  type: 'notice',
  body: { notice: { noticeId, text, at } }
});
const dial: NonNullable<State['phone']>[number] = {
  type: 'dial-request',
  body: { request: { requestId: 'dial-1', number: '+14155550132', recordId: '$alex', objectName: 'Contact' } }
};
const alex: SeedRecord = {
  name: 'alex',
  sobject: 'Contact',
  values: { FirstName: 'Alex', LastName: 'Kim', Phone: '(415) 555-0132', DoNotCall: true }
};

export const telephonySession: ComponentStates = {
  component: 'telephonySession',
  title: 'Phone session',
  host: 'utility',
  states: [
    {
      name: 'looking',
      title: 'The phone page is looked for',
      apex: { 'RingdownOrgs.current': { never: true } }
    },
    {
      name: 'silent',
      title: 'No phone page answers, and the app has no phone',
      actions: [{ do: 'wait', on: '[data-kind="silent"]' }]
    },
    {
      name: 'silent-softphone',
      title: 'No phone page answers in the utility Phone of the app',
      utilities: ['Phone', 'Queues'],
      actions: [{ do: 'wait', on: '[data-kind="silent"]' }]
    },
    {
      name: 'silent-omni-channel',
      title: 'No phone page answers in the Omni-Channel utility of the app',
      utilities: ['Omni-Channel'],
      actions: [{ do: 'wait', on: '[data-kind="silent"]' }]
    },
    { name: 'vendor', title: 'The phone is the phone system’s own page', utilities: ['Phone'], ...vendorsOrg },
    {
      name: 'vendor-elsewhere',
      title: 'The phone is the phone system’s own page, in another app',
      ...vendorsOrg
    },
    {
      name: 'not-configured',
      title: 'The org is not set up',
      configured: false,
      phone: session('signed-out')
    },
    { name: 'signed-out', title: 'Signed out', phone: session('signed-out') },
    { name: 'signing-in', title: 'Signing in', phone: session('signing-in') },
    { name: 'signed-in', title: 'Signed in, with six hours left', phone: session('signed-in', signedIn) },
    {
      name: 'voice',
      title: 'Signed in on Salesforce Voice, and in another browser too',
      phone: [
        ...session('signed-in', { ...signedIn, bridge: 'voice' }),
        {
          type: 'places',
          after: 'places-wanted',
          body: {
            places: [true, false].map((isThis) => ({
              ...{ placeId: `p-${isThis}`, name: isThis ? 'Chrome, Windows' : 'Edge, Windows', isThis },
              ...{ since: signedIn.connectedAt, lastActiveAt: '2026-11-23T09:59:00.000Z' }
            }))
          }
        }
      ],
      actions: [
        { do: 'wait', on: '[data-id="toggle"]' },
        { do: 'click', on: '[data-id="toggle"]' },
        { do: 'wait', on: '[data-id="log-out"]' }
      ]
    },
    {
      name: 'notices',
      title: 'The phone has two messages for the rep',
      phone: [
        ...session('signed-in', signedIn),
        notice('1', 'The night shift needs two more people.'),
        notice('2', 'Queue Support closes at five today.\nTransfer what comes later to Sales.')
      ],
      actions: [{ do: 'wait', on: '[data-id="entry"]' }]
    },
    {
      name: 'not-dialled',
      title: 'A number was clicked whose owner wants no calls',
      records: [alex],
      // The guard waits a second at most, which a busy computer may need for an answer of the org.
      apex: { 'CalledRecords.contact': { answer: [{ Name: 'Alex Kim', DoNotCall: true }] } },
      phone: [...session('signed-in', signedIn), dial],
      until: ['dial-answer'],
      actions: [{ do: 'wait', on: '[data-kind="refused"]' }]
    },
    {
      name: 'expiring',
      title: 'The login ends in two minutes',
      phone: session('expiring', { ...signedIn, expiresAt: '2026-11-23T10:02:00.000Z' })
    },
    {
      name: 'ended',
      title: 'The login has ended',
      phone: session('signed-in', { ...signedIn, expiresAt: '2026-11-23T09:58:00.000Z' })
    },
    { name: 'reconnecting', title: 'The connection is being made again', phone: session('reconnecting', signedIn) },
    { name: 'pop-up-blocked', title: 'The browser blocked the login window', phone: failure('pop-up-blocked') },
    { name: 'cookies-blocked', title: 'The browser blocks cookies in frames', phone: failure('cookies-blocked') },
    { name: 'microphone-blocked', title: 'The browser blocks the microphone', phone: failure('microphone-blocked') },
    { name: 'not-in-call-center', title: 'The person is in no call center', phone: failure('not-in-call-center') },
    { name: 'field-access', title: 'A field cannot be read', phone: failure('field-access', 'Task.Type') },
    { name: 'offline', title: 'The computer is offline', phone: failure('offline') },
    { name: 'server', title: 'The phone system refuses', phone: failure('server', '503 Service Unavailable') }
  ]
};
