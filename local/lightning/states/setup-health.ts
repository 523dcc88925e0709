import type { ComponentStates } from './state';

const noAccess = {
  error: {
    message: "You do not have access to the Apex class named 'SetupHealth'.",
    exceptionType: 'System.NoAccessException'
  }
};
const agent = { Username: 'ada.morgan@example.com' };
const held = ['RingdownAgent', 'RingdownSupervisor', 'RingdownAdmin'].map((Name) => ({
  Assignee: agent,
  PermissionSet: { Name }
}));

export const setupHealth: ComponentStates = {
  component: 'setupHealth',
  title: 'Setup health',
  host: 'home',
  states: [
    { name: 'as-deployed', title: 'An org in which the package was just installed' },
    { name: 'not-configured', title: 'A fresh sandbox copy', configured: false },
    {
      name: 'mixed',
      title: 'Some things are in order and some are not',
      apex: {
        'SetupHealth.callCenters': {
          answer: [
            { Id: '04v000000000001AAA', Name: 'Support', AdapterUrl: 'https://phone.example.com/softphone' },
            { Id: '04v000000000002AAA', Name: 'Sales', AdapterUrl: 'http://phone.example.com/softphone' }
          ]
        },
        'SetupHealth.assignments': {
          answer: [...held, { Assignee: { Username: 'bo.chen@example.com' }, PermissionSet: { Name: 'RingdownAgent' } }]
        },
        'SetupHealth.agents': {
          answer: [
            { ...agent, CallCenterId: '04v000000000001AAA', UserPermissionsSupportUser: true },
            { Username: 'bo.chen@example.com', CallCenterId: null, UserPermissionsSupportUser: false }
          ]
        }
      }
    },
    {
      name: 'no-access',
      title: 'A person without the permission set of administrators',
      apex: {
        'SetupHealth.callCenters': noAccess,
        'SetupHealth.agents': noAccess,
        'SetupHealth.assignments': noAccess,
        'SetupHealth.fieldAccess': noAccess
      }
    },
    {
      name: 'running',
      title: 'One check has not ended yet',
      apex: { 'SetupHealth.callCenters': { never: true } }
    }
  ]
};
