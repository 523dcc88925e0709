import { type ComponentStates, type State } from './state';

const tea = {
  messageId: 'm-1',
  text: 'The stand-up is at ten today.\nBring your open cases.',
  isImportant: false,
  from: 'Sue Park',
  sentAt: '2026-11-23T08:30:00.000Z'
};
const lineDown = {
  ...tea,
  messageId: 'm-2',
  text: 'الخط معطل حتى المساء <b>&amp;</b>',
  isImportant: true,
  from: 'Eleftheria Papadopoulou-Konstantinidou',
  sentAt: '2026-11-23T09:40:00.000Z',
  until: '2026-11-23T17:00:00.000Z'
};
const told = (...messages: readonly object[]): NonNullable<State['phone']>[number] => ({
  type: 'messages',
  body: { messages }
});
const read = { do: 'click', on: '[data-id="read"]' } as const;

export const repMessages: ComponentStates = {
  component: 'repMessages',
  title: 'Messages of supervisors',
  host: 'utility',
  states: [
    { name: 'none', title: 'Nothing is to be read', phone: [told()] },
    { name: 'unread', title: 'An important message, and another one', phone: [told(tea, lineDown)] },
    {
      name: 'reading',
      title: 'A message was marked as read, and the phone has not answered yet',
      phone: [told(tea, lineDown)],
      actions: [read],
      until: ['mark-message-read']
    },
    {
      name: 'refused',
      title: 'The phone did not take it that the message was read',
      phone: [
        told(tea),
        {
          type: 'refused',
          after: 'mark-message-read',
          body: { refusal: { asked: 'mark-message-read', subject: 'm-1', reason: 'not-connected' } }
        }
      ],
      actions: [read]
    }
  ]
};
