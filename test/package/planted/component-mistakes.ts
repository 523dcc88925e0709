import { compiledComponents } from '../rules/compiled-components';
import { componentCircles } from '../rules/component-circles';
import { componentDirections } from '../rules/component-directions';
import { componentImports } from '../rules/component-imports';
import { componentSettings } from '../rules/component-settings';
import { componentSize } from '../rules/component-size';
import { componentWidths } from '../rules/component-widths';
import { labelsTranslated } from '../rules/labels-translated';
import { labelsUsed } from '../rules/labels-used';
import { onePackageEach } from '../rules/one-package-each';
import { templateWords } from '../rules/template-words';
import type { Rule } from '../tree/package-file';
import { component, main, metadata, voice } from './places';
import type { Edit, PlantedMistake } from './plant';

const part = (ending: string): string => component('queueStatus', ending);
const inTemplate = (text: string): Edit => ({ file: part('.html'), replace: '<section', by: `${text}<section` });
const inStyles = (text: string): Edit => ({ file: part('.css'), replace: /^/, by: `.x { ${text}; }\n` });
const importing = (module: string): Edit => ({ file: part('.ts'), replace: /^/, by: `import x from '${module}';\n` });
const settings = (replace: string | RegExp, by: string): Edit => ({ file: part('.js-meta.xml'), replace, by });
const property = (text: string, targets = 'lightning__UtilityBar'): Edit =>
  settings(
    '</LightningComponentBundle>',
    `<targetConfigs><targetConfig targets="${targets}">${text}</targetConfig></targetConfigs></LightningComponentBundle>`
  );
const translation = (language: string, of = main): string => `${of}/translations/${language}.translation-meta.xml`;
const labels = (of = main): string => `${of}/labels/CustomLabels.labels-meta.xml`;
/** A label in every language of a package. */
const newLabel = (of: string, name: string): readonly Edit[] => [
  {
    file: labels(of),
    replace: '<labels>',
    by: `<labels><fullName>${name}</fullName><language>en_US</language><protected>true</protected>
      <shortDescription>Old</shortDescription><value>Old</value></labels><labels>`
  },
  ...['de', 'es', 'fr', 'ja'].map((language) => ({
    file: translation(language, of),
    replace: '<customLabels>',
    by: `<customLabels><label>Alt</label><name>${name}</name></customLabels><customLabels>`
  }))
];
const connector = 'web/connector/vendor-connector.ts';

const table: readonly (readonly [mistake: string, caughtBy: Rule, edit: Edit])[] = [
  ['a component at a place that is not there', componentSettings, settings('lightning__HomePage', 'lightning__Home')],
  ['a component without a name for the list', componentSettings, settings(/<masterLabel>.*<\/masterLabel>/, '')],
  ['a component without an icon for the list', componentSettings, { file: part('.svg'), remove: true }],
  [
    'a component of record pages that takes no record',
    componentSettings,
    settings('<targets>', '<targets><target>lightning__RecordPage</target>')
  ],
  ['a property that no component takes', componentSettings, property('<property name="x" type="String" label="X"/>')],
  [
    'a property at a place where the component does not stand',
    componentSettings,
    property('<property name="x" type="String" label="X"/>', 'lightning__RecordPage')
  ],
  ['an element that no configuration has', componentSettings, property('<properties name="x"/>')],
  [
    'a hidden component with places',
    componentSettings,
    {
      file: component('errorPanel', '.js-meta.xml'),
      replace: '<isExposed>',
      by: '<targets><target>lightning__HomePage</target></targets><isExposed>'
    }
  ],
  ['a label that is not there', labelsUsed, importing('@salesforce/label/c.QueueStatusTitles')],
  [
    'a label of the connector that is not there',
    labelsUsed,
    { file: connector, replace: "'VoiceServerLost'", by: "'VoiceServerLost', 'x'); failure('QueueStatusTitle'" }
  ],
  [
    'a label that the connector has ceased to name',
    labelsUsed,
    { file: connector, replace: /throw failure\('VoiceLogoutInCall'.*\);/, by: 'throw new Error();' }
  ],
  ['a label of another namespace', labelsUsed, importing('@salesforce/label/other.Title')],
  ['a field that a component imports and nobody has', componentImports, importing('@salesforce/schema/Task.Call__c')],
  ['a standard field that is not there', componentImports, importing('@salesforce/schema/Task.Title')],
  [
    'a field of a custom metadata type by its schema',
    componentImports,
    importing('@salesforce/schema/ChannelSetting__mdt.Channel__c')
  ],
  ['an object that is not there', componentImports, importing('@salesforce/schema/CallPart__c')],
  ['an Apex method that is not there', componentImports, importing('@salesforce/apex/CallLogs.saveAll')],
  ['an Apex method that components may not call', componentImports, importing('@salesforce/apex/TestPeople.agent')],
  ['a channel that is not there', componentImports, importing('@salesforce/messageChannel/Phone__c')],
  ['a component that is not there', componentImports, importing('c/queueState')],
  ['a component in a template that is not there', componentImports, inTemplate('<c-queue-state></c-queue-state>')],
  [
    'two bundles that need each other',
    componentCircles,
    { file: component('phoneNumbers', '.js'), replace: /$/, by: "import { popScreen } from 'c/screenPop';\n" }
  ],
  [
    'a component in the template of its own part',
    componentCircles,
    {
      file: component('relatedRecordPicker', '.html'),
      replace: /<\/template>\s*$/,
      by: '<c-call-log></c-call-log></template>'
    }
  ],
  ['JavaScript without a source', compiledComponents, { file: part('Old.js'), add: 'export const x = 1;\n' }],
  ['a component that was never compiled', compiledComponents, { file: part('.js'), remove: true }],
  [
    'a change of what a component carries of the core',
    compiledComponents,
    { file: 'core/call-log/call-log.ts', replace: /^/, by: '// changed\n' }
  ],
  [
    'JavaScript larger than an org may take',
    componentSize,
    { file: part('.js'), replace: /$/, by: `// ${'x'.repeat(131_072)}` }
  ],
  ['words in a template', templateWords, inTemplate('<p>Nobody waits</p>')],
  ['words beside a value', templateWords, inTemplate('<p>{row.waiting} waiting</p>')],
  ['words for a screen reader', templateWords, inTemplate('<p aria-label="Queues"></p>')],
  ['words in a base component', templateWords, inTemplate('<lightning-button\n  label="Sign in"></lightning-button>')],
  ['a margin on the left', componentDirections, inStyles('margin-left: 1rem')],
  ['a text on the right', componentDirections, inStyles('text-align: right')],
  ['a place from the left', componentDirections, inStyles('inset-block-start: 0; left: 0')],
  ['a class that puts to the left', componentDirections, inTemplate('<p class="slds-float_left"></p>')],
  ['a class with a margin on the right', componentDirections, inTemplate('<p class="x slds-m-right_small"></p>')],
  ['a width that a panel does not have', componentWidths, inStyles('width: 400px')],
  ['a least width in letters', componentWidths, inStyles('min-width: 24rem')],
  ['a column that a panel does not hold', componentWidths, inStyles('grid-template-columns: minmax(30rem, 1fr)')],
  ['a width in a template', componentWidths, inTemplate('<p style="width: 500px"></p>')],
  [
    'a label that German lacks',
    labelsTranslated,
    {
      file: translation('de'),
      replace: /<customLabels>(?:(?!<\/customLabels>)[\s\S])*>QueueStatusTitle<[\s\S]*?<\/customLabels>/,
      by: ''
    }
  ],
  [
    'a label that says nothing in Japanese',
    labelsTranslated,
    { file: translation('ja'), replace: /<label>.*<\/label>(?=\s*<name>QueueStatusTitle<)/, by: '<label/>' }
  ],
  [
    'a label that leaves open in French what English does not',
    labelsTranslated,
    { file: translation('fr'), replace: /<\/label>(?=\s*<name>QueueStatusTitle<)/, by: ' {0}</label>' }
  ],
  ['a language that is missing', labelsTranslated, { file: translation('es'), remove: true }]
];

/** Mistakes in components and their words. */
export const componentMistakes: readonly PlantedMistake[] = [
  ...table.map(([mistake, caughtBy, edit]) => ({ mistake, caughtBy, edits: [edit] })),
  {
    mistake: 'a component that may stand nowhere',
    caughtBy: componentSettings,
    edits: [
      {
        file: component('sample', '.js-meta.xml'),
        add: metadata(
          'LightningComponentBundle',
          `<apiVersion>67.0</apiVersion><masterLabel>x</masterLabel><description>x</description><isExposed>true</isExposed>`
        )
      },
      { file: component('sample', '.ts'), add: 'export const sample = 1;\n' },
      { file: component('sample', '.html'), add: '<template></template>\n' },
      { file: component('sample', '.svg'), add: '<svg xmlns="http://www.w3.org/2000/svg" />\n' }
    ]
  },
  {
    mistake: 'a property of another type than the component takes',
    caughtBy: componentSettings,
    edits: [
      property('<property name="rows" type="String" label="Rows"/>'),
      { file: part('.ts'), replace: /^/, by: 'class Sample {\n  @api rows: number = 1;\n}\n' }
    ]
  },
  {
    mistake: 'a component that was changed and not compiled',
    caughtBy: compiledComponents,
    edits: [{ file: part('.ts'), replace: /^/, by: '// changed\n' }],
    isNotCompiled: true
  },
  {
    mistake: 'a label that nothing shows',
    caughtBy: labelsUsed,
    edits: newLabel(main, 'QueueStatusOld')
  },
  {
    mistake: 'a label of Voice that neither a component nor the connector shows',
    caughtBy: labelsUsed,
    edits: newLabel(voice, 'VoiceServerGone')
  },
  {
    mistake: 'a label that stands in both packages',
    caughtBy: onePackageEach,
    edits: newLabel(voice, 'QueueStatusTitle')
  }
];
