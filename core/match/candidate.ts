/** A record that a search found. Which of its fields holds what was searched for is found out here. */
export type Candidate = {
  readonly recordId: string;
  readonly objectName: string;
  readonly name: string;
  /** Phone fields by name, as the record holds them. */
  readonly phones: Readonly<Record<string, string | null | undefined>>;
  /** Contact.AccountId: for a person account, the account that is the same person. */
  readonly accountId?: string;
  /** Account.IsPersonAccount or Contact.IsPersonAccount. */
  readonly isPersonAccount?: boolean;
  /** Account.PersonContactId: the contact that is the same person. */
  readonly personContactId?: string;
  /** A lead that became a contact is no match of its own. */
  readonly isConverted?: boolean;
};

/** How sure a match is, the surest first. */
export type MatchKind = 'exact' | 'variant' | 'last-digits';

/** A candidate that has the number, and why. */
export type Match = {
  readonly recordId: string;
  readonly objectName: string;
  readonly name: string;
  readonly kind: MatchKind;
  /** The field that has it, and what stands there. */
  readonly field: string;
  readonly value: string;
  /** Records that are the same person and were left out. */
  readonly sameAs: readonly string[];
};
