import type { OrgData, Row } from '../org-data';
import type { LocalOrg } from '../state/state';
import * as access from './access';
import { event, task } from './activity';
import { apexClass } from './apex-class';
import { account, contact, lead, supportCase } from './business';
import { connectedApplication } from './connected-application';
import { customFieldsOf } from './custom-field';
import { customSobjectsOf } from './custom-sobject';
import { deployRequest } from './deploys';
import * as devHub from './dev-hub';
import { flag, text, type Field } from './field';
import { activeFeatureLicenseMetric, organization } from './organization';
import * as packages from './packages';
import * as people from './people';
import { personFields } from './person-account';
import * as secondGeneration from './second-generation';
import { sobject, type Sobject } from './sobject';
import * as telephony from './telephony';
import { voiceCall } from './voice-call';

const readOnly = { readOnly: true } as const;

const entityDefinition = sobject(
  'EntityDefinition',
  '4ie',
  [
    ...['DurableId', 'QualifiedApiName', 'DeveloperName', 'Label', 'PluralLabel', 'MasterLabel'].map((name) =>
      text(name, 255, readOnly)
    ),
    text('KeyPrefix', 3, readOnly),
    text('NamespacePrefix', 15, readOnly),
    ...['IsCustomizable', 'IsQueryable', 'IsCustomSetting'].map((name) => flag(name, readOnly))
  ],
  { api: 'both', audit: 'none', derive: (org) => sobjectsOf(org).map(entityRow) }
);

const all: readonly Sobject[] = [
  ...Object.values(access),
  ...Object.values(people),
  ...Object.values(telephony),
  ...Object.values(packages),
  organization,
  activeFeatureLicenseMetric,
  task,
  event,
  account,
  contact,
  lead,
  supportCase,
  voiceCall,
  apexClass,
  connectedApplication,
  deployRequest,
  entityDefinition,
  ...Object.values(devHub),
  ...Object.values(secondGeneration)
];
const byName = new Map(all.map((each) => [each.name.toLowerCase(), each]));
const byPrefix = new Map(all.map((each) => [each.keyPrefix, each]));
const standardFields = new Map(all.map((each) => [each.name, indexed(each.fields)]));

/** Every sObject that this org has. */
export const sobjectsOf = (org: LocalOrg): readonly Sobject[] => [
  ...all.filter((each) => each.exists(org)),
  ...customSobjectsOf(org).values()
];

/** The sObject of this name, in any case, when the API answers it. */
export function findSobject(org: LocalOrg, name: string, api: 'data' | 'tooling' = 'data'): Sobject | undefined {
  const found = sobjectNamed(org, name);
  return found && (found.api === 'both' || found.api === api) && found.exists(org) ? found : undefined;
}

/** The sObject of an API's own name, whichever API answers it. */
export const sobjectNamed = (org: OrgData, name: string): Sobject | undefined =>
  byName.get(name.toLowerCase()) ?? customSobjectsOf(org).get(name.toLowerCase());

/** The sObject whose ids begin as this one. */
export function sobjectOfId(org: OrgData, id: string): Sobject | undefined {
  const prefix = id.slice(0, 3);
  return byPrefix.get(prefix) ?? [...customSobjectsOf(org).values()].find((each) => each.keyPrefix === prefix);
}

/** The first three characters of the ids of an sObject that every org has. */
export const keyPrefixOf = (name: string): string => byName.get(name.toLowerCase())?.keyPrefix ?? '0xx';

/** The fields by their names in lower case: the standard ones and the custom ones. */
export function fieldsOf(org: OrgData, from: Sobject): ReadonlyMap<string, Field> {
  const standard = standardFields.get(from.name) ?? indexed(from.fields);
  const custom = customFieldsOf(org, from.name);
  const personal = (org.settings.personAccounts && personFields[from.name]) || [];
  return custom.length + personal.length === 0
    ? standard
    : new Map([...standard, ...indexed(personal), ...indexed(custom)]);
}

/** The rows of an sObject, stored or derived. */
export const rowsOf = (org: LocalOrg, from: Sobject, userId: string): readonly Row[] =>
  from.derive ? from.derive(org, userId) : org.rows(from.name);

/** The rows with these ids, in order of creation: ids of one sObject are given in ascending order. */
export function rowsAmong(org: LocalOrg, from: Sobject, userId: string, ids: Iterable<string>): readonly Row[] {
  const wanted = new Set(ids);
  if (from.derive) return from.derive(org, userId).filter((row) => wanted.has(row.Id));
  return [...wanted].sort().flatMap((id) => org.row(from.name, id) ?? []);
}

/** One row by its id of 18 characters. */
export const rowOf = (org: LocalOrg, from: Sobject, userId: string, id: string): Row | undefined =>
  from.derive ? from.derive(org, userId).find((row) => row.Id === id) : org.row(from.name, id);

/** The relationships by which records of this sObject list others. */
export const childRelationshipsOf = (
  org: LocalOrg,
  parent: Sobject
): readonly { readonly child: Sobject; readonly field: Field; readonly name: string | null }[] =>
  sobjectsOf(org).flatMap((child) =>
    [...fieldsOf(org, child).values()]
      .filter((each) => each.referenceTo.includes(parent.name))
      .map((each) => ({ child, field: each, name: childName(child, each) }))
  );

/** Tasks and events share their fields, but not the name of the relationship. */
const childName = (child: Sobject, each: Field): string | null =>
  each.childRelationship === 'Tasks' && child.name === 'Event' ? 'Events' : each.childRelationship;

function indexed(fields: readonly Field[]): Map<string, Field> {
  return new Map(fields.map((each) => [each.name.toLowerCase(), each]));
}

function entityRow(each: Sobject): Row {
  return {
    Id: '000000000000000AAA',
    DurableId: each.name,
    QualifiedApiName: each.name,
    DeveloperName: each.name.replace(/^(?:[A-Za-z]\w*?__)?(\w+)__(c|mdt)$/, '$1'),
    Label: each.label,
    MasterLabel: each.label,
    PluralLabel: each.labelPlural,
    KeyPrefix: each.keyPrefix,
    NamespacePrefix: /^([A-Za-z]\w*?)__\w+__(?:c|mdt)$/.exec(each.name)?.[1] ?? null,
    IsCustomizable: true,
    IsQueryable: true,
    IsCustomSetting: each.customSetting
  };
}
