import type { IdentityAgent } from '../../../core/identity/identity';
import { valueIn, type Column } from '../export-file/column';
import type { ExportRow } from '../export-file/export-rows';

export type { IdentityAgent };

/** The columns of an export of agents, each with other names that it may have. */
export const agentColumns = {
  id: ['id', 'agentid', 'userid'],
  name: ['name', 'agentname', 'fullname', 'displayname'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  // The users file of the session service binds a name of the phone system to one user of Salesforce.
  username: ['salesforceusername', 'username', 'login', 'loginid'],
  email: ['email', 'emailid', 'emailaddress', 'mail'],
  federationIdentifier: ['federationidentifier', 'federationid', 'ssoid'],
  active: ['active', 'isactive', 'enabled', 'status'],
  disabled: ['disabled', 'isdisabled']
} as const satisfies Readonly<Record<string, Column>>;

const off: ReadonlySet<string> = new Set(['false', 'no', '0', 'inactive', 'disabled', 'off', 'deleted', 'suspended']);

/** The agent of a row; undefined when the row is nobody's. */
export function agentOf(row: ExportRow, file: string): IdentityAgent | undefined {
  const { id, name, firstName, lastName, username, email, federationIdentifier, active, disabled } = agentColumns;
  const full = [valueIn(row, firstName), valueIn(row, lastName)].filter((part) => part !== undefined).join(' ');
  const login = valueIn(row, username) ?? (valueIn(row, name)?.includes('@') ? valueIn(row, name) : undefined);
  const known = {
    ...given('id', valueIn(row, id)),
    ...given('name', valueIn(row, name) ?? (full || undefined)),
    ...given('username', login),
    ...given('email', valueIn(row, email)),
    ...given('federationIdentifier', valueIn(row, federationIdentifier))
  };
  if (Object.keys(known).length === 0) return undefined;
  const isOff =
    off.has((valueIn(row, active) ?? '').toLowerCase()) || /^(true|yes|1)$/i.test(valueIn(row, disabled) ?? '');
  return { place: `${file}:${row.line}`, ...known, isActive: !isOff };
}

function given<Name extends string>(name: Name, value: string | undefined): { readonly [Key in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string };
}
