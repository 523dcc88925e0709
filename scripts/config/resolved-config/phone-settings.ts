export type ChannelName = 'Phone' | 'Chat' | 'Voicemail' | 'SMS';

export type ResolvedLogging = {
  /** ISO 3166, two capital letters. */
  readonly defaultCountry?: string;
  readonly channels: readonly ResolvedChannel[];
  /** In the order in which reps see them; absent when the file says nothing of them. */
  readonly dispositions?: readonly ResolvedDisposition[];
};

export type ResolvedChannel = {
  readonly channel: ChannelName;
  readonly autoLog: boolean;
  readonly opensWrapUp: boolean;
  readonly afterSave: 'LeaveClosed' | 'Pop' | 'Edit';
};

export type ResolvedDisposition = {
  /** Developer name of its record, when the org has none with this value yet. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Empty for all. */
  readonly channels: readonly ChannelName[];
  readonly requiresNotes: boolean;
  readonly followUpDays?: number;
};

export type ResolvedScreenPopRule = {
  /** Developer name of its record. */
  readonly name: string;
  readonly label: string;
  readonly attribute: string;
  readonly object: string;
  readonly field: string;
  /** Empty for all. */
  readonly channels: readonly ChannelName[];
  readonly moment: 'Offered' | 'Accepted' | 'Completed';
  readonly group?: string;
  readonly oneMatch: 'Open' | 'Chooser' | 'Nothing';
  readonly manyMatches: 'Open' | 'Chooser' | 'Nothing';
  readonly noMatch: 'NewRecord' | 'Search' | 'Nothing';
};

/** How records open. */
export type ResolvedScreenPopWindow = {
  readonly console: 'Tab' | 'Subtab';
  readonly standard: 'Button' | 'ScreenPop';
  readonly duringCall: boolean;
  readonly outbound: boolean;
  readonly window: 'New' | 'Reuse';
  /** Pixels; absent where the browser decides. */
  readonly width?: number;
  readonly height?: number;
  readonly left?: number;
  readonly top?: number;
};

export type ResolvedPresence = {
  /** Developer name of its record, when the org has none for this state yet. */
  readonly name: string;
  readonly phoneState: string;
  /** Developer name of a presence status. */
  readonly status: string;
  readonly direction: 'ToSalesforce' | 'ToPhone' | 'Both';
};

export type ResolvedReps = {
  readonly autoLogin: boolean;
  readonly ringSound: boolean;
  readonly messageSound: boolean;
};
