import { developerNames } from '../rules/developer-names';
import { metadataNames } from '../rules/metadata-names';
import { metadataStructure } from '../rules/metadata-structure';
import { component, field, main, metadata, permissionSet, postInstall, voice } from './places';
import type { PlantedMistake } from './plant';

const callKey = field('Activity', 'CallKey__c');
const action = `${main}/quickActions/RingdownLogACall.quickAction-meta.xml`;
const dashboard = `${main}/dashboards/RingdownDashboards/RingdownTeam.dashboard-meta.xml`;
const language = (name: string): string => `${main}/objectTranslations/Activity-de/${name}`;

const structural: readonly (Omit<PlantedMistake, 'caughtBy' | 'edits'> & {
  readonly edit: PlantedMistake['edits'][number];
})[] = [
  {
    mistake: 'an element that a field does not have',
    edit: { file: callKey, replace: '<label>', by: '<help>x</help><label>' }
  },
  {
    mistake: 'an element that an object does not have',
    edit: {
      file: `${main}/objects/CallLogPart__c/CallLogPart__c.object-meta.xml`,
      replace: '<label>',
      by: '<title>x</title><label>'
    }
  },
  {
    mistake: 'an element that a translated field does not have',
    edit: {
      file: language('Channel__c.fieldTranslation-meta.xml'),
      replace: '<help>',
      by: '<inlineHelpText>x</inlineHelpText><help>'
    }
  },
  {
    mistake: 'a required element that is missing',
    edit: { file: permissionSet('RingdownAgent'), replace: /<label>.*<\/label>/, by: '' }
  },
  {
    mistake: 'a required element of a part that is missing',
    edit: {
      file: `${postInstall}/callCenters/ExampleSupport.callCenter-meta.xml`,
      replace: /<value>.*<\/value>/,
      by: ''
    }
  },
  { mistake: 'a value that no org has', edit: { file: action, replace: '>Required<', by: '>Needed<' } },
  {
    mistake: 'a switch that is neither on nor off',
    edit: { file: action, replace: '<emptySpace>false', by: '<emptySpace>no' }
  },
  { mistake: 'a number in words', edit: { file: dashboard, replace: '<rowHeight>36', by: '<rowHeight>small' } },
  {
    mistake: 'a single element twice',
    edit: { file: callKey, replace: '<label>', by: '<label>Twice</label><label>' }
  },
  {
    mistake: 'repeated elements that do not stand together',
    edit: {
      file: permissionSet('RingdownAgent'),
      replace: '</PermissionSet>',
      by: '<classAccesses><apexClass>CallLogs</apexClass><enabled>true</enabled></classAccesses></PermissionSet>'
    }
  },
  { mistake: 'another root', edit: { file: callKey, replace: /CustomField\b/g, by: 'Field' } },
  {
    mistake: 'no namespace',
    edit: { file: `${voice}/applications/RingdownVoiceConsole.app-meta.xml`, replace: / xmlns="[^"]*"/, by: '' }
  },
  {
    mistake: 'a comment with two hyphens',
    edit: { file: language('Activity-de.objectTranslation-meta.xml'), replace: '</', by: '<!-- a -- b --></' }
  },
  {
    mistake: 'XML that ends early',
    edit: { file: language('Activity-de.objectTranslation-meta.xml'), replace: /<\/\w+>\s*$/, by: '' }
  },
  {
    mistake: 'an unknown element of a component',
    edit: {
      file: component('queueStatus', '.js-meta.xml'),
      replace: '<isExposed>',
      by: '<exposed>true</exposed><isExposed>'
    }
  },
  {
    mistake: 'a folder that Salesforce does not know',
    edit: { file: `${main}/phones/Desk.phone-meta.xml`, add: metadata('Phone', '') }
  },
  {
    mistake: 'a name that ends otherwise',
    edit: { file: `${main}/tabs/Calls.tabs-meta.xml`, add: metadata('CustomTab', '<motif>x</motif>') }
  }
];

/** Files that are not what their types allow, or not named as they say. */
export const structureMistakes: readonly PlantedMistake[] = [
  ...structural.map(({ mistake, edit }) => ({
    mistake,
    caughtBy: metadataStructure,
    edits: [edit]
  })),
  {
    mistake: 'a field in the file of another',
    caughtBy: metadataNames,
    edits: [{ file: callKey, replace: '>CallKey__c<', by: '>CallKeys__c<' }]
  },
  {
    mistake: 'a field that does not say its name',
    caughtBy: metadataNames,
    edits: [{ file: callKey, replace: '<fullName>CallKey__c</fullName>', by: '' }]
  },
  {
    mistake: 'a translation of another field',
    caughtBy: metadataNames,
    edits: [{ file: language('Channel__c.fieldTranslation-meta.xml'), replace: '>Channel__c<', by: '>Chanel__c<' }]
  },
  {
    mistake: 'vendor information under another name',
    caughtBy: metadataNames,
    edits: [
      {
        file: `${postInstall}/ConversationVendorInformation/ExampleTelephony.ConversationVendorInformation-meta.xml`,
        replace: '>ExampleTelephony<',
        by: '>Example<'
      }
    ]
  },
  {
    mistake: 'an underscore in a name of ours',
    caughtBy: developerNames,
    edits: [
      {
        file: `${main}/reports/All_Reports.reportFolder-meta.xml`,
        add: metadata('ReportFolder', '<name>All</name>')
      }
    ]
  }
];
