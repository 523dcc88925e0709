import { deployFiles, failures, metadataFile } from '../metadata/testing/package-zip-of';
import type { OrgData } from '../org-data';

/** The least of a package with call logs that Apex twins and records need, as a deploy of package source brings it. */
export function deployCallPackage(org: OrgData): void {
  const messages = deployFiles(
    org,
    { CustomObject: ['*'], CustomMetadata: ['*'], ApexClass: ['*'], PermissionSet: ['*'] },
    {
      'objects/Activity.object': object(activityFields),
      'objects/CallLogPart__c.object': object(partFields, custom('Part', 'CLP-{000000}')),
      'objects/AgentActivity__c.object': object(agentFields, custom('Agent Activity', 'AA-{0000}')),
      'objects/RepPreference__c.object': object(preferenceFields, setting('Preference')),
      'objects/RingdownOrg__c.object': object(orgFields, setting('Org')),
      'objects/Disposition__mdt.object': object(dispositionFields, '<label>Disposition</label>'),
      'objects/ChannelSetting__mdt.object': object(channelFields, '<label>Channel Setting</label>'),
      'customMetadata/ChannelSetting.Phone.md': channel('Phone'),
      'customMetadata/Disposition.Solved.md': disposition('Solved', 2, true),
      'customMetadata/Disposition.Asked.md': disposition('Asked', 1, true),
      'customMetadata/Disposition.Old.md': disposition('Old', 3, false),
      ...Object.fromEntries(classes.flatMap((name) => Object.entries(classFiles(name)))),
      'permissionsets/RingdownAgent.permissionset': agentSet,
      'permissionsets/RingdownSupervisor.permissionset': supervisorSet
    }
  );
  const [failure] = failures(messages);
  if (failure) throw new Error(`${failure.fullName}: ${failure.problem}`);
}

const object = (fields: string, own = ''): string => metadataFile('CustomObject', `${fields}${own}`);
const field = (name: string, type: string): string =>
  `<fields><fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${type}</fields>`;
const text = (length: number, more = ''): string => `${more}<length>${length}</length><type>Text</type>`;
const key = '<caseSensitive>true</caseSensitive><externalId>true</externalId><unique>true</unique>';
const plain = (type: string): string => `<type>${type}</type>`;
const number = (precision: number): string => `<precision>${precision}</precision><scale>0</scale><type>Number</type>`;
const box = (preset: boolean): string => `<defaultValue>${preset}</defaultValue><type>Checkbox</type>`;
const pick = (...values: readonly string[]): string =>
  `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values
    .map((value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`)
    .join('')}</valueSetDefinition></valueSet>`;
const lookup = (to: string, name: string): string =>
  `<deleteConstraint>SetNull</deleteConstraint><referenceTo>${to}</referenceTo><relationshipName>${name}</relationshipName><type>Lookup</type>`;
const fieldsOf = (given: Readonly<Record<string, string>>): string =>
  Object.entries(given)
    .map(([name, type]) => field(name, type))
    .join('');

const activity = {
  CallKey__c: text(255, key),
  InteractionKey__c: text(255, '<externalId>true</externalId>'),
  Channel__c: pick('Phone', 'Chat', 'Voicemail', 'SMS'),
  Direction__c: pick('Inbound', 'Outbound', 'Internal'),
  Queue__c: text(80),
  FromNumber__c: plain('Phone'),
  ToNumber__c: plain('Phone'),
  StartedAt__c: plain('DateTime'),
  AnsweredAt__c: plain('DateTime'),
  EndedAt__c: plain('DateTime'),
  TalkSeconds__c: number(8),
  HoldSeconds__c: number(8),
  WrapUpSeconds__c: number(8),
  Outcome__c: pick('Answered', 'Missed'),
  RecordingUrl__c: plain('Url'),
  TranscriptUrl__c: plain('Url'),
  ContinuesElsewhere__c: box(false),
  FirstPart__c: lookup('CallLogPart__c', 'CallLogs')
};
const part = {
  PartKey__c: text(255, key),
  CallKey__c: text(255, '<externalId>true</externalId>'),
  PartNumber__c: number(6),
  PartCount__c: number(6),
  Text__c: '<length>131072</length><type>LongTextArea</type><visibleLines>5</visibleLines>'
};
const activityFields = fieldsOf(activity);
const partFields = fieldsOf(part);
const agentFields = fieldsOf({ ActivityKey__c: text(255, key), Agent__c: lookup('User', 'Activities') });
const preferenceFields = fieldsOf({ AutoLogin__c: text(3), RingSound__c: text(3), MessageSound__c: text(3) });
const orgFields = fieldsOf({ ConfiguredFor__c: text(18), PopsAndLogs__c: text(20) });
const channelFields = fieldsOf({
  Channel__c: text(20),
  AutoLog__c: box(true),
  OpensWrapUp__c: box(true),
  AfterSave__c: text(20)
});
const dispositionFields = fieldsOf({
  Order__c: number(4),
  Value__c: text(80),
  Channels__c: text(80),
  RequiresNotes__c: box(false),
  FollowUpDays__c: number(3),
  IsActive__c: box(true)
});

const custom = (label: string, format: string): string =>
  `<deploymentStatus>Deployed</deploymentStatus><label>${label}</label><nameField><displayFormat>${format}</displayFormat><label>Number</label><type>AutoNumber</type></nameField><pluralLabel>${label}s</pluralLabel><sharingModel>Private</sharingModel>`;
const setting = (label: string): string =>
  `<customSettingsType>Hierarchy</customSettingsType><label>${label}</label><visibility>Public</visibility>`;

const typed = (name: string, type: string, value: string): string =>
  `<values><field>${name}</field><value xsi:type="xsd:${type}">${value}</value></values>`;
const customMetadata = (label: string, values: string): string =>
  metadataFile('CustomMetadata', `<label>${label}</label><protected>false</protected>${values}`).replace(
    '<CustomMetadata ',
    '<CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
  );
const disposition = (label: string, order: number, isActive: boolean): string =>
  customMetadata(
    label,
    `${typed('Order__c', 'double', String(order))}${typed('IsActive__c', 'boolean', String(isActive))}${typed('Value__c', 'string', label)}`
  );
const channel = (label: string): string =>
  customMetadata(label, `${typed('Channel__c', 'string', label)}${typed('AutoLog__c', 'boolean', 'true')}`);

const classes = [
  'CallLogs',
  'CallLogParts',
  'CalledRecords',
  'AgentActivities',
  'PhoneSettings',
  'PhoneUser',
  'RelatedRecords',
  'RepPreferences',
  'RingdownOrgs',
  'ScreenPops',
  'SoftphoneLogs'
];
const classFiles = (name: string): Readonly<Record<string, string>> => ({
  [`classes/${name}.cls`]: `public with sharing class ${name} {}`,
  [`classes/${name}.cls-meta.xml`]: metadataFile('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>')
});

const access = (prefix: string, fields: Readonly<Record<string, string>>): string =>
  Object.keys(fields)
    .map(
      (name) =>
        `<fieldPermissions><editable>true</editable><field>${prefix}.${name}</field><readable>true</readable></fieldPermissions>`
    )
    .join('');
const rights = (object: string, all: boolean): string =>
  `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>${all}</viewAllRecords></objectPermissions>`;
const set = (label: string, isAll: boolean): string =>
  metadataFile(
    'PermissionSet',
    `${classes.map((name) => `<classAccesses><apexClass>${name}</apexClass><enabled>true</enabled></classAccesses>`).join('')}${access('Task', activity)}${access('CallLogPart__c', part)}<label>${label}</label>${rights('CallLogPart__c', isAll)}${rights('AgentActivity__c', isAll)}`
  );
const agentSet = set('Agent', false);
const supervisorSet = set('Supervisor', true);
