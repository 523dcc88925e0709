import type { SourcePackage } from '../../config/resolved-config/packages';
import { bothSpellings } from '../field-access/desired-fields';
import { isSameId } from '../is-same-id';
import { recordsOf, textAt } from '../org-record';
import type { Answers } from '../question';
import { childText, readXml, type XmlElement } from '../xml/read-xml';
import { classesId, classGrantsId, grantsId, objectGrantsId, objectRights, setsId } from './questions';

/** Parts of a package that the org lacks although it was deployed, such as `Apex class CallLogs`; what it does not tell is not missing. */
export function missingParts(source: SourcePackage, answers: Answers): readonly string[] {
  return [...missingClasses(source, answers), ...missingAccess(source, answers)];
}

function missingClasses({ members }: SourcePackage, answers: Answers): readonly string[] {
  if (answers.get(classesId)?.ok !== true) return [];
  const rows = recordsOf(answers, classesId).filter((row) => textAt(row, 'NamespacePrefix') === undefined);
  const held = new Set(rows.map((row) => textAt(row, 'Name')));
  return members
    .filter(({ type, fullName }) => type === 'ApexClass' && !held.has(fullName))
    .map(({ fullName }) => `Apex class ${fullName}`);
}

function missingAccess({ files, members }: SourcePackage, answers: Answers): readonly string[] {
  if (answers.get(setsId)?.ok !== true || answers.get(grantsId)?.ok !== true) return [];
  const own = recordsOf(answers, setsId).filter((row) => textAt(row, 'NamespacePrefix') === undefined);
  const sets = new Set(own.map((row) => textAt(row, 'Name')));
  const held = new Set(
    recordsOf(answers, grantsId).flatMap((row) =>
      bothSpellings(textAt(row, 'Field') ?? '').map((field) => `${textAt(row, 'Parent.Name') ?? ''} ${field}`)
    )
  );
  return members
    .filter(({ type }) => type === 'PermissionSet')
    .flatMap(({ fullName }) => {
      if (!sets.has(fullName)) return [`permission set ${fullName}`];
      const content = files.find(({ path }) => path === `permissionsets/${fullName}.permissionset`)?.content ?? '';
      return [
        ...fieldsOf(content)
          .filter((field) => !held.has(`${fullName} ${field}`))
          .map((field) => `${field} in permission set ${fullName}`),
        ...missingObjects(fullName, content, answers),
        ...missingClassAccess(fullName, content, answers)
      ];
    });
}

/** Objects that the set opens less far than its file says. */
function missingObjects(set: string, content: string, answers: Answers): readonly string[] {
  if (answers.get(objectGrantsId)?.ok !== true) return [];
  const rows = recordsOf(answers, objectGrantsId).filter((row) => textAt(row, 'Parent.Name') === set);
  return elementsOf(content, 'objectPermissions').flatMap((element) => {
    const object = childText(element, 'object')?.trim() ?? '';
    const row = rows.find((one) => textAt(one, 'SobjectType') === object);
    const isWhole = Object.entries(objectRights).every(
      ([right, column]) => childText(element, right)?.trim() !== 'true' || row?.[column] === true
    );
    return isWhole ? [] : [`${object} in permission set ${set}`];
  });
}

/** Classes that the org has and the set does not open any more; a class that is gone is named by itself. */
function missingClassAccess(set: string, content: string, answers: Answers): readonly string[] {
  if (answers.get(classGrantsId)?.ok !== true || answers.get(classesId)?.ok !== true) return [];
  const rows = recordsOf(answers, classGrantsId).filter((row) => textAt(row, 'Parent.Name') === set);
  const opened = rows.flatMap((row) => textAt(row, 'SetupEntityId') ?? []);
  return elementsOf(content, 'classAccesses')
    .filter((element) => childText(element, 'enabled')?.trim() === 'true')
    .flatMap((element) => {
      const name = childText(element, 'apexClass')?.trim() ?? '';
      const held = recordsOf(answers, classesId).find(
        (row) => textAt(row, 'Name') === name && textAt(row, 'NamespacePrefix') === undefined
      );
      const isOpen = held === undefined || opened.some((id) => isSameId(id, textAt(held, 'Id') ?? ''));
      return isOpen ? [] : [`Apex class ${name} in permission set ${set}`];
    });
}

/** The fields that a permission set's file opens. */
function fieldsOf(content: string): readonly string[] {
  return elementsOf(content, 'fieldPermissions')
    .filter((element) => childText(element, 'readable')?.trim() === 'true')
    .flatMap((element) => childText(element, 'field')?.trim() ?? []);
}

function elementsOf(content: string, name: string): readonly XmlElement[] {
  const reading = readXml(content);
  return reading.ok ? reading.root.children.filter((element) => element.name === name) : [];
}
