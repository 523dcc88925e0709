import { deepElements } from '../tree/deep-elements';
import type { Rule, Violation } from '../tree/package-file';
import { at, treeOf, type Component } from '../tree/package-tree';
import { remembered } from '../tree/remembered';

/** The most characters of each text, of every language alike; where documents are silent, what Setup lets a person type. */
const most: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CustomApplication: { label: 40, description: 255 },
  CustomField: { label: 40, inlineHelpText: 510, description: 1000, relationshipLabel: 80 },
  CustomFieldTranslation: { label: 40, help: 510, relationshipLabel: 80, translation: 255 },
  CustomLabels: { fullName: 80, shortDescription: 80, value: 1000 },
  CustomMetadata: { label: 40 },
  CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
  CustomObjectTranslation: { value: 40 },
  Dashboard: { title: 80, header: 80, description: 255 },
  FlexiPage: { masterLabel: 80, description: 255 },
  LightningComponentBundle: { masterLabel: 80 },
  PermissionSet: { label: 80, description: 255 },
  QuickAction: { label: 80, description: 255 },
  Report: { name: 40, description: 255 },
  ReportType: { label: 50, description: 255 }
};

/** No text is longer than an org holds. */
export const textLengths: Rule = (files) => treeOf(files).components.flatMap(tooLong);

const tooLong = remembered((component: Component): readonly Violation[] => {
  const limits = most[component.type];
  if (!limits) return [];
  return deepElements(component.root, ...Object.keys(limits))
    .filter(({ name, text }) => text.length > (limits[name] ?? 0))
    .map((element) => `${at(component, element)} ${element.name} has more than ${limits[element.name]} characters`);
});
