import { childrenOf, textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import { customFieldOf } from '../tree/custom-field';
import { deepElements } from '../tree/deep-elements';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type Component, type PackageTree } from '../tree/package-tree';
import { valuesOf } from '../tree/picklist-values';

const columnElements = ['column', 'dateColumn', 'field', 'groupingColumn', 'secondaryGroupingColumn', 'sortColumn'];

/** A report shows, filters and groups by columns that its report type offers, and draws what it groups. */
export const reportReferences: Rule = (files) => {
  const tree = treeOf(files);
  return tree.ofType('Report').flatMap((report) => {
    const typeName = textOf(report.root, 'reportType') ?? '';
    const type = typeName.endsWith('__c') ? tree.find('ReportType', typeName.slice(0, -3)) : undefined;
    if (!type) return [`${report.path} is of the report type ${typeName}, which is not there`];
    const folder = report.name.split('/')[0] ?? '';
    return [
      ...(tree.find('ReportFolder', folder) ? [] : [`${report.path} is in the folder ${folder}, which is not there`]),
      ...columnProblems(report, type),
      ...filterProblems(report, tree),
      ...chartProblems(report)
    ];
  });
};

function columnProblems(report: Component, type: Component): readonly string[] {
  const offered = new Set(
    deepElements(type.root, 'columns').map((column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`)
  );
  return deepElements(report.root, ...columnElements)
    .filter(({ text }) => text !== '' && text !== 'RowCount' && !offered.has(text))
    .map((column) => `${at(report, column)} ${type.name} does not offer ${column.text}`);
}

/** A filter by a value that no record can have finds nothing, without a word. */
function filterProblems(report: Component, tree: PackageTree): readonly string[] {
  return deepElements(report.root, 'criteriaItems').flatMap((item) => {
    const [object = '', name = ''] = (textOf(item, 'column') ?? '').split('$');
    const field = customFieldOf(tree, object, name);
    const values = (textOf(item, 'value') ?? '').split(',').filter((value) => value !== '');
    if (field?.type !== 'Picklist') return [];
    return values
      .filter((value) => !valuesOf(field).includes(value))
      .map((value) => `${at(report, item)} ${object}.${name} has no value ${value}`);
  });
}

function chartProblems(report: Component): readonly string[] {
  const groups = ['groupingsDown', 'groupingsAcross'].flatMap((name) =>
    childrenOf(report.root, name).map((group) => textOf(group, 'field'))
  );
  const format = textOf(report.root, 'format');
  const fits = format === 'Tabular' ? groups.length === 0 : groups.length > 0;
  const drawn: readonly XmlElement[] = deepElements(report.root, 'groupingColumn', 'secondaryGroupingColumn');
  return [
    ...(fits ? [] : [`${report.path} is ${format} and has ${groups.length} groups`]),
    ...drawn
      .filter(({ text }) => !groups.includes(text))
      .map((column) => `${at(report, column)} draws ${column.text}, by which it does not group`)
  ];
}
