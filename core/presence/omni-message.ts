import { asFields, may, objectOf, text, type Fields, MessageRefused } from '../phone-message/read-fields';

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

/** What the toolkit's component says in a foreign value, or undefined when it is nothing of it. */
export const parseFromOmni: (value: unknown) => FromOmni | undefined = objectOf((fields) => {
  const body: Fields = asFields(fields.body) ?? {};
  switch (fields.type) {
    case 'omni-status':
      return { type: fields.type, body: { ...may(body, 'statusId', text), ...may(body, 'statusApiName', text) } };
    case 'omni-logged-out':
      return { type: fields.type, body: may(body, 'reason', text) };
    case 'omni-refused':
    case 'omni-absent':
      return { type: fields.type, body: may(body, 'detail', text) };
    default:
      throw new MessageRefused('type');
  }
});
