import type { PackagedComponent } from '../catalog/catalog';

/** The names that a package brings and that its namespace precedes wherever its files use them: objects, fields and classes. */
export const ownNames = (components: readonly PackagedComponent[]): ReadonlySet<string> =>
  new Set(
    components
      .filter(({ type }) => ['CustomObject', 'CustomField', 'ApexClass'].includes(type))
      .flatMap(({ fullName }) => fullName.split('.').at(-1) ?? [])
      .filter((name) => !/^(Activity|Task|Event|Account|Contact|Lead|Case|User)$/.test(name))
  );

/** A component as an org holds it: `ns__Name__c`; call centers have an internal name and no namespace. */
export function inNamespace(
  packaged: PackagedComponent,
  namespace: string | null,
  own: ReadonlySet<string>
): PackagedComponent {
  const { type, fullName, path, text } = packaged;
  if (!namespace || type === 'CallCenter') return packaged;
  const named = fullNameIn(type, fullName, namespace, own);
  const isReferring = ['PermissionSet', 'CustomMetadata', 'CustomField', 'CustomObject'].includes(type);
  return {
    ...packaged,
    fullName: named,
    path: path.replace(fullName, named),
    text: isReferring
      ? text.replace(/(?<![\\w/])[A-Za-z]\w*/g, (word) => (own.has(word) ? `${namespace}__${word}` : word))
      : text
  };
}

/** A part of an object that the package brings as well has the namespace twice; a record of its metadata type too. */
function fullNameIn(type: string, fullName: string, namespace: string, own: ReadonlySet<string>): string {
  const dot = fullName.indexOf('.') + 1;
  const parent = fullName.slice(0, dot);
  const parentType = type === 'CustomMetadata' ? parent.replace('.', '__mdt') : parent.replace('.', '');
  return `${own.has(parentType) ? `${namespace}__` : ''}${parent}${namespace}__${fullName.slice(dot)}`;
}
