import { textOf } from '../../../local/org/metadata/xml/xml-element';
import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

/** Code runs at the API version of the project, and a class is active. */
export const apiVersions: Rule = (files) => {
  const project = files.find(({ path }) => path === 'sfdx-project.json')?.text ?? '{}';
  const { sourceApiVersion } = JSON.parse(project) as { readonly sourceApiVersion?: string };
  return treeOf(files).components.flatMap(({ path, type, root }) => {
    if (!['ApexClass', 'AuraDefinitionBundle', 'LightningComponentBundle'].includes(type)) return [];
    const version = textOf(root, 'apiVersion');
    if (version !== sourceApiVersion) return [`${path} is of the API version ${version}, not ${sourceApiVersion}`];
    return type === 'ApexClass' && textOf(root, 'status') !== 'Active' ? [`${path} is not active`] : [];
  });
};
