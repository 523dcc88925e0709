import type { ComponentStates, SeedRecord } from './state';

const ended = {
  callKey: 'call-1:ada',
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'wrap-up',
  queue: 'Support',
  from: '+14155550132',
  to: '+18005550100',
  startedAt: '2026-11-23T09:50:00.000Z',
  answeredAt: '2026-11-23T09:50:12.000Z',
  endedAt: '2026-11-23T09:57:31.000Z',
  talkSeconds: 401,
  holdSeconds: 38,
  outcome: 'answered',
  attributes: {}
};
const ringing = {
  ...ended,
  callKey: 'call-2:ada',
  interactionKey: 'call-2',
  state: 'ringing',
  talkSeconds: 0,
  holdSeconds: 0
};
const records: readonly SeedRecord[] = [
  { name: 'alex', sobject: 'Contact', values: { FirstName: 'Alex', LastName: 'Kim', Phone: '(415) 555-0132' } }
];
const says = (interaction: object): readonly { type: string; body: { interaction: object } }[] => [
  { type: 'interaction', body: { interaction } }
];

export const callLog: ComponentStates = {
  component: 'callLog',
  title: 'Wrap-up',
  host: 'utility',
  states: [
    { name: 'empty', title: 'No call yet' },
    { name: 'unconfigured', title: 'The org is not set up', configured: false },
    {
      name: 'wrap-up',
      title: 'A call has ended and its wrap-up is open',
      records,
      phone: says({ ...ended, match: [{ recordId: '$alex', name: 'Alex Kim', objectName: 'Contact' }] })
    },
    { name: 'unknown-caller', title: 'The caller is nobody that the org knows', phone: says(ended) },
    {
      name: 'ringing',
      title: 'A second call rings while the first is wrapped up',
      phone: [...says(ended), ...says(ringing)]
    },
    {
      name: 'chat',
      title: 'A chat has ended',
      phone: says({ ...ended, channel: 'chat', text: 'Visitor: Hello\nAda: Good morning. How can I help?' })
    }
  ]
};
