/** What an object permission is called behind `Permissions`, such as `PermissionsViewAllRecords`. */
export type Right = 'Read' | 'Create' | 'Edit' | 'Delete' | 'ViewAllRecords' | 'ModifyAllRecords';

/** An object of the package, without namespace. */
export type OwnObject = 'AgentActivity__c' | 'CallLogPart__c';

/** A permission set of the package and what it opens. */
export type Role = {
  readonly set: string;
  /** What an administrator knows it by. */
  readonly label: string;
  /** Apex classes that components call. */
  readonly classes: readonly string[];
  readonly objects: Readonly<Record<OwnObject, readonly Right[]>>;
};

const classes = [
  'AgentActivities',
  'Agents',
  'CallLogParts',
  'CallLogs',
  'CalledRecords',
  'KeptCalls',
  'PhoneSettings',
  'PhoneUser',
  'RelatedRecords',
  'RepPreferences',
  'RingdownOrgs',
  'ScreenPops',
  'SoftphoneLogs'
];
const all: readonly Right[] = ['Read', 'Create', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords'];

/** The permission sets of the package, as its files are; a test compares them. */
export const roles: readonly Role[] = [
  {
    set: 'RingdownAgent',
    label: 'Ringdown Agent',
    classes,
    objects: { AgentActivity__c: ['Read', 'Create', 'Edit'], CallLogPart__c: ['Read', 'Create', 'Edit', 'Delete'] }
  },
  {
    set: 'RingdownSupervisor',
    label: 'Ringdown Supervisor',
    classes,
    objects: {
      AgentActivity__c: ['Read', 'Create', 'Edit', 'ViewAllRecords'],
      CallLogPart__c: ['Read', 'Create', 'Edit', 'Delete', 'ViewAllRecords']
    }
  },
  {
    set: 'RingdownAdmin',
    label: 'Ringdown Admin',
    classes: [...classes, 'RingdownSandboxPostCopy', 'SearchedField', 'SearchedObject', 'SetupHealth'],
    objects: { AgentActivity__c: all, CallLogPart__c: all }
  }
];

/** Every class that some permission set opens. */
export const openedClasses: readonly string[] = [...new Set(roles.flatMap((role) => role.classes))];
