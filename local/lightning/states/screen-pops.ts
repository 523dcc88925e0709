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
const records: readonly SeedRecord[] = [
  { name: 'alex', sobject: 'Contact', values: { FirstName: 'Alex', LastName: 'Kim', Phone: '(415) 555-0132' } }
];
const says = (...interactions: readonly object[]): readonly { type: string; body: { interaction: object } }[] =>
  interactions.map((interaction) => ({ type: 'interaction', body: { interaction } }));
/** The last thing that a component does for a search. */
const words = (words: string): { readonly do: 'wait'; readonly on: string } => ({ do: 'wait', on: words });

export const screenPops: ComponentStates = {
  component: 'screenPops',
  title: 'Screen pop',
  host: 'utility',
  states: [
    { name: 'empty', title: 'Nothing has opened yet' },
    { name: 'unconfigured', title: 'The org is not set up', configured: false, phone: says(active) },
    { name: 'vendor', title: 'The page of the phone system opens records', ...vendorsOrg, phone: says(active) },
    {
      name: 'popped',
      title: 'The record of the caller is open in a tab',
      records,
      phone: says(active),
      actions: [words('[data-id="page"]')]
    }
  ]
};
