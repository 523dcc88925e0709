import { appReferences } from '../rules/app-references';
import { flexipageReferences } from '../rules/flexipage-references';
import { layoutReferences } from '../rules/layout-references';
import { pageActions } from '../rules/page-actions';
import { quickActionReferences } from '../rules/quick-action-references';
import { tabReferences } from '../rules/tab-references';
import type { Rule } from '../tree/package-file';
import { flexipage, main } from './places';
import type { Edit, PlantedMistake } from './plant';

const app = `${main}/applications/RingdownConsole.app-meta.xml`;
const layout = `${main}/layouts/Task-Ringdown Call Layout.layout-meta.xml`;
const action = `${main}/quickActions/RingdownLogACall.quickAction-meta.xml`;
const update = `${main}/quickActions/Task.RingdownCall.quickAction-meta.xml`;
const tab = `${main}/tabs/RingdownSetup.tab-meta.xml`;
const change = (file: string, replace: string | RegExp, by: string): Edit => ({ file, replace, by });

const table: readonly (readonly [mistake: string, caughtBy: Rule, edit: Edit])[] = [
  ['a layout with a field that is not there', layoutReferences, change(layout, '>Queue__c<', '>Queues__c<')],
  ['a layout with a standard field that is not there', layoutReferences, change(layout, '>CallType<', '>CallKind<')],
  ['a layout with a field twice', layoutReferences, change(layout, '>Queue__c<', '>Channel__c<')],
  ['an action with a field that is not there', quickActionReferences, change(action, '>Queue__c<', '>Queues__c<')],
  [
    'an action that fills in a value that is not there',
    quickActionReferences,
    change(action, '>Phone<', '>Telephone<')
  ],
  ['an action that logs a call as a case', quickActionReferences, change(action, '>Task<', '>Case<')],
  [
    'an action that updates a field that is not there',
    quickActionReferences,
    change(update, '>Queue__c<', '>Queues__c<')
  ],
  [
    'a page with a global action that is not there',
    pageActions,
    change(flexipage('RingdownContactRecord'), '>Global.RingdownLogACall<', '>Global.RingdownLogCall<')
  ],
  [
    'a page that spells a global action as one of the org',
    pageActions,
    change(flexipage('RingdownContactRecord'), '>Global.RingdownLogACall<', '>RingdownLogACall<')
  ],
  [
    'a page with an action of another object',
    pageActions,
    change(flexipage('RingdownCaseRecord'), '>Global.RingdownLogACall<', '>Task.RingdownCall<')
  ],
  [
    'a page with an action twice',
    pageActions,
    change(flexipage('RingdownCaseRecord'), '<value>Clone<', '<value>Edit<')
  ],
  [
    'a page with a list of actions that it does not use',
    pageActions,
    change(
      flexipage('RingdownCaseRecord'),
      /(<name>enableActionsConfiguration<\/name>\s*<value>)true/,
      '<name>enableActionsConfiguration</name><value>false'
    )
  ],
  [
    'a page that shows a record by an action that is not there',
    pageActions,
    change(flexipage('RingdownTaskRecord'), '>Task.RingdownCall<', '>Task.RingdownCalls<')
  ],
  [
    'a page that shows a record by an action of another object',
    pageActions,
    change(flexipage('RingdownTaskRecord'), '<value>Id<', '<value>Task.WhoId<')
  ],
  [
    'a page that shows a record by an action that makes one',
    pageActions,
    change(update, '<type>Update<', '<targetObject>Task</targetObject><type>Create<')
  ],
  ['a tab of a page that is not there', tabReferences, change(tab, '>RingdownSetup<', '>RingdownSetups<')],
  ['a tab of a record page', tabReferences, change(tab, '>RingdownSetup<', '>RingdownCaseRecord<')],
  [
    'an app with a utility bar that is not there',
    appReferences,
    change(app, '>RingdownUtilityBar<', '>RingdownUtilities<')
  ],
  ['an app with a page as its utility bar', appReferences, change(app, '>RingdownUtilityBar<', '>RingdownHome<')],
  [
    'an app without a home page of its own',
    appReferences,
    change(app, /<actionOverrides>\s*<actionName>Tab<[\s\S]*?<\/actionOverrides>/, '')
  ],
  ['an app with a tab that is not there', appReferences, change(app, /RingdownSetup/g, 'RingdownSetups')],
  ['an app with a standard tab that is not there', appReferences, change(app, /standard-Lead/g, 'standard-Leads')],
  ['an app with a tab that it does not map', appReferences, change(app, '<tab>standard-Lead<', '<tab>standard-Case<')],
  [
    'an app that shows a case as a contact',
    appReferences,
    change(app, '>RingdownCaseRecord<', '>RingdownContactRecord<')
  ],
  [
    'a page with a component that is not there',
    flexipageReferences,
    change(flexipage('RingdownUtilityBar'), '>queueStatus<', '>queuesStatus<')
  ],
  [
    'a page with a component that nobody may place',
    flexipageReferences,
    change(flexipage('RingdownUtilityBar'), '>queueStatus<', '>errorPanel<')
  ],
  [
    'a record page with a component of the utility bar',
    flexipageReferences,
    change(flexipage('RingdownCaseRecord'), '>callHistory<', '>queueStatus<')
  ],
  [
    'an app page with a component of record pages',
    flexipageReferences,
    change(flexipage('RingdownMonitor'), '>agentMonitor<', '>callHistory<')
  ],
  [
    'a page that sets what a component does not offer',
    flexipageReferences,
    change(
      flexipage('RingdownUtilityBar'),
      '<componentName>queueStatus<',
      '<componentInstanceProperties><name>colour</name><value>red</value></componentInstanceProperties><componentName>queueStatus<'
    )
  ],
  [
    'a page with a standard component that is not there',
    flexipageReferences,
    change(flexipage('RingdownUtilityBar'), '>console:history<', '>console:past<')
  ],
  [
    'a page with a region that its template does not have',
    flexipageReferences,
    change(flexipage('RingdownHome'), '<name>sidebar<', '<name>rightSidebar<')
  ],
  [
    'a page with a part that it shows nowhere',
    flexipageReferences,
    change(flexipage('RingdownCaseRecord'), '<value>relatedTabContent<', '<value>detailTabContent<')
  ],
  [
    'a page that identifies two components alike',
    flexipageReferences,
    change(flexipage('RingdownUtilityBar'), '<identifier>c_queueStatus<', '<identifier>c_callLog<')
  ],
  [
    'a record page of a field that is not there',
    flexipageReferences,
    change(
      flexipage('RingdownTaskRecord'),
      '<itemInstances>',
      '<itemInstances><fieldInstance><fieldItem>Record.Queues__c</fieldItem><identifier>one</identifier></fieldInstance></itemInstances><itemInstances>'
    )
  ],
  [
    'a page that asks for a field that is not there',
    flexipageReferences,
    change(flexipage('RingdownTaskRecord'), '{!Record.Channel__c}', '{!Record.Channels__c}')
  ],
  [
    'a home page of an object',
    flexipageReferences,
    change(flexipage('RingdownHome'), '<template>', '<sobjectType>Contact</sobjectType><template>')
  ]
];

/** Mistakes in what people see. */
export const pageMistakes: readonly PlantedMistake[] = table.map(([mistake, caughtBy, edit]) => ({
  mistake,
  caughtBy,
  edits: [edit]
}));
