import assert from 'node:assert/strict';
import type { OrgData } from '../../org-data';
import { voiceOrg } from '../testing/deploy-one';
import { memoryOrg } from '../testing/memory-org';
import { deployFiles, failures, metadataFile } from '../testing/package-zip-of';

type Files = Readonly<Record<string, string>>;

const types =
  `ApexClass CustomApplication CustomLabel CustomLabels CustomMetadata CustomObject CustomObjectTranslation CustomTab Dashboard
  FlexiPage Layout LightningComponentBundle LightningMessageChannel PermissionSet QuickAction Report ReportType Translations`.split(
    /\s+/
  );

/** What the org says of files, those of the sound package among them. */
function problemsOf(files: Files, org: OrgData = memoryOrg(), version?: string): readonly string[] {
  const all = { ...sound, ...files };
  const members = {
    ...Object.fromEntries(types.map((type) => [type, ['*']])),
    Report: ['Calls', 'Calls/Mine'],
    Dashboard: ['Boards', 'Boards/Team']
  };
  return failures(deployFiles(org, members, all, { allowMissingFiles: true }, version)).map(
    ({ componentType, fullName, problem }) => `${componentType} ${fullName}: ${problem}`
  );
}

const bundle = (name: string, code: string, config: string, more: Files = {}): Files => ({
  [`lwc/${name}/${name}.js`]: code,
  [`lwc/${name}/${name}.js-meta.xml`]: metadataFile(
    'LightningComponentBundle',
    `<apiVersion>67.0</apiVersion>${config}`
  ),
  ...more
});
const page = (type: string, component: string, more = '', own = ''): string =>
  metadataFile(
    'FlexiPage',
    `<flexiPageRegions><itemInstances><componentInstance>${more}<componentName>${component}</componentName></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><masterLabel>P</masterLabel>${own}<template><name>home:desktopTemplate</name></template><type>${type}</type>`
  );
const record = (values: string): string =>
  metadataFile('CustomMetadata', `<label>R</label><protected>false</protected>${values}`).replace(
    '<CustomMetadata ',
    '<CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
  );
const value = (field: string, type: string, text: string): string =>
  `<values><field>${field}</field><value xsi:type="xsd:${type}">${text}</value></values>`;
const layout = (field: string): string =>
  metadataFile(
    'Layout',
    `<layoutSections><layoutColumns><layoutItems><behavior>Edit</behavior><field>${field}</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>`
  );
const action = (field: string): string =>
  metadataFile(
    'QuickAction',
    `<label>Log</label><optionsCreateFeedItem>false</optionsCreateFeedItem><quickActionLayout><layoutSectionStyle>OneColumn</layoutSectionStyle><quickActionLayoutColumns><quickActionLayoutItems><emptySpace>false</emptySpace><field>${field}</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems></quickActionLayoutColumns></quickActionLayout><targetObject>Task</targetObject><type>LogACall</type>`
  );
const app = (tab: string, bar: string): string =>
  metadataFile(
    'CustomApplication',
    `<formFactors>Large</formFactors><label>A</label><tabs>${tab}</tabs><utilityBar>${bar}</utilityBar>`
  );
const report = (type: string, field: string): string =>
  metadataFile(
    'Report',
    `<columns><field>${field}</field></columns><format>Tabular</format><name>Mine</name><reportType>${type}</reportType>`
  );
const reportType = (field: string): string =>
  metadataFile(
    'ReportType',
    `<baseObject>Part__c</baseObject><deployed>true</deployed><label>Parts</label><sections><columns><checkedByDefault>true</checkedByDefault><field>${field}</field><table>Part__c</table></columns><masterLabel>All</masterLabel></sections>`
  );
const translated = (name: string): string =>
  metadataFile('Translations', `<customLabels><label>Hallo</label><name>${name}</name></customLabels>`);
const translatedReport = (name: string): string =>
  metadataFile('Translations', `<reports><label>Meine</label><name>${name}</name></reports>`);
const apex = (code: string): Files => ({
  'classes/Logs.cls': code,
  'classes/Logs.cls-meta.xml': metadataFile('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>')
});
const set = (content: string): string => metadataFile('PermissionSet', `${content}<label>P</label>`);
const field = (name: string, type: string): string =>
  `<fields><fullName>${name}</fullName><label>X</label>${type}</fields>`;

const exposed = (targets: string, configs = ''): string =>
  `<isExposed>true</isExposed>${configs && `<targetConfigs>${configs}</targetConfigs>`}<targets>${targets}</targets>`;
const code = `import { LightningElement } from 'lwc';
import hi from '@salesforce/label/c.Hi';
import find from '@salesforce/apex/Logs.find';
import key from '@salesforce/schema/Task.Key__c';
import phone from '@salesforce/messageChannel/Phone__c';
import { x } from 'c/service';`;

/** Parts that refer to one another, in no good order. */
const sound: Files = {
  'applications/A.app': app('Setup', 'Bar'),
  ...apex('/** { */ public with sharing class Logs { }'),
  'customMetadata/Rule.R.md': record(value('Order__c', 'double', '1') + value('On__c', 'boolean', 'true')),
  'flexipages/Bar.flexipage': page('UtilityBar', 'panel'),
  'flexipages/Setup.flexipage': page(
    'AppPage',
    'c:panel',
    '<componentInstanceProperties><name>size</name><value>2</value></componentInstanceProperties>'
  ),
  'labels/CustomLabels.labels': metadataFile(
    'CustomLabels',
    '<labels><fullName>Hi</fullName><language>en_US</language><protected>true</protected><shortDescription>Hi</shortDescription><value>Hi</value></labels>'
  ),
  'layouts/Task-Call.layout': layout('Key__c'),
  ...bundle(
    'panel',
    code,
    exposed(
      '<target>lightning__AppPage</target><target>lightning__UtilityBar</target>',
      '<targetConfig targets="lightning__AppPage"><property name="size" type="Integer"/></targetConfig>'
    ),
    { 'lwc/panel/panel.html': '<template><c-service></c-service></template>' }
  ),
  ...bundle('service', `export const x = 1;`, '<isExposed>false</isExposed>'),
  'messageChannels/Phone.messageChannel': metadataFile('LightningMessageChannel', '<masterLabel>Phone</masterLabel>'),
  'objects/Activity.object': metadataFile('CustomObject', field('Key__c', '<length>255</length><type>Text</type>')),
  'objects/Part__c.object': metadataFile(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus>${field('Text__c', '<length>300</length><type>LongTextArea</type><visibleLines>3</visibleLines>')}<label>Part</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Parts</pluralLabel><sharingModel>Private</sharingModel>`
  ),
  'objects/Rule__mdt.object': metadataFile(
    'CustomObject',
    `${field('Order__c', '<precision>4</precision><scale>0</scale><type>Number</type>')}${field('On__c', '<defaultValue>true</defaultValue><type>Checkbox</type>').replace('<fields>', '<fields>')}<label>Rule</label>`
  ),
  'objectTranslations/Part__c-de.objectTranslation': metadataFile(
    'CustomObjectTranslation',
    '<fields><label>Wort</label><name>Text__c</name></fields>'
  ),
  'quickActions/Log.quickAction': action('Key__c'),
  'reports/Calls-meta.xml': metadataFile('ReportFolder', '<name>Calls</name>'),
  'reports/Calls/Mine.report': report('Parts__c', 'Part__c$Text__c'),
  'reportTypes/Parts.reportType': reportType('Text__c'),
  'tabs/Setup.tab': metadataFile(
    'CustomTab',
    '<flexiPage>Setup</flexiPage><label>Setup</label><motif>Custom19: Wrench</motif>'
  ),
  'translations/de.translation': translated('Hi'),
  'permissionsets/P.permissionset': set(
    '<classAccesses><apexClass>Logs</apexClass><enabled>true</enabled></classAccesses>'
  )
};

const mistakes: readonly (readonly [title: string, files: Files, problem: RegExp])[] = [
  [
    'a bundle without its module',
    {
      'lwc/other/other.js-meta.xml': metadataFile('LightningComponentBundle', '<apiVersion>67.0</apiVersion>'),
      'lwc/other/x.js': ''
    },
    /other\.js is missing/
  ],
  [
    'a bundle without its configuration',
    { 'lwc/other/other.js': '' },
    /LightningComponentBundle other: No source metadata file/
  ],
  [
    'a bundle with an unknown setting',
    bundle('other', '', '<isVisible>true</isVisible>'),
    /isVisible invalid at this location/
  ],
  ['a bundle with TypeScript', { 'lwc/service/service.ts': 'let x = 1;' }, /service\.ts: a file of this kind/],
  ['a bundle with tests', { 'lwc/service/__tests__/service.test.js': '' }, /a test cannot be deployed/],
  [
    'a module of more than a million bytes',
    { 'lwc/service/service.js': `export const x = 1;${' '.repeat(1_000_000)}` },
    /larger than 1000000 bytes/
  ],
  ['an unknown target', bundle('other', '', exposed('<target>lightning__Nowhere</target>')), /Invalid target/],
  [
    'a setting of a target that is not listed',
    bundle('other', '', exposed('<target>lightning__Tab</target>', '<targetConfig targets="lightning__AppPage"/>')),
    /which targets does not list/
  ],
  ['an import of a missing label', bundle('other', `import x from '@salesforce/label/c.Bye';`, ''), /c\.Bye/],
  ['an import of a missing class', bundle('other', `import x from '@salesforce/apex/Gone.find';`, ''), /Gone\.find/],
  [
    'an import of a missing field',
    bundle('other', `import x from '@salesforce/schema/Task.Gone__c';`, ''),
    /Task\.Gone__c/
  ],
  [
    'an import of a missing channel',
    bundle('other', `import x from '@salesforce/messageChannel/Gone__c';`, ''),
    /Gone__c/
  ],
  ['an import of a missing bundle', bundle('other', `import { x } from 'c/gone';`, ''), /c\/gone/],
  [
    'a missing child in a template',
    { 'lwc/panel/panel.html': '<template><c-long-gone></c-long-gone></template>' },
    /c\/longGone/
  ],
  ['a class of another name', apex('public class Other {}'), /ApexClass Logs: Type name: Other/],
  ['a class that is not closed', apex('public class Logs { // }'), /<EOF>/],
  ['a page with a missing component', { 'flexipages/Bar.flexipage': page('UtilityBar', 'gone') }, /component c:gone/],
  [
    'a page where a component cannot stand',
    { 'flexipages/Home.flexipage': page('HomePage', 'panel') },
    /not exposed to lightning__HomePage/
  ],
  [
    'a page with a property that a component does not have',
    {
      'flexipages/Bar.flexipage': page(
        'UtilityBar',
        'panel',
        '<componentInstanceProperties><name>size</name><value>2</value></componentInstanceProperties>'
      )
    },
    /no property size/
  ],
  [
    'a record page without an object',
    { 'flexipages/R.flexipage': page('RecordPage', 'force:detailPanel') },
    /sobjectType/
  ],
  ['a layout with a missing field', { 'layouts/Task-Call.layout': layout('Gone__c') }, /Task\.Gone__c/],
  ['a layout with an unknown standard field', { 'layouts/Task-Call.layout': layout('Comments') }, /Task\.Comments/],
  ['an action with a missing field', { 'quickActions/Log.quickAction': action('Gone__c') }, /Task\.Gone__c/],
  ['an app with a missing tab', { 'applications/A.app': app('Gone', 'Bar') }, /no CustomTab named Gone/],
  ['an app with a missing utility bar', { 'applications/A.app': app('Setup', 'Gone') }, /no FlexiPage named Gone/],
  [
    'a record with an unknown field',
    { 'customMetadata/Rule.R.md': record(value('Gone__c', 'string', 'x')) },
    /Rule__mdt\.Gone__c/
  ],
  ['a record of an unknown type', { 'customMetadata/Gone.R.md': record('') }, /Gone__mdt/],
  [
    'a record with a value of the wrong type',
    { 'customMetadata/Rule.R.md': record(value('Order__c', 'string', '1')) },
    /bad value type/
  ],
  [
    'a record with too large a number',
    { 'customMetadata/Rule.R.md': record(value('Order__c', 'double', '12345')) },
    /outside of valid range/
  ],
  [
    'a report of a missing type',
    { 'reports/Calls/Mine.report': report('Gone__c', 'NAME') },
    /no ReportType named Gone__c/
  ],
  [
    'a report with a missing field',
    { 'reports/Calls/Mine.report': report('Parts__c', 'Activity.Gone__c') },
    /no CustomField named Activity\.Gone__c/
  ],
  [
    'a report type with a missing field',
    { 'reportTypes/Parts.reportType': reportType('Gone__c') },
    /no CustomField named Gone__c/
  ],
  [
    'a translation of a missing label',
    { 'translations/de.translation': translated('Bye') },
    /no CustomLabel named Bye/
  ],
  [
    'a translation of a missing report',
    { 'translations/de.translation': translatedReport('Calls/Gone') },
    /no Report named Calls\/Gone/
  ],
  [
    'access to a missing class',
    {
      'permissionsets/P.permissionset': set(
        '<classAccesses><apexClass>Gone</apexClass><enabled>true</enabled></classAccesses>'
      )
    },
    /no ApexClass named Gone/
  ],
  [
    'a lookup to a missing object',
    {
      'objects/Activity.object': metadataFile(
        'CustomObject',
        field('Key__c', '<referenceTo>Gone__c</referenceTo><relationshipName>X</relationshipName><type>Lookup</type>')
      )
    },
    /referenceTo value of 'Gone__c'/
  ],
  [
    'a lookup of a metadata type',
    {
      'objects/Rule__mdt.object': metadataFile(
        'CustomObject',
        `${field('To__c', '<referenceTo>Account</referenceTo><relationshipName>X</relationshipName><type>Lookup</type>')}<label>Rule</label>`
      )
    },
    /not supported on Rule__mdt/
  ],
  [
    'a field of VoiceCall in an org without Voice',
    {
      'objects/VoiceCall.object': metadataFile('CustomObject', field('Key__c', '<length>255</length><type>Text</type>'))
    },
    /VoiceCall/
  ]
];

describe('a deploy of package source', () => {
  it('is accepted whatever the order of its parts, and changes nothing a second time', () => {
    const org = memoryOrg();
    assert.deepEqual(problemsOf({}, org), []);
    const before = org.state();
    assert.deepEqual(problemsOf({}, org), []);
    assert.equal(org.state(), before);
  });

  for (const [title, files, problem] of mistakes) {
    it(`is refused for ${title}`, () => {
      const problems = problemsOf(files);
      assert.ok(
        problems.some((each) => problem.test(each)),
        JSON.stringify(problems)
      );
    });
  }

  it('takes names of reports from the API version on that knows them, and not before', () => {
    const files = { 'translations/de.translation': translatedReport('Calls/Mine') };
    assert.deepEqual(problemsOf(files), []);
    const [problem = ''] = problemsOf(files, memoryOrg(), '66.0');
    assert.match(problem, /^Translations de: .*reports invalid at this location/);
  });

  it('takes fields of VoiceCall and a page for Voice where Voice is licensed', () => {
    const files = {
      'objects/VoiceCall.object': metadataFile(
        'CustomObject',
        field('Key__c', '<length>255</length><type>Text</type>')
      ),
      'flexipages/Voice.flexipage': page('VoiceExtension', 'runtime_conversation:mediaPlayer')
    };
    assert.deepEqual(problemsOf(files, voiceOrg()), []);
    assert.deepEqual(
      problemsOf(files).map((each) => each.split(':')[0]),
      ['CustomObject VoiceCall', 'CustomField VoiceCall.Key__c', 'FlexiPage Voice']
    );
  });
});
