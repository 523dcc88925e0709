import { usualNow, vendorsOrg, type ComponentStates, type State } from './state';

const queues = [
  { name: 'Support', waiting: 3, longestWaitSeconds: 185, agentsAvailable: 2, agentsTotal: 9 },
  { name: 'Sales', waiting: 0, longestWaitSeconds: 0, agentsAvailable: 4, agentsTotal: 5 }
];
const mine = {
  agentName: 'Sue Park',
  status: 'available',
  statusName: 'Available',
  since: '2026-11-23T09:12:00.000Z'
};
const talk = {
  callId: 'call-1',
  number: '+442079460123',
  since: '2026-11-23T09:54:20.000Z',
  actions: ['listen', 'barge-in']
};
const bo = (call: object): object => ({
  agentName: 'Bo Chen',
  status: 'busy',
  statusName: 'On a call',
  since: '2026-11-23T09:54:00.000Z',
  call: { ...talk, ...call }
});
const others = [
  { agentName: 'Ada Morgan', status: 'available', statusName: 'Available', since: '2026-11-23T09:58:30.000Z' },
  {
    agentName: 'Eleftheria Papadopoulou-Konstantinidou',
    status: 'busy',
    statusName: 'On a call',
    since: '2026-11-23T08:48:00.000Z',
    call: { ...talk, callId: 'call-2', number: '+13125550188', since: '2026-11-23T08:48:10.000Z' }
  },
  { agentName: 'Carla Díaz', status: 'break', statusName: 'Lunch', since: '2026-11-23T09:40:00.000Z' },
  { agentName: 'Dietmar Groß', status: 'offline', statusName: 'Signed out', since: '2026-11-22T17:00:00.000Z' }
];
const told = (agents: readonly object[], at = usualNow): NonNullable<State['phone']> => [
  { type: 'queues', body: { queues, at } },
  { type: 'presence', body: { mine, others: agents, at } }
];

export const agentMonitor: ComponentStates = {
  component: 'agentMonitor',
  title: 'Supervisor monitor',
  host: 'utility',
  states: [
    { name: 'no-phone', title: 'No phone page has said anything yet' },
    { name: 'vendor', title: 'The phone system has a page of its own', ...vendorsOrg },
    { name: 'live', title: 'What everybody is doing, and whom one may listen to', phone: told([bo({}), ...others]) },
    {
      name: 'listening',
      title: 'The supervisor listens to a call and can barge in',
      phone: told([bo({ supervision: 'listening', actions: ['listen', 'barge-in', 'stop'] }), ...others])
    },
    {
      name: 'barged-in',
      title: 'The supervisor is in the call',
      phone: told([bo({ supervision: 'barged-in', actions: ['listen', 'barge-in', 'stop'] }), ...others])
    },
    {
      name: 'refused',
      title: 'The phone system lets only its supervisors listen',
      phone: [
        ...told([bo({})]),
        {
          type: 'refused',
          after: 'supervise',
          body: {
            refusal: {
              asked: 'supervise',
              subject: 'call-1',
              reason: 'not-allowed',
              detail: 'ada.morgan is no supervisor'
            }
          }
        }
      ],
      actions: [{ do: 'click', on: '[data-id="action"]' }]
    },
    {
      name: 'no-calls',
      title: 'The phone system tells this rep nothing of calls',
      phone: told([{ ...bo({}), call: undefined }])
    },
    {
      name: 'none-fit',
      title: 'No agent of the name that is looked for',
      phone: told([bo({}), ...others]),
      actions: [{ do: 'fill', on: '[data-id="find"] input', value: 'Zoe' }]
    },
    { name: 'nobody', title: 'Nobody else is signed in', phone: told([]) },
    {
      name: 'old',
      title: 'The phone has been silent for four minutes',
      phone: told([bo({})], '2026-11-23T09:56:00.000Z')
    }
  ]
};
