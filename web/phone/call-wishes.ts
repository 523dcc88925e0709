/** How many there are in a call of a phone system with `multiparty`: the rep, the customer and five more. */
export const mostParties = 7;

/** Who waits from now on, and who talks. */
export type SwappedLegs = { readonly holdLegId: string; readonly resumeLegId: string };

/** How somebody comes into a call: instead of the rep, while the others wait, or at once. */
export type TransferKind = 'blind' | 'consulted' | 'joins';

/** Why and beside what a rep dials. The record whose number it is comes back as the attribute `recordId` of the call. */
export type DialOptions = { readonly isCallback?: boolean; readonly isConsult?: boolean; readonly recordId?: string };

/** Whom a rep dials, or hands a call to. A call is handed to a flow of Salesforce, by its full API name; none is dialled. */
export type PhoneTarget =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'agent' | 'queue' | 'contact' | 'flow'; readonly id: string };
