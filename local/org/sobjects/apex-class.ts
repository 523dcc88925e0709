import { parseXml } from '../metadata/xml/parse-xml';
import { textOf } from '../metadata/xml/xml-element';
import type { Component, OrgData, Row } from '../org-data';
import { field, flag, longText, pick, text, whole } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;

/** The deployed and packaged classes; a class is made by a deploy only [Object Reference and Tooling API, ApexClass]. */
export const apexClass = sobject(
  'ApexClass',
  '01p',
  [
    text('NamespacePrefix', 15, readOnly),
    text('Name', 255, readOnly),
    field('ApiVersion', 'double', { ...readOnly, precision: 18, scale: 1, nillable: false }),
    pick('Status', ['Inactive', 'Active', 'Deleted'], { ...readOnly, nillable: false }),
    flag('IsValid', readOnly),
    field('BodyCrc', 'double', readOnly),
    longText('Body', 1_000_000, readOnly),
    whole('LengthWithoutComments', { ...readOnly, nillable: false })
  ],
  { api: 'both', setup: true, label: 'Apex Class', labelPlural: 'Apex Classes', derive: deriveApexClasses }
);

function deriveApexClasses(org: OrgData): readonly Row[] {
  const author = org.rows('User')[0]?.Id ?? null;
  return org.components('ApexClass').map((component) => classRow(component, author));
}

function classRow(component: Component, author: string | null): Row {
  const { id, namespace, fullName, files, createdDate, lastModifiedDate } = component;
  const meta = parseXml(files.find(({ path }) => path.endsWith('-meta.xml'))?.text ?? '').root;
  const body = files.find(({ path }) => path.endsWith('.cls'))?.text ?? '';
  return {
    Id: id,
    NamespacePrefix: namespace ?? null,
    Name: namespace ? fullName.replace(`${namespace}__`, '') : fullName,
    ApiVersion: Number((meta && textOf(meta, 'apiVersion')) ?? 67),
    Status: (meta && textOf(meta, 'status')) ?? 'Active',
    IsValid: true,
    BodyCrc: null,
    // What a managed package brought does not show its code.
    Body: namespace ? '(hidden)' : body,
    LengthWithoutComments: body.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').length,
    CreatedDate: createdDate,
    CreatedById: author,
    LastModifiedDate: lastModifiedDate,
    LastModifiedById: author,
    SystemModstamp: lastModifiedDate
  };
}
