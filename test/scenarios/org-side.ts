import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deploy } from '../../local/console/server/contact-center';

type Row = Readonly<Record<string, unknown>> & { readonly Id: string };

/** The org as an administrator has it, and as a scenario changes it. */
export type OrgSide = {
  readonly query: (soql: string) => Promise<readonly Row[]>;
  readonly update: (object: string, id: string, values: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly create: (object: string, values: Readonly<Record<string, unknown>>) => Promise<string>;
  /** Changes the settings of the org (`RingdownOrg__c`), as an administrator does in Setup, until `clean`. */
  readonly setOrg: (values: Readonly<Record<string, string | number>>) => Promise<void>;
  /** Everything that reps work on is taken out, no request fails on command, and settings are the package's again. */
  readonly clean: () => Promise<void>;
  /** Lets requests fail, as local/org/faults has it, until `clean` or `repair`. */
  readonly fail: (rule: object) => Promise<void>;
  readonly repair: () => Promise<void>;
  /** Replaces a record of custom metadata, as an administrator does in Setup. */
  readonly set: (
    type: string,
    name: string,
    values: Readonly<Record<string, string | number | boolean>>
  ) => Promise<void>;
};

const workedOn = ['Task', 'Case', 'Contact', 'Lead', 'Account'];

/** Speaks to the local org with an administrator's session. */
export function orgSide(org: { readonly url: string; readonly accessToken: string }): OrgSide {
  const headers = { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' };
  const ask = async (method: string, place: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${org.url}${place}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${place}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const data = '/services/data/v67.0';
  const query: OrgSide['query'] = async (soql) =>
    ((await ask('GET', `${data}/query?q=${encodeURIComponent(soql)}`)) as { readonly records: readonly Row[] }).records;
  const repair: OrgSide['repair'] = async () => void (await ask('DELETE', '/__local/faults'));
  const changed = new Map<string, string>();
  const orgBefore = new Map<string, Row>();
  const update: OrgSide['update'] = async (object, id, values) =>
    void (await ask('PATCH', `${data}/sobjects/${object}/${id}`, values));
  const put = (type: string, name: string, text: string): Promise<void> =>
    deploy(org, 'CustomMetadata', `${type}.${name}`, { [`customMetadata/${type}.${name}.md`]: text });
  return {
    query,
    repair,
    update,
    setOrg: async (values) => {
      for (const row of await query(`SELECT Id, ${Object.keys(values).join(', ')} FROM RingdownOrg__c`)) {
        const { attributes: _, Id, ...before } = { attributes: undefined, ...row };
        orgBefore.set(Id, { ...before, ...orgBefore.get(Id), Id });
        await update('RingdownOrg__c', Id, values);
      }
    },
    create: async (object, values) =>
      ((await ask('POST', `${data}/sobjects/${object}`, values)) as { readonly id: string }).id,
    clean: async () => {
      await repair();
      for (const { Id, ...values } of orgBefore.values()) await update('RingdownOrg__c', Id, values);
      orgBefore.clear();
      for (const [name, type] of changed) await put(type, name, readFileSync(fileOf(type, name), 'utf8'));
      changed.clear();
      for (const object of workedOn)
        for (const { Id } of await query(`SELECT Id FROM ${object}`))
          await ask('DELETE', `${data}/sobjects/${object}/${Id}`);
    },
    fail: async (rule) => void (await ask('POST', '/__local/faults', rule)),
    set: async (type, name, values) => {
      changed.set(name, type);
      await put(type, name, customMetadata(name, values));
    }
  };
}

const fileOf = (type: string, name: string): string =>
  path.join(__dirname, '../../force-app/main/default/customMetadata', `${type}.${name}.md-meta.xml`);

function customMetadata(label: string, values: Readonly<Record<string, string | number | boolean>>): string {
  const kind = (value: string | number | boolean): string =>
    typeof value === 'string' ? 'string' : typeof value === 'number' ? 'double' : 'boolean';
  const fields = Object.entries(values).map(
    ([field, value]) =>
      `<values><field>${field}</field><value xsi:type="xsd:${kind(value)}">${String(value)}</value></values>`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>${label}</label><protected>false</protected>${fields.join('')}</CustomMetadata>`;
}
