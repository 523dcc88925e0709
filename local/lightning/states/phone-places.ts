import type { ComponentStates, State } from './state';

const here = {
  placeId: 'p-1',
  name: 'Chrome, Windows',
  since: '2026-11-23T08:01:00.000Z',
  lastActiveAt: '2026-11-23T09:59:00.000Z',
  isThis: true
};
const elsewhere = [
  { ...here, placeId: 'p-2', name: 'Edge, Windows', since: '2026-11-22T16:40:00.000Z', isThis: false },
  { placeId: 'p-3', since: '2026-11-23T07:12:00.000Z', lastActiveAt: '2026-11-23T07:30:00.000Z', isThis: false }
];
const answer = (body: Readonly<Record<string, unknown>>): NonNullable<State['phone']>[number] => ({
  type: 'places',
  body,
  after: 'places-wanted'
});
const several = answer({ places: [here, ...elsewhere] });
const open = { do: 'click', on: '[data-id="toggle"]' } as const;
const logOut = { do: 'click', on: '[data-place="p-2"]' } as const;
const wait = (on: string) => ({ do: 'wait', on }) as const;

export const phonePlaces: ComponentStates = {
  component: 'phonePlaces',
  title: 'Where the rep is logged in',
  host: 'utility',
  states: [
    { name: 'closed', title: 'Closed, until the rep wants to know' },
    { name: 'asking', title: 'The phone page is asked', actions: [open] },
    {
      name: 'none',
      title: 'The login is over already',
      phone: [answer({ places: [] })],
      actions: [open, wait('[data-id="found"]')]
    },
    {
      name: 'this-one',
      title: 'Logged in here alone',
      phone: [answer({ places: [here] })],
      actions: [open, wait('[data-id="this"]')]
    },
    {
      name: 'several',
      title: 'Logged in in two other places',
      phone: [several],
      actions: [open, wait('[data-place="p-3"]')]
    },
    {
      name: 'ending',
      title: 'Being logged out in another place',
      phone: [several],
      actions: [open, wait('[data-place="p-2"]'), logOut]
    },
    {
      name: 'not-ended',
      title: 'The service did not say that it ended the other place',
      phone: [several, answer({})],
      actions: [open, wait('[data-place="p-2"]'), logOut, wait('[data-id="failed"] [data-id="retry"]')]
    },
    {
      name: 'unanswered',
      title: 'The service cannot be asked',
      phone: [answer({})],
      actions: [open, wait('[data-id="failed"] [data-id="retry"]')]
    }
  ]
};
