import { textOf } from '../../../local/org/metadata/xml/xml-element';
import { deepElements } from '../tree/deep-elements';
import type { Rule } from '../tree/package-file';
import { at, treeOf } from '../tree/package-tree';

/** A dashboard draws reports that are there and have a chart, stands in a folder that is there, and shows no report to a fixed person. */
export const dashboardReferences: Rule = (files) => {
  const tree = treeOf(files);
  return tree.ofType('Dashboard').flatMap((dashboard) => {
    const folder = dashboard.name.split('/')[0] ?? '';
    return [
      ...(tree.find('DashboardFolder', folder) ? [] : [`${dashboard.path} the folder ${folder} is not there`]),
      ...deepElements(dashboard.root, 'runningUser').map((user) => `${at(dashboard, user)} names a person of one org`),
      ...deepElements(dashboard.root, 'dashboardComponent').flatMap((part) => {
        const name = textOf(part, 'report') ?? '';
        const report = tree.find('Report', name);
        if (!report) return [`${at(dashboard, part)} the report ${name} is not there`];
        const isDrawn =
          textOf(part, 'useReportChart') !== 'true' || report.root.children.some((each) => each.name === 'chart');
        return isDrawn ? [] : [`${at(dashboard, part)} the report ${name} has no chart`];
      })
    ];
  });
};
