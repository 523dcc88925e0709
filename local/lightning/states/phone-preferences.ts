import type { ComponentStates } from './state';

export const phonePreferences: ComponentStates = {
  component: 'phonePreferences',
  title: 'Phone preferences',
  host: 'utility',
  states: [
    { name: 'read', title: 'What the rep chose' },
    {
      name: 'saved',
      title: 'The rep turned a switch, and it is saved',
      actions: [{ do: 'click', on: '[data-name="ringSound"] input' }]
    },
    {
      name: 'not-saved',
      title: 'A switch that could not be saved is turned back',
      apex: {
        'RepPreferences.save': {
          error: { message: 'unable to obtain exclusive access to this record', exceptionType: 'System.DmlException' }
        }
      },
      actions: [{ do: 'click', on: '[data-name="ringSound"] input' }]
    },
    {
      name: 'unread',
      title: 'What the rep chose could not be read',
      apex: { 'RepPreferences.mine': { error: { message: 'No access to RepPreferences' } } }
    }
  ]
};
