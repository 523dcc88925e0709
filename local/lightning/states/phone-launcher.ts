import type { ComponentStates } from './state';

export const phoneLauncher: ComponentStates = {
  component: 'phoneLauncher',
  title: 'Phone launcher',
  host: 'utility',
  states: [
    { name: 'no-phone', title: 'The app has no phone in its utility bar' },
    {
      name: 'ready',
      title: 'The phone is in the utility bar',
      utilities: ['Phone']
    },
    {
      name: 'opened',
      title: 'A person opened the phone',
      utilities: ['Phone'],
      actions: [{ do: 'click', on: '[data-id="open"]' }]
    }
  ]
};
