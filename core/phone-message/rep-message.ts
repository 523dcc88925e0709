/** UTF-16 units of a message to reps. */
export const longestRepMessage = 500;

/** A message of a supervisor to a rep, which the phone system keeps until the rep has read it. Text alone, never markup. */
export type RepMessage = {
  readonly messageId: string;
  readonly text: string;
  readonly isImportant: boolean;
  /** Its author's name. */
  readonly from: string;
  /** ISO-8601. */
  readonly sentAt: string;
  /** ISO-8601; by the phone system's clock it is over then. */
  readonly until?: string;
};

/** Whom a message can be for. */
export type Addressee =
  | { readonly kind: 'everybody' }
  | { readonly kind: (typeof groupKinds)[number]; readonly id: string; readonly name: string };
export const groupKinds = ['queue', 'agent'] as const;

/** A message as supervisors see it. */
export type SentMessage = RepMessage & {
  /** What its author called it before the phone system had it. */
  readonly requestId: string;
  readonly to: Addressee;
  /** Everybody whom it is for; without a time they have not read it. */
  readonly readers: readonly { readonly name: string; readonly readAt?: string }[];
};

/** A message to be sent. The same `requestId` is sent once. */
export type RepMessageDraft = {
  readonly requestId: string;
  readonly text: string;
  readonly to: { readonly kind: 'everybody' } | { readonly kind: (typeof groupKinds)[number]; readonly id: string };
  readonly isImportant?: boolean;
  /** Seconds from when it is sent; a duration, since the clocks of two computers differ. */
  readonly forSeconds?: number;
};
