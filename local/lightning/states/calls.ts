import type { SeedRecord } from './state';

/** A call that is over. */
export const ended = {
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
/** The same call while it goes on. */
export const { endedAt: _endedAt, outcome: _outcome, ...active } = { ...ended, state: 'active' };
/** Another call that rings. */
export const { answeredAt: _answeredAt, ...ringing } = {
  ...active,
  callKey: 'call-2:ada',
  state: 'ringing',
  talkSeconds: 0
};
/** A chat that is over. */
export const chat = {
  ...ended,
  callKey: 'chat-1:ada',
  channel: 'chat',
  text: 'Visitor: Hello\nAda: Good morning. How can I help?'
};
/** A call of somebody who hides the number. */
export const { from: _from, ...withheld } = { ...ended, callKey: 'call-3:ada' };

/** A company and two people who have the number. */
export const records: readonly SeedRecord[] = [
  { name: 'acme', sobject: 'Account', values: { Name: 'Acme Tools', Phone: '(415) 555-0132' } },
  {
    name: 'alex',
    sobject: 'Contact',
    values: { FirstName: 'Alex', LastName: 'Kim', Phone: '(415) 555-0132', AccountId: '$acme' }
  },
  { name: 'sam', sobject: 'Contact', values: { FirstName: 'Sam', LastName: 'Kim', Phone: '(415) 555-0132' } }
];
/** One of the two, as the phone page found them. */
export const alex = { recordId: '$alex', name: 'Alex Kim', objectName: 'Contact' };
/** The other one. */
export const sam = { recordId: '$sam', name: 'Sam Kim', objectName: 'Contact' };
/** What the phone page says of an interaction. */
export const says = (interaction: object): readonly { type: string; body: { interaction: object } }[] => [
  { type: 'interaction', body: { interaction } }
];
