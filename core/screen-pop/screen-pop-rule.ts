import { type Channel } from '../interaction/interaction';

/** When to pop: while it rings, once the rep has taken it, after its end. */
export type PopMoment = 'offered' | 'accepted' | 'completed';

/** One row of the screen-pop settings. */
export type ScreenPopRule = {
  /** Unique among the rules. */
  readonly name: string;
  readonly order: number;
  /** `caller-number`, `called-number`, `queue`, or the name of anything that the phone system sends. */
  readonly attribute: string;
  readonly objectName: string;
  readonly fieldName: string;
  /** None means all. */
  readonly channels: readonly Channel[];
  readonly moment: PopMoment;
  readonly agentGroup?: string;
  readonly oneMatch: 'open' | 'chooser' | 'nothing';
  readonly manyMatches: 'open' | 'chooser' | 'nothing';
  readonly noMatch: 'new-record' | 'search' | 'nothing';
  readonly isActive: boolean;
};

/** A row of ScreenPopRule__mdt by neutral names, with its values as the org holds them. */
export type ScreenPopRow = {
  readonly name: string;
  readonly order?: number | null;
  readonly attribute?: string | null;
  readonly objectName?: string | null;
  readonly fieldName?: string | null;
  readonly channels?: string | null;
  readonly moment?: string | null;
  readonly agentGroup?: string | null;
  readonly oneMatch?: string | null;
  readonly manyMatches?: string | null;
  readonly noMatch?: string | null;
  readonly isActive?: boolean | null;
};

const moments: Readonly<Record<string, PopMoment>> = {
  Offered: 'offered',
  Accepted: 'accepted',
  Completed: 'completed'
};
const found: Readonly<Record<string, ScreenPopRule['oneMatch']>> = { Open: 'open', Chooser: 'chooser' };
const notFound: Readonly<Record<string, ScreenPopRule['noMatch']>> = { NewRecord: 'new-record', Search: 'search' };
const channelNames: Readonly<Record<string, Channel>> = {
  phone: 'phone',
  chat: 'chat',
  voicemail: 'voicemail',
  sms: 'sms'
};

/** The rule in a row; undefined for a row that says too little to search, or a moment or only channels that nobody knows. */
export function screenPopRuleOf(row: ScreenPopRow): ScreenPopRule | undefined {
  const { attribute, objectName, fieldName } = row;
  const moment = moments[row.moment ?? 'Accepted'];
  const named = (row.channels ?? '').split(';').filter((name) => name.trim() !== '');
  const channels = named.flatMap((name) => channelNames[name.trim().toLowerCase()] ?? []);
  if (!attribute?.trim() || !objectName?.trim() || !fieldName?.trim() || !moment) return undefined;
  if (named.length > 0 && channels.length === 0) return undefined;
  const agentGroup = row.agentGroup?.trim();
  return {
    name: row.name,
    order: row.order ?? Number.MAX_SAFE_INTEGER,
    attribute: attribute.trim(),
    objectName: objectName.trim(),
    fieldName: fieldName.trim(),
    channels,
    moment,
    ...(agentGroup ? { agentGroup } : {}),
    oneMatch: found[row.oneMatch ?? ''] ?? 'nothing',
    manyMatches: found[row.manyMatches ?? ''] ?? 'nothing',
    noMatch: notFound[row.noMatch ?? ''] ?? 'nothing',
    isActive: row.isActive === true
  };
}
