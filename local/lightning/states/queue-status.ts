import { usualNow, vendorsOrg, type ComponentStates } from './state';

const queues = [
  { name: 'Support', waiting: 3, longestWaitSeconds: 185, agentsAvailable: 2, agentsTotal: 9 },
  { name: 'Sales', waiting: 0, longestWaitSeconds: 0, agentsAvailable: 4, agentsTotal: 5 },
  {
    name: 'Enterprise support with a long name',
    waiting: 12,
    longestWaitSeconds: 3725,
    agentsAvailable: 0,
    agentsTotal: 14
  }
];
const mine = {
  agentName: 'Ada Morgan',
  status: 'available',
  statusName: 'Available',
  since: '2026-11-23T09:12:00.000Z'
};
const others = [
  { agentName: 'Bo Chen', status: 'busy', statusName: 'On a call', since: '2026-11-23T09:54:20.000Z' },
  { agentName: 'Carla Díaz', status: 'break', statusName: 'Lunch', since: '2026-11-23T09:40:00.000Z' },
  { agentName: 'Dietmar Groß', status: 'offline', statusName: 'Signed out', since: '2026-11-22T17:00:00.000Z' }
];

export const queueStatus: ComponentStates = {
  component: 'queueStatus',
  title: 'Queue status',
  host: 'utility',
  states: [
    { name: 'no-phone', title: 'No phone page has said anything yet' },
    { name: 'vendor', title: 'The phone system has a page of its own', ...vendorsOrg },
    {
      name: 'live',
      title: 'Queues and agents, as the phone just told',
      phone: [
        { type: 'queues', body: { queues, at: usualNow } },
        { type: 'presence', body: { mine, others, at: usualNow } }
      ]
    },
    {
      name: 'old',
      title: 'The phone has been silent for four minutes, and the age is shown',
      phone: [
        { type: 'queues', body: { queues, at: '2026-11-23T09:56:00.000Z' } },
        { type: 'presence', body: { mine, others, at: '2026-11-23T09:56:00.000Z' } }
      ]
    },
    {
      name: 'nobody',
      title: 'Nobody else and no queue',
      phone: [
        { type: 'queues', body: { queues: [], at: usualNow } },
        { type: 'presence', body: { mine, others: [], at: usualNow } }
      ]
    }
  ]
};
