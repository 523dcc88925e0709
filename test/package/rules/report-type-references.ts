import { textOf } from '../../../local/org/metadata/xml/xml-element';
import { deepElements } from '../tree/deep-elements';
import type { Rule } from '../tree/package-file';
import { at, treeOf } from '../tree/package-tree';
import { hasReportColumn } from '../tree/report-columns';

/** A report type offers columns that its objects have, each once. */
export const reportTypeReferences: Rule = (files) => {
  const tree = treeOf(files);
  return tree.ofType('ReportType').flatMap((type) => {
    const base = textOf(type.root, 'baseObject') ?? '';
    const seen = new Set<string>();
    return deepElements(type.root, 'columns').flatMap((column) => {
      const [table = '', field = ''] = ['table', 'field'].map((name) => textOf(column, name));
      const isOfBase = table === base || table.startsWith(`${base}.`);
      const key = `${table}$${field}`;
      const problem =
        !isOfBase || !hasReportColumn(tree, table, field)
          ? 'is not there'
          : seen.has(key)
            ? 'is offered twice'
            : undefined;
      seen.add(key);
      return problem ? [`${at(type, column)} ${key} ${problem}`] : [];
    });
  });
};
