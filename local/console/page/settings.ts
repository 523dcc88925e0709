import type { Allowed } from '../protocol/call-controls';
import { connectorConfig, type ConsoleSettings } from '../protocol/connector-config';

const given = JSON.parse(document.getElementById('settings')?.textContent ?? '') as ConsoleSettings;
const query = new URLSearchParams(location.search);

/** Items of the contact center that the address adds, each `section/item=value`. */
const sections = (): ConsoleSettings['sections'] =>
  query.getAll('item').reduce((known, text) => {
    const [, section = '', item = '', value = ''] = /^(\w+)\/(\w+)=(.*)$/.exec(text) ?? [];
    return section === '' ? known : { ...known, [section]: { ...known[section], [item]: value } };
  }, given.sections);

/**
 * What the server was started with; the address of the page may name another connector, login page, items of the contact center and,
 * where no org knows the rep, person.
 */
export const settings: ConsoleSettings = {
  ...given,
  connectorUrl: query.get('connector') ?? given.connectorUrl,
  loginUrl: query.get('login') ?? given.loginUrl,
  ...(given.orgPlace === undefined
    ? {
        userName: query.get('userName') ?? given.userName,
        userId: query.get('userId') ?? given.userId,
        userFullName: query.get('userFullName') ?? given.userFullName
      }
    : {}),
  sections: sections(),
  organizationId: query.get('organizationId') ?? given.organizationId,
  patience: Number(query.get('patience') ?? given.patience)
};

/** Where the org answers with the session of the rep who works here. */
export const orgPlace = (): string => settings.orgPlace ?? '/org';

/** What the connector is given of an org that allows this, without the keys that a fault takes away. */
export const configFor = (
  missing: readonly string[],
  { isMultiparty, isConsult }: Allowed
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(
      connectorConfig({ ...settings, isMultipartyAllowed: isMultiparty, isConsultAllowed: isConsult })
    ).filter(([key]) => !missing.includes(key))
  );
