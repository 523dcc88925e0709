import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

/** What a managed second-generation package may hold, of what ours could [Packaging guide, components available in managed packages]. */
const packageable = new Set(
  `ApexClass ApexPage ApexTrigger AuraDefinitionBundle CompactLayout CustomApplication CustomField CustomFieldTranslation CustomLabels CustomMetadata
  CustomObject CustomObjectTranslation CustomPermission CustomTab Dashboard DashboardFolder FieldSet FlexiPage GlobalValueSet Layout
  LightningComponentBundle LightningMessageChannel ListView PermissionSet PermissionSetGroup QuickAction RecordType Report
  ReportFolder ReportType StaticResource Translations ValidationRule`.split(/\s+/)
);

/** A package holds only what a managed package may hold, and no file that belongs to nothing. */
export const packageableTypes: Rule = (files) => {
  const { components } = treeOf(files);
  const described = new Set(components.map(({ path }) => path));
  return [
    ...components
      .filter((component) => component.package !== 'post-install' && !packageable.has(component.type))
      .map(({ path, type }) => `${path} is a ${type}, which no managed package holds`),
    ...files
      .filter(({ path }) => /^force-app\/[\w-]+\/default\//.test(path) && !/-meta\.xml$|\/README\.md$/.test(path))
      .filter(({ path }) => !isContent(path, described))
      .map(({ path }) => `${path} belongs to no component`)
  ];
};

/** Code beside its description, or a file of a bundle. */
function isContent(path: string, described: ReadonlySet<string>): boolean {
  const [, folder, bundle] = /^(.+\/lwc)\/([^/]+)\//.exec(path) ?? [];
  if (folder !== undefined && bundle !== undefined) return described.has(`${folder}/${bundle}/${bundle}.js-meta.xml`);
  const [, aura, component] = /^(.+\/aura)\/([^/]+)\//.exec(path) ?? [];
  if (aura !== undefined && component !== undefined)
    return described.has(`${aura}/${component}/${component}.cmp-meta.xml`);
  return described.has(`${path}-meta.xml`);
}
