import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { packageFolders } from '../project';
import type { Labels } from './labels';
import { standardField } from './standard-field';

export type SchemaReference = { readonly objectApiName: string; readonly fieldApiName?: string };

/** What the names after `@salesforce/…` stand for. Each throws for a name that stands for nothing. */
export type References = {
  readonly label: (name: string) => string;
  readonly schema: (name: string) => SchemaReference;
  readonly apex: (name: string) => { readonly className: string; readonly method: string };
  readonly messageChannel: (name: string) => string;
  readonly resourceUrl: (name: string) => string;
};

/** Looks names up in the packages' files, and standard fields in the local org's own list. */
export function referencesIn(root: string, labels: Labels): References {
  const folders = packageFolders(root);
  const find = (...parts: readonly string[]): string | undefined =>
    folders.map((folder) => path.join(folder, ...parts)).find((file) => existsSync(file));
  return {
    label: (name) => {
      const own = /^c\.(\w+)$/.exec(name)?.[1];
      if (own === undefined) throw new Error('a label of these packages begins with c.');
      if (labels.en[own] === undefined) throw new Error(`CustomLabels.labels-meta.xml has no label ${own}`);
      return own;
    },
    schema: (name) => schemaReference(name, find),
    apex: (name) => apexReference(name, find),
    messageChannel: (name) => {
      const file = `${name.replace(/__c$/, '')}.messageChannel-meta.xml`;
      if (!name.endsWith('__c') || !find('messageChannels', file))
        throw new Error(`there is no message channel ${name}`);
      return name;
    },
    resourceUrl: (name) => {
      const found = folders
        .map((folder) => path.join(folder, 'staticresources'))
        .filter((folder) => existsSync(folder))
        .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
        .find((file) => path.basename(file).startsWith(`${name}.`) && !file.endsWith('-meta.xml'));
      if (found === undefined) throw new Error(`there is no static resource ${name}`);
      return `/resources/${path.basename(found)}`;
    }
  };
}

type Find = (...parts: readonly string[]) => string | undefined;

function schemaReference(name: string, find: Find): SchemaReference {
  const [objectApiName = '', ...fields] = name.split('.');
  const fieldApiName = fields.join('.');
  const isCustom = /__(c|mdt|e)$/.test(objectApiName);
  if (isCustom && !find('objects', objectApiName)) throw new Error(`there is no object ${objectApiName}`);
  if (!isCustom && standardField(objectApiName, 'Id') === undefined)
    throw new Error(`the local org has no standard object ${objectApiName}`);
  if (fields.length === 0) return { objectApiName };
  const [first = ''] = fields;
  // Task and Event have the custom fields of Activity.
  const holder = objectApiName === 'Task' || objectApiName === 'Event' ? 'Activity' : objectApiName;
  const asField = first.replace(/__r$/, '__c');
  const exists = asField.endsWith('__c')
    ? find('objects', holder, 'fields', `${asField}.field-meta.xml`) !== undefined
    : isCustom
      ? systemFields.has(first)
      : standardField(objectApiName, first) !== undefined || standardField(objectApiName, `${first}Id`) !== undefined;
  if (!exists) throw new Error(`${objectApiName} has no field ${first}`);
  return { objectApiName, fieldApiName };
}

/** What every custom object has. */
const systemFields = new Set(
  'Id Name OwnerId Owner CreatedById CreatedBy CreatedDate LastModifiedById LastModifiedBy LastModifiedDate DeveloperName MasterLabel'.split(
    ' '
  )
);

function apexReference(name: string, find: Find): { readonly className: string; readonly method: string } {
  const [className = '', method = ''] = name.split('.');
  const file = find('classes', `${className}.cls`);
  if (file === undefined) throw new Error(`there is no Apex class ${className}`);
  const reachable = new RegExp(
    `@AuraEnabled(?:\\([^)]*\\))?\\s+(?:public|global)\\s+static\\s+[\\w<>., ]+\\s+${method}\\s*\\(`
  );
  if (!reachable.test(readFileSync(file, 'utf8'))) throw new Error(`${className} has no @AuraEnabled method ${method}`);
  return { className, method };
}
