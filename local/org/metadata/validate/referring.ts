import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { fieldExists } from './known-field';
import { isThere, objectExists, type OrgView } from './reference';

/** What an org has against an app: tabs, pages and a utility bar that it does not have. */
export function customApplicationProblem(root: XmlElement, _draft: Draft, view: OrgView): Problem | undefined {
  const bar = childOf(root, 'utilityBar');
  if (bar && !isThere(view, 'FlexiPage', bar.text)) return missing(bar, 'utilityBar', 'FlexiPage');
  const tab = childrenOf(root, 'tabs').find(({ text }) => !tabExists(view, text));
  if (tab) return missing(tab, 'tabs', 'CustomTab');
  for (const override of childrenOf(root, 'actionOverrides')) {
    const page = childOf(override, 'content');
    if (/^flexipage$/i.test(textOf(override, 'type') ?? '') && page && !isThere(view, 'FlexiPage', page.text))
      return missing(page, 'content', 'FlexiPage');
  }
  return undefined;
}

/** What an org has against a tab. */
export function customTabProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const page = childOf(root, 'flexiPage');
  if (page && !isThere(view, 'FlexiPage', page.text)) return missing(page, 'flexiPage', 'FlexiPage');
  const bundle = childOf(root, 'lwcComponent');
  if (bundle && !isThere(view, 'LightningComponentBundle', bundle.text))
    return missing(bundle, 'lwcComponent', 'LightningComponentBundle');
  if (textOf(root, 'customObject') === 'true' && !objectExists(view.org, draft.fullName))
    return { message: `In field: customObject - no CustomObject named ${draft.fullName} found` };
  return childOf(root, 'motif') || childOf(root, 'icon')
    ? undefined
    : problemAt(root, 'Required field is missing: motif');
}

/** What an org has against a report type: fields that its objects do not have. */
export function reportTypeProblem(root: XmlElement, _draft: Draft, { org }: OrgView): Problem | undefined {
  const base = childOf(root, 'baseObject');
  if (!base || !objectExists(org, base.text)) return missing(base, 'baseObject', 'CustomObject');
  for (const column of childrenOf(root, 'sections').flatMap((section) => childrenOf(section, 'columns'))) {
    const field = childOf(column, 'field');
    // A field of a parent is a path, people go by their relationship, and a table behind a join is `Base.Relationship`.
    if (textOf(column, 'table') !== base.text || !field || field.text.includes('.')) continue;
    const isPerson = /^(Owner|CreatedBy|LastModifiedBy)$/.test(field.text);
    if (!isPerson && !fieldExists(org, base.text, field.text)) return missing(field, 'field', 'CustomField');
  }
  return undefined;
}

/** What an org has against a report: its folder, its type, and the fields of our own that it shows. */
export function reportProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const folder = folderProblem(draft, 'ReportFolder', view);
  if (folder) return folder;
  const type = childOf(root, 'reportType');
  const [, custom] = /^(\w+)__c$/.exec(type?.text ?? '') ?? [];
  if (custom !== undefined && !isThere(view, 'ReportType', custom)) return missing(type, 'reportType', 'ReportType');
  return columnProblem(root, view);
}

/** `Activity.X__c` and `Object__c.X__c`; columns of standard report types have names of their own. */
function columnProblem(root: XmlElement, { org }: OrgView): Problem | undefined {
  const places = root.children.flatMap((child) => [...childrenOf(child, 'field'), ...childrenOf(child, 'column')]);
  const gone = places.find(({ text }) => {
    const [, object = '', field = ''] = /^(\w+)[.$](\w+__c)$/.exec(text) ?? [];
    return field !== '' && objectExists(org, object) && !fieldExists(org, object, field);
  });
  return gone && missing(gone, 'field', 'CustomField');
}

/** What an org has against a dashboard: reports that it does not have. */
export function dashboardProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const folder = folderProblem(draft, 'DashboardFolder', view);
  if (folder) return folder;
  const gone = reportsIn(root).find(({ text }) => !isThere(view, 'Report', text));
  return gone && missing(gone, 'report', 'Report');
}

const reportsIn = (element: XmlElement): readonly XmlElement[] =>
  element.children.flatMap((child) =>
    child.name === 'report' && child.children.length === 0 ? [child] : reportsIn(child)
  );

/** Elements of Translations that only later versions know [Metadata API guide, ReportTranslation, DashboardTranslation]. */
const translatedSince: Readonly<Record<string, number>> = { dashboards: 67, reports: 67 };

/** What an org has against translations: names of labels, apps, tabs, reports and the like that it does not have. */
export function translationsProblem(root: XmlElement, _draft: Draft, view: OrgView): Problem | undefined {
  const types: Readonly<Record<string, string>> = {
    customLabels: 'CustomLabel',
    customApplications: 'CustomApplication',
    customTabs: 'CustomTab',
    dashboards: 'Dashboard',
    quickActions: 'QuickAction',
    reportTypes: 'ReportType',
    reports: 'Report'
  };
  for (const entry of root.children) {
    if (view.apiVersion < (translatedSince[entry.name] ?? 0))
      return problemAt(
        entry,
        `Error parsing file: Element {${entry.namespace}}${entry.name} invalid at this location in type Translations`
      );
    const type = types[entry.name];
    const name = childOf(entry, 'name');
    if (type && name && !isThere(view, type, name.text)) return missing(name, 'name', type);
    const words = childOf(entry, 'label');
    if (type === 'CustomLabel' && words && words.text.length > 1000)
      return problemAt(words, 'Translation: data value too large (max length=1000)');
  }
  return undefined;
}

/** What an org has against the translation of an object, whose name ends with a hyphen and the language. */
export function objectTranslationProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const object = draft.fullName.slice(0, draft.fullName.lastIndexOf('-'));
  if (!objectExists(view.org, object)) return { message: `In field: name - no CustomObject named ${object} found` };
  const gone = childrenOf(root, 'fields')
    .flatMap((field) => childOf(field, 'name') ?? [])
    .find(({ text }) => /__c$/.test(text) && !fieldExists(view.org, object, text));
  return gone && missing(gone, 'name', 'CustomField');
}

/** What an org has against a label: 1,000 characters, and 80 to find it by [Metadata API guide, CustomLabels]. */
export function customLabelProblem(root: XmlElement): Problem | undefined {
  const value = childOf(root, 'value');
  if ((value?.text.length ?? 0) > 1000) return problemAt(value, 'Value: data value too large (max length=1000)');
  const short = childOf(root, 'shortDescription');
  return (short?.text.length ?? 0) > 80
    ? problemAt(short, 'Short Description: data value too large (max length=80)')
    : undefined;
}

const tabExists = (view: OrgView, name: string): boolean =>
  name.startsWith('standard-') || isThere(view, 'CustomTab', name) || objectExists(view.org, name);

function folderProblem(draft: Draft, type: string, view: OrgView): Problem | undefined {
  const [folder = ''] = draft.fullName.split('/');
  return folder === 'unfiled$public' || isThere(view, type, folder)
    ? undefined
    : { message: `Cannot find folder:${folder}` };
}

const missing = (place: XmlElement | undefined, field: string, type: string): Problem =>
  problemAt(place, `In field: ${field} - no ${type} named ${place?.text ?? ''} found`);
