import { usualNow, vendorsOrg, type ComponentStates, type State } from './state';

const available = '0N5000000000001AAA';
/** Omni-Channel's own records; ids that the stand-in for its toolkit knows. */
const apex: State['apex'] = {
  'PhoneSettings.presenceStatuses': {
    answer: [
      { Id: available, DeveloperName: 'Available', MasterLabel: 'Available' },
      { Id: '0N5000000000002AAA', DeveloperName: 'Busy', MasterLabel: 'Busy' },
      { Id: '0N5000000000003AAA', DeveloperName: 'OnBreak', MasterLabel: 'On Break' }
    ]
  }
};
const told = (status: string, statusName: string, bridge = 'open-cti'): NonNullable<State['phone']> => [
  { type: 'session', body: { session: { state: 'signed-in', bridge } } },
  {
    type: 'presence',
    body: { mine: { agentName: 'Ada Morgan', status, statusName, since: usualNow }, others: [], at: usualNow }
  }
];

export const presenceSync: ComponentStates = {
  component: 'presenceSync',
  title: 'Presence with Omni-Channel',
  host: 'utility',
  states: [
    { name: 'waiting', title: 'Neither the phone nor Omni-Channel has said anything', apex },
    { name: 'off', title: 'The phone system has a page of its own', ...vendorsOrg },
    {
      name: 'no-omni',
      title: 'An org without Omni-Channel',
      apex: {
        'PhoneSettings.presenceStatuses': {
          error: {
            message: "sObject type 'ServicePresenceStatus' is not supported.",
            exceptionType: 'System.QueryException',
            status: 500
          }
        }
      }
    },
    {
      name: 'voice',
      title: 'Salesforce Voice keeps presence itself',
      apex,
      phone: told('available', 'Available', 'voice')
    },
    {
      name: 'joined',
      title: 'The phone went to lunch, and Omni-Channel followed',
      apex,
      phone: told('break', 'Lunch'),
      omni: { statusId: available },
      until: ['omni-set-status']
    },
    {
      name: 'refused',
      title: 'Omni-Channel refuses the break',
      apex,
      phone: told('break', 'Lunch'),
      omni: { statusId: available, refusal: 'You have no access to this status.' },
      until: ['omni-set-status', 'set-presence']
    },
    {
      name: 'elsewhere',
      title: 'Omni-Channel was opened in another browser',
      apex,
      phone: told('available', 'Available'),
      omni: { statusId: available, loggedOutFor: 'DuplicateLogin' },
      until: ['omni-logged-out']
    },
    {
      name: 'absent',
      title: 'The app has no Omni-Channel',
      apex,
      phone: told('available', 'Available'),
      omni: { isAbsent: true },
      until: ['omni-absent']
    },
    {
      name: 'unread',
      title: 'The org could not be asked',
      apex: { 'PhoneSettings.presenceMap': { error: { message: 'Server Error', status: 500 } } }
    }
  ]
};
