import { accessModes } from '../rules/access-modes';
import { apiVersions } from '../rules/api-versions';
import { customMetadataRecords } from '../rules/custom-metadata-records';
import { messageChannels } from '../rules/message-channels';
import { onePackageEach } from '../rules/one-package-each';
import { packageWalls } from '../rules/package-walls';
import { packageableTypes } from '../rules/packageable-types';
import type { Rule } from '../tree/package-file';
import { component, flexipage, main, metadata, objectFile, voice } from './places';
import type { Edit, PlantedMistake } from './plant';

const record = (name: string): string => `${main}/customMetadata/${name}.md-meta.xml`;
const pop = record('ScreenPopRule.AccountByPhone');
const change = (file: string, replace: string | RegExp, by: string): Edit => ({ file, replace, by });
const utility = (name: string): string => `<itemInstances><componentInstance><componentName>${name}</componentName>
  <identifier>another</identifier></componentInstance></itemInstances><name>utilityItems<`;

const table: readonly (readonly [mistake: string, caughtBy: Rule, edit: Edit])[] = [
  [
    'a call center in a package',
    packageableTypes,
    {
      file: `${main}/callCenters/Support.callCenter-meta.xml`,
      add: metadata(
        'CallCenter',
        '<displayName>x</displayName><displayNameLabel>x</displayNameLabel><internalNameLabel>x</internalNameLabel>'
      )
    }
  ],
  [
    'a queue in a package',
    packageableTypes,
    {
      file: `${voice}/queues/Support.queue-meta.xml`,
      add: metadata('Queue', '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Support</name>')
    }
  ],
  ['a file that belongs to nothing', packageableTypes, { file: `${main}/classes/Notes.txt`, add: 'later' }],
  [
    'a component that stands in both packages',
    onePackageEach,
    {
      file: `${voice}/messageChannels/RingdownPhone.messageChannel-meta.xml`,
      add: metadata(
        'LightningMessageChannel',
        `<description>x</description><isExposed>false</isExposed><lightningMessageFields><fieldName>type</fieldName>
        </lightningMessageFields><masterLabel>Ringdown Phone</masterLabel>`
      )
    }
  ],
  [
    'the widget of Voice in the base',
    packageWalls,
    change(flexipage('RingdownUtilityBar'), '<name>utilityItems<', utility('runtime_service_omnichannel:omniWidget'))
  ],
  [
    'a page of Voice in the base',
    packageWalls,
    change(objectFile('CallLogPart__c'), '<description>', '<description>Like RingdownVoiceCallRecord. ')
  ],
  [
    'a record of Voice in a class of the base',
    packageWalls,
    change(
      `${main}/classes/Agents.cls`,
      'public ',
      "@TestVisible private static final String LATER = 'VoiceCall';\n  public "
    )
  ],
  [
    'the softphone of Open CTI in the app of Voice',
    packageWalls,
    change(
      `${voice}/flexipages/RingdownVoiceUtilityBar.flexipage-meta.xml`,
      '<name>utilityItems<',
      utility('opencti:softPhone')
    )
  ],
  [
    'the permission set of one org in a package',
    packageWalls,
    change(objectFile('RingdownOrg__c'), '<description>', '<description>See RingdownAccess. ')
  ],
  [
    'a message channel that is open to others',
    messageChannels,
    change(`${main}/messageChannels/RingdownPhone.messageChannel-meta.xml`, '<isExposed>false', '<isExposed>true')
  ],
  [
    'a message channel without fields',
    messageChannels,
    change(
      `${main}/messageChannels/RingdownPhone.messageChannel-meta.xml`,
      /<lightningMessageFields>[\s\S]*<\/lightningMessageFields>/,
      ''
    )
  ],
  ['a class of another API version', apiVersions, change(`${main}/classes/Agents.cls-meta.xml`, '>67.0<', '>65.0<')],
  ['a class that is not active', apiVersions, change(`${main}/classes/Agents.cls-meta.xml`, '>Active<', '>Inactive<')],
  ['a query without a mode', accessModes, change(`${main}/classes/Agents.cls`, 'WITH USER_MODE', '')],
  [
    'a query of a test without a mode',
    accessModes,
    change(`${main}/classes/CallLogsTest.cls`, ' WITH SYSTEM_MODE]', ']')
  ],
  ['a write without a mode', accessModes, change(`${main}/classes/RepPreferences.cls`, 'upsert as system', 'upsert')],
  [
    'a query by its text without a mode',
    accessModes,
    change(`${main}/classes/SetupHealth.cls`, /,\s*AccessLevel\.USER_MODE/, '')
  ],
  [
    'a class that does not say how it shares',
    accessModes,
    change(`${main}/classes/TestPeople.cls`, 'with sharing ', '')
  ],
  [
    'a component of another API version',
    apiVersions,
    change(component('queueStatus', '.js-meta.xml'), '>67.0<', '>60.0<')
  ],
  [
    'a record of a type that is not there',
    customMetadataRecords,
    { file: record('PopRule.One'), add: metadata('CustomMetadata', '<label>One</label><protected>false</protected>') }
  ],
  ['a record with a field that is not there', customMetadataRecords, change(pop, '>Order__c<', '>Rank__c<')],
  ['a record with a text for a number', customMetadataRecords, change(pop, 'xsd:double', 'xsd:string')],
  ['a record with a number that does not fit', customMetadataRecords, change(pop, '>50.0<', '>50000.0<')],
  ['a record with a value that is not there', customMetadataRecords, change(pop, '>Chooser<', '>Choose<')],
  [
    'a record with a text that is too long',
    customMetadataRecords,
    change(pop, '>caller-number<', `>${'number-'.repeat(12)}<`)
  ],
  ['a record that looks for a field that is not there', customMetadataRecords, change(pop, '>Phone<', '>PhoneNumber<')],
  [
    'a record that gives a field twice',
    customMetadataRecords,
    change(pop, '<values>', '<values><field>Order__c</field><value xsi:type="xsd:double">1</value></values><values>')
  ],
  [
    'a record that says nothing of a field',
    customMetadataRecords,
    change(pop, /<values>\s*<field>AgentGroup__c[\s\S]*?<\/values>/, '')
  ]
];

/** Mistakes in what a package holds and how its settings are filled. */
export const packageMistakes: readonly PlantedMistake[] = table.map(([mistake, caughtBy, edit]) => ({
  mistake,
  caughtBy,
  edits: [edit]
}));
