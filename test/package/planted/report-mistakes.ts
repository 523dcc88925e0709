import { dashboardReferences } from '../rules/dashboard-references';
import { reportReferences } from '../rules/report-references';
import { reportTypeReferences } from '../rules/report-type-references';
import { translatedParts } from '../rules/translated-parts';
import type { Rule } from '../tree/package-file';
import { main } from './places';
import type { Edit, PlantedMistake } from './plant';

const report = (name: string): string => `${main}/reports/RingdownReports/${name}.report-meta.xml`;
const dashboard = `${main}/dashboards/RingdownDashboards/RingdownTeam.dashboard-meta.xml`;
const type = `${main}/reportTypes/RingdownAgentActivities.reportType-meta.xml`;
const german = `${main}/translations/de.translation-meta.xml`;
const change = (file: string, replace: string | RegExp, by: string): readonly Edit[] => [{ file, replace, by }];

const table: readonly (readonly [mistake: string, caughtBy: Rule, edits: readonly Edit[]])[] = [
  [
    'a report of a type that is not there',
    reportReferences,
    change(report('CallsByRep'), '>RingdownCalls__c<', '>RingdownCall__c<')
  ],
  [
    'a report of a type as source names it',
    reportReferences,
    change(report('CallsByRep'), '>RingdownCalls__c<', '>RingdownCalls<')
  ],
  [
    'a report with a column that its type does not offer',
    reportReferences,
    change(report('CallsByRep'), 'Activity$Subject', 'Activity$Topic')
  ],
  [
    'a report over a date that its type does not offer',
    reportReferences,
    change(
      report('PresenceChanges'),
      '<dateColumn>AgentActivity__c$OccurredAt__c',
      '<dateColumn>AgentActivity__c$At__c'
    )
  ],
  [
    'a report that asks for a value that no record has',
    reportReferences,
    change(report('LogCoverage'), '>Answered<', '>Picked Up<')
  ],
  [
    'a report that draws what it does not group by',
    reportReferences,
    change(report('CallsByRep'), '<groupingColumn>Activity$Owner', '<groupingColumn>Activity$Subject')
  ],
  ['a list with groups', reportReferences, change(report('CallsByRep'), '>Summary<', '>Tabular<')],
  [
    'a report in a folder that is not there',
    reportReferences,
    [{ file: `${main}/reports/RingdownReports.reportFolder-meta.xml`, remove: true }]
  ],
  [
    'a report type with a field that is not there',
    reportTypeReferences,
    change(type, '<field>Name</field>', '<field>Names__c</field>')
  ],
  [
    'a report type with a field twice',
    reportTypeReferences,
    change(type, '<field>Name</field>', '<field>Kind__c</field>')
  ],
  [
    'a report type with a table that is not there',
    reportTypeReferences,
    change(type, /<field>Name<\/field>\s*<table>AgentActivity__c</, '<field>Name</field><table>Contact<')
  ],
  [
    'a dashboard of a report that is not there',
    dashboardReferences,
    change(dashboard, '/LogCoverage<', '/LogsCoverage<')
  ],
  [
    'a dashboard of a report without a chart',
    dashboardReferences,
    change(report('LogCoverage'), /<chart>[\s\S]*<\/chart>/, '')
  ],
  [
    'a dashboard that shows what one person of one org sees',
    dashboardReferences,
    change(dashboard, '</Dashboard>', '<runningUser>admin@example.com</runningUser></Dashboard>')
  ],
  [
    'a dashboard in a folder that is not there',
    dashboardReferences,
    [{ file: `${main}/dashboards/RingdownDashboards.dashboardFolder-meta.xml`, remove: true }]
  ],
  [
    'a report without a German name',
    translatedParts,
    change(german, '<name>RingdownReports/CallsByRep</name>', '<name>RingdownReports/CallsByChannel</name>')
  ],
  [
    'a translation of a report type that is not there',
    translatedParts,
    change(german, '<name>RingdownCalls</name>', '<name>RingdownCall</name>')
  ],
  [
    'an app that a language leaves out',
    translatedParts,
    change(german, /<customApplications>[\s\S]*<\/customApplications>/, '')
  ],
  [
    'a tab without a name in a language',
    translatedParts,
    change(german, /<label>[^<]*<\/label>(?=\s*<name>RingdownSetup<)/, '<label/>')
  ]
];

/** Mistakes in reports, their types and dashboards, and in what they are called in other languages. */
export const reportMistakes: readonly PlantedMistake[] = table.map(([mistake, caughtBy, edits]) => ({
  mistake,
  caughtBy,
  edits
}));
