import { activityFields } from '../rules/activity-fields';
import { customObjects } from '../rules/custom-objects';
import { documentedFields } from '../rules/documented-fields';
import { fieldAttributes } from '../rules/field-attributes';
import { textLengths } from '../rules/text-lengths';
import { upsertKeys } from '../rules/upsert-keys';
import { grant, ladder, revoke } from './grants';
import { field, flexipage, main, metadata, objectFile } from './places';
import type { Edit, PlantedMistake } from './plant';

const of = (name: string, replace: string | RegExp, by: string, object = 'Activity'): readonly Edit[] => [
  { file: field(object, name), replace, by }
];

const attributes: Readonly<Record<string, readonly Edit[]>> = {
  'a text without a length': of('Queue__c', /<length>.*<\/length>/, ''),
  'a text of no length': of('Queue__c', />80</, '>0<'),
  'a text longer than a text can be': of('Queue__c', />80</, '>256<'),
  'a number without a precision': of('TalkSeconds__c', /<precision>.*<\/precision>/, ''),
  'a number without a scale': of('TalkSeconds__c', /<scale>.*<\/scale>/, ''),
  'a number of more digits than a number has': of('TalkSeconds__c', '<precision>8', '<precision>19'),
  'a picklist without values': of('Kind__c', /<valueSet>[\s\S]*<\/valueSet>/, '', 'AgentActivity__c'),
  'a picklist that anybody may add to': of('Channel__c', '<restricted>true', '<restricted>false'),
  'a picklist with a value twice': of('Channel__c', '<fullName>SMS', '<fullName>Chat'),
  'a checkbox without a default': of('ContinuesElsewhere__c', /<defaultValue>.*<\/defaultValue>/, ''),
  'a lookup to nothing': of('FirstPart__c', /<referenceTo>.*<\/referenceTo>/, ''),
  'a lookup without a relationship name': of('FirstPart__c', /<relationshipName>.*<\/relationshipName>/, ''),
  'a lookup that does not say what happens when its record goes': of(
    'FirstPart__c',
    /<deleteConstraint>.*<\/deleteConstraint>/,
    ''
  ),
  'a length of a field that has none': of('StartedAt__c', '<label>', '<length>20</length><label>'),
  'a long text without lines': of('Text__c', /<visibleLines>.*<\/visibleLines>/, '', 'CallLogPart__c'),
  'a long text longer than any': of('Text__c', '>131072<', '>131073<', 'CallLogPart__c')
};

const text = (name: string): string =>
  metadata(
    'CustomField',
    `<fullName>${name}</fullName><description>x</description><inlineHelpText>x</inlineHelpText><label>x</label><length>9</length>
    <type>Text</type>`
  );

const longText = (name: string): string =>
  text(name)
    .replace('<length>9</length>', '<length>32768</length>')
    .replace('<type>Text</type>', '<type>LongTextArea</type><visibleLines>5</visibleLines>');

const preference = (name: string, preset: string, type: string): readonly Edit[] => [
  {
    file: field('RepPreference__c', `${name}__c`),
    add: metadata(
      'CustomField',
      `<fullName>${name}__c</fullName>${preset}<description>x</description><inlineHelpText>x</inlineHelpText>
      <label>${name}</label>${type}`
    )
  }
];

/** Mistakes in fields and objects. */
export const fieldMistakes: readonly PlantedMistake[] = [
  ...Object.entries(attributes).map(([mistake, edits]) => ({ mistake, caughtBy: fieldAttributes, edits })),
  {
    mistake: 'a required lookup that goes empty with its record',
    caughtBy: fieldAttributes,
    edits: [
      ...of('Agent__c', '<required>false', '<required>true', 'AgentActivity__c'),
      ...ladder.map((file) => revoke(file, 'fieldPermissions', 'AgentActivity__c.Agent__c'))
    ]
  },
  {
    mistake: 'a relationship that another field has already',
    caughtBy: fieldAttributes,
    edits: [
      {
        file: 'force-app/voice/default/objects/VoiceCall/fields/FirstPart__c.field-meta.xml',
        replace: '>VoiceCalls<',
        by: '>CallLogs<'
      }
    ]
  },
  {
    mistake: 'a long text on activities',
    caughtBy: activityFields,
    edits: [{ file: field('Activity', 'Queue__c'), add: longText('Queue__c') }]
  },
  {
    mistake: 'a field of tasks alone',
    caughtBy: activityFields,
    edits: [{ file: field('Task', 'Seat__c'), add: text('Seat__c') }]
  },
  {
    mistake: 'more fields on activities than an org wants to give away',
    caughtBy: activityFields,
    edits: ['One__c', 'Two__c', 'Three__c'].flatMap((name) => [
      { file: field('Activity', name), add: text(name) },
      grant(ladder[0], `Event.${name}`),
      grant(ladder[0], `Task.${name}`)
    ])
  },
  {
    mistake: 'a call log that is saved by a key which is not unique',
    caughtBy: upsertKeys,
    edits: of('CallKey__c', '<unique>true', '<unique>false')
  },
  {
    mistake: 'a part that is saved by a key which is no external id',
    caughtBy: upsertKeys,
    edits: of('PartKey__c', '<externalId>true', '<externalId>false', 'CallLogPart__c')
  },
  {
    mistake: 'an upsert by a field that is not there',
    caughtBy: upsertKeys,
    edits: [{ file: `${main}/classes/CallLogs.cls`, replace: 'user logs CallKey__c', by: 'user logs CallId__c' }]
  },
  {
    mistake: 'a field without a description',
    caughtBy: documentedFields,
    edits: of('Queue__c', /<description>.*<\/description>/, '')
  },
  {
    mistake: 'a field without help',
    caughtBy: documentedFields,
    edits: of('Value__c', /<inlineHelpText>.*<\/inlineHelpText>/, '', 'Disposition__mdt')
  },
  {
    mistake: 'an object without a description',
    caughtBy: documentedFields,
    edits: [{ file: objectFile('CallLogPart__c'), replace: /<description>.*<\/description>/, by: '' }]
  },
  {
    mistake: 'a page with an empty description',
    caughtBy: documentedFields,
    edits: [
      { file: flexipage('RingdownHome'), replace: /<description>.*<\/description>/, by: '<description> </description>' }
    ]
  },
  {
    mistake: 'a label longer than a label can be',
    caughtBy: textLengths,
    edits: of('Queue__c', '<label>', `<label>${'Long '.repeat(9)}`)
  },
  {
    mistake: 'a translated label longer than a label can be',
    caughtBy: textLengths,
    edits: [
      {
        file: `${main}/objectTranslations/Activity-de/Queue__c.fieldTranslation-meta.xml`,
        replace: '<label>',
        by: `<label>${'Lang '.repeat(9)}`
      }
    ]
  },
  {
    mistake: 'help longer than an org holds',
    caughtBy: textLengths,
    edits: of('Queue__c', '<inlineHelpText>', `<inlineHelpText>${'long '.repeat(110)}`)
  },
  {
    mistake: 'texts that everybody can read',
    caughtBy: customObjects,
    edits: [{ file: objectFile('CallLogPart__c'), replace: '<sharingModel>Private', by: '<sharingModel>Read' }]
  },
  {
    mistake: 'an object that is in development',
    caughtBy: customObjects,
    edits: [{ file: objectFile('AgentActivity__c'), replace: '>Deployed<', by: '>InDevelopment<' }]
  },
  {
    mistake: 'a rule that an upgrade takes back',
    caughtBy: customObjects,
    edits: of('Order__c', '>SubscriberControlled<', '>DeveloperControlled<', 'ScreenPopRule__mdt')
  },
  {
    mistake: 'settings that no administrator can see',
    caughtBy: customObjects,
    edits: [{ file: objectFile('Disposition__mdt'), replace: '>Public<', by: '>Protected<' }]
  },
  {
    mistake: 'preferences that are not by person',
    caughtBy: customObjects,
    edits: [{ file: objectFile('RepPreference__c'), replace: '>Hierarchy<', by: '>List<' }]
  },
  {
    mistake: 'a preference that no row can leave to the org',
    caughtBy: customObjects,
    edits: preference('Light', '<defaultValue>true</defaultValue>', '<type>Checkbox</type>')
  },
  {
    mistake: 'a custom setting with a picklist',
    caughtBy: customObjects,
    edits: preference(
      'Sound',
      '',
      `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
      <value><fullName>Bell</fullName><default>false</default><label>Bell</label></value></valueSetDefinition></valueSet>`
    )
  }
];
