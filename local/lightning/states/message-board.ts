import { type ComponentStates, type State } from './state';

const support = { kind: 'queue', id: 'Support', name: 'Support' };
const addressees = [
  { kind: 'everybody' },
  support,
  { kind: 'agent', id: 'ada', name: 'Ada Morgan' },
  { kind: 'agent', id: 'bo', name: 'Bo Chen' }
];
const standUp = {
  messageId: 'm-1',
  requestId: 'r-1',
  text: 'The stand-up is at ten today.\nBring your open cases.',
  isImportant: false,
  from: 'Sue Park',
  sentAt: '2026-11-23T08:30:00.000Z',
  to: { kind: 'everybody' },
  readers: [
    { name: 'Ada Morgan', readAt: '2026-11-23T08:41:00.000Z' },
    { name: 'Bo Chen' },
    { name: 'Eleftheria Papadopoulou-Konstantinidou', readAt: '2026-11-23T08:35:00.000Z' }
  ]
};
const lineDown = {
  ...standUp,
  messageId: 'm-2',
  requestId: 'r-2',
  text: 'الخط معطل حتى المساء',
  isImportant: true,
  sentAt: '2026-11-23T09:40:00.000Z',
  until: '2026-11-23T17:00:00.000Z',
  to: support,
  readers: [{ name: 'Bo Chen' }]
};
const told = (...sent: readonly object[]): NonNullable<State['phone']>[number] => ({
  type: 'sent-messages',
  body: { sent, addressees }
});
const write = { do: 'fill', on: '[data-id="text"] textarea', value: 'Please help the night shift.' } as const;
const send = { do: 'click', on: '[data-id="send"]' } as const;

export const messageBoard: ComponentStates = {
  component: 'messageBoard',
  title: 'Messages to reps',
  host: 'utility',
  states: [
    { name: 'no-supervisor', title: 'The phone system counts this person as no supervisor: there is nothing' },
    { name: 'empty', title: 'Nothing was sent', phone: [told()] },
    { name: 'sent', title: 'Two messages that reps read now', phone: [told(standUp, lineDown)] },
    {
      name: 'readers',
      title: 'Who has read a message, and who has not',
      phone: [told(standUp)],
      actions: [{ do: 'click', on: '[data-id="who"]' }]
    },
    { name: 'nothing-written', title: 'Nothing was written that could be sent', phone: [told()], actions: [send] },
    {
      name: 'too-long',
      title: 'More was written than a message takes',
      phone: [told()],
      actions: [{ ...write, value: 'word '.repeat(120) }, send]
    },
    {
      name: 'withdrawing',
      title: 'A message is being withdrawn',
      phone: [told(standUp)],
      actions: [{ do: 'click', on: '[data-id="withdraw"]' }],
      until: ['withdraw-message']
    },
    {
      name: 'sending',
      title: 'A message is on its way',
      phone: [told()],
      actions: [write, send],
      until: ['send-message']
    }
  ]
};
