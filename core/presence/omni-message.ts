/** What the component that holds the Omni-Channel toolkit says. Without a status the rep is logged out. */
export type FromOmni =
  | { readonly type: 'omni-status'; readonly body: OmniStatus }
  /** `reason` as Salesforce gives it, such as DuplicateLogin. */
  | { readonly type: 'omni-logged-out'; readonly body: { readonly reason?: string } }
  | { readonly type: 'omni-refused'; readonly body: { readonly detail?: string } }
  /** There is no Omni-Channel in this app. */
  | { readonly type: 'omni-absent'; readonly body: { readonly detail?: string } };

/** What it is asked. */
export type ToOmni =
  | { readonly type: 'omni-hello'; readonly body: Readonly<Record<string, never>> }
  | { readonly type: 'omni-set-status'; readonly body: { readonly statusId: string } }
  | { readonly type: 'omni-log-out'; readonly body: Readonly<Record<string, never>> };

export type OmniStatus = { readonly statusId?: string; readonly statusApiName?: string };

type Fields = Readonly<Record<string, unknown>>;

/** Longer than any id, name or reason; this module is small enough to be whole by itself in a bundle. */
const longestText = 1_000;

/** What the toolkit's component says in a foreign value, or undefined when it is nothing of it. */
export function parseFromOmni(value: unknown): FromOmni | undefined {
  const { type, body: given } = fieldsOf(value);
  const body = fieldsOf(given);
  switch (type) {
    case 'omni-status':
      return { type, body: { ...textOf(body, 'statusId'), ...textOf(body, 'statusApiName') } };
    case 'omni-logged-out':
      return { type, body: textOf(body, 'reason') };
    case 'omni-refused':
    case 'omni-absent':
      return { type, body: textOf(body, 'detail') };
    default:
      return undefined;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The field when it is a text with something in it, else nothing, not even its name. */
function textOf<Name extends string>(fields: Fields, name: Name): { readonly [Key in Name]?: string } {
  const value = fields[name];
  const isText = typeof value === 'string' && value.trim() !== '' && value.length <= longestText;
  return (isText ? { [name]: value } : {}) as { readonly [Key in Name]?: string };
}
