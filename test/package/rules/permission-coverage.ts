import { textOf } from '../../../local/org/metadata/xml/xml-element';
import { isSettingsType } from '../tree/custom-field';
import { isTestClass } from '../tree/apex-class';
import type { PackageFile, Rule } from '../tree/package-file';
import { treeOf, type Component } from '../tree/package-tree';
import { permissionSets, type AccessKind } from '../tree/permission-set';

/** The permission set that must hold everything of a package. */
const holdsAll = { main: 'RingdownAdmin', voice: 'RingdownVoiceAgent' } as const;

/** Someone can reach every field, object, setting, class, tab and app of a package: its fullest permission set has them all. */
export const permissionCoverage: Rule = (files) => {
  const sets = permissionSets(files);
  return (['main', 'voice'] as const).flatMap((name) => {
    const set = sets.find(({ component }) => component.package === name && component.name === holdsAll[name]);
    if (!set) return [`${holdsAll[name]} is not in the ${name} package`];
    const given = new Set(
      set.accesses.filter(({ rights }) => rights.length > 0).map((access) => `${access.kind} ${access.name}`)
    );
    return treeOf(files)
      .components.filter((component) => component.package === name)
      .flatMap((component) => neededFor(component, files))
      .filter((needed) => !given.has(needed))
      .map((needed) => `${set.component.path} lacks ${needed}`);
  });
};

function neededFor(component: Component, files: readonly PackageFile[]): readonly string[] {
  const { type, name } = component;
  const one = (kind: AccessKind, about = name): readonly string[] => [`${kind} ${about}`];
  if (type === 'CustomApplication') return one('applicationVisibilities');
  if (type === 'CustomTab') return one('tabSettings');
  if (type === 'ApexClass') return isTestClass(files, name) ? [] : one('classAccesses');
  if (type === 'CustomObject') return neededForObject(component);
  if (type === 'CustomField') return neededForField(component, files);
  return type === 'CustomPermission' ? one('customPermissions') : [];
}

function neededForObject({ name, root }: Component): readonly string[] {
  if (isSettingsType(name)) return [`customMetadataTypeAccesses ${name}`];
  if (textOf(root, 'customSettingsType') !== undefined) return [`customSettingAccesses ${name}`];
  return [`objectPermissions ${name}`];
}

function neededForField({ of = '', name, root }: Component, files: readonly PackageFile[]): readonly string[] {
  const object = treeOf(files).find('CustomObject', of);
  const isSetting = isSettingsType(of) || (object && textOf(object.root, 'customSettingsType') !== undefined);
  const isEverybodys = textOf(root, 'required') === 'true' || textOf(root, 'type') === 'MasterDetail';
  // Of a field that stands with tasks or events, the rule of activities speaks.
  if (isSetting || isEverybodys || of === 'Task' || of === 'Event') return [];
  return (of === 'Activity' ? ['Task', 'Event'] : [of]).map((each) => `fieldPermissions ${each}.${name}`);
}
