import { vendorsOrg, type ComponentStates } from './state';

const noAccess = {
  error: {
    message: "You do not have access to the Apex class named 'SetupHealth'.",
    exceptionType: 'System.NoAccessException'
  }
};
const ownMethods = [
  'agents',
  'agentsWithoutApi',
  'agentsWithoutTasks',
  'assignments',
  'callCenters',
  'classAccess',
  'classes',
  'fieldAccess',
  'objectAccess',
  'presenceStatuses',
  'repDefaults',
  'trustedSites'
];
const withoutOmniChannel = {
  error: {
    message: "sObject type 'ServicePresenceStatus' is not supported.",
    exceptionType: 'System.QueryException'
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
      name: 'in-order',
      title: 'An org that the tool has set up',
      configured: false,
      records: [
        {
          sobject: 'RingdownOrg__c',
          values: {
            SetupOwnerId: '$org',
            ConfiguredFor__c: '$org',
            ConfiguredAt__c: '2026-11-20T09:30:00.000Z',
            DefaultCountry__c: 'US',
            PhoneOrigin__c: 'https://phone.example.com'
          }
        },
        {
          sobject: 'CspTrustedSite',
          values: {
            DeveloperName: 'Phone',
            EndpointUrl: 'https://phone.example.com',
            Context: 'LEX',
            IsActive: true,
            IsApplicableToConnectSrc: true,
            IsApplicableToFrameSrc: true,
            CanAccessMicrophone: true
          }
        },
        {
          sobject: 'CspTrustedSite',
          values: {
            DeveloperName: 'Standby',
            EndpointUrl: 'https://standby.example.com',
            Context: 'LEX',
            IsActive: true,
            IsApplicableToFrameSrc: true
          }
        },
        { name: 'access', sobject: 'PermissionSet', values: { Name: 'RingdownAccess', Label: 'Ringdown access' } },
        {
          sobject: 'FieldPermissions',
          values: {
            ParentId: '$access',
            SobjectType: 'Task',
            Field: 'Task.Type',
            PermissionsRead: true,
            PermissionsEdit: true
          }
        },
        {
          sobject: 'RepPreference__c',
          values: { SetupOwnerId: '$org', AutoLogin__c: 'on', RingSound__c: 'on', MessageSound__c: 'off' }
        }
      ],
      apex: { 'SetupHealth.presenceStatuses': withoutOmniChannel }
    },
    { name: 'vendor', title: 'The page of the phone system opens records and logs calls', ...vendorsOrg },
    {
      name: 'lacking',
      title: 'Agents lack what no package gives, and the package lost some of its access',
      apex: {
        'SetupHealth.agentsWithoutTasks': { answer: [{ Username: 'bo.chen@example.com' }] },
        'SetupHealth.agentsWithoutApi': {
          answer: [{ Username: 'bo.chen@example.com' }, { Username: 'lee.park@example.com' }]
        },
        'SetupHealth.objectAccess': { answer: [] },
        'SetupHealth.classAccess': { answer: [] },
        'SetupHealth.classes': { answer: [{ Id: '01p000000000001AAA', Name: 'CallLogs' }] },
        'SetupHealth.trustedSites': {
          answer: [
            {
              EndpointUrl: 'https://phone.example.com',
              Context: 'LEX',
              IsActive: true,
              IsApplicableToFrameSrc: true
            }
          ]
        }
      }
    },
    {
      name: 'no-access',
      title: 'A person without the permission set of administrators',
      apex: Object.fromEntries(ownMethods.map((name) => [`SetupHealth.${name}`, noAccess]))
    },
    {
      name: 'running',
      title: 'One check has not ended yet',
      apex: { 'SetupHealth.callCenters': { never: true } }
    }
  ]
};
