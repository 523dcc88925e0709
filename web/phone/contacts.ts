/** Whom a rep looks for. */
export type ContactFilter = {
  readonly contains?: string;
  readonly kinds?: readonly PhoneContact['kind'][];
  readonly onlyAvailable?: boolean;
  readonly offset: number;
  readonly limit: number;
};

/** Somebody whom a rep can call, add or hand a call to. */
export type PhoneContact = {
  readonly id: string;
  readonly kind: 'agent' | 'queue' | 'contact';
  readonly name: string;
  readonly number?: string;
  readonly extension?: string;
  readonly availability?: 'available' | 'busy' | 'offline';
  readonly queueWaitSeconds?: number;
};

/** A part of those who were found; `total` counts all of them. */
export type ContactPage = { readonly contacts: readonly PhoneContact[]; readonly total: number };
