import { callTypes, type FlowArgument, type ScreenPop } from './screen-pop';

/** What is done for a number of matching records. */
export type PopSetting =
  | { readonly screenPopType: 'DoNotPop' | 'PopToSearch' }
  | {
      readonly screenPopType: 'PopToEntity' | 'PopToVisualforce' | 'PopToFlow';
      /** Of the object, the page or the flow; a detail page names none. */
      readonly screenPopData?: string;
    };

/** The layout for one kind of call. */
export type CallTypeLayout = {
  readonly callRelatedFields: readonly ('ANI' | 'DNIS' | 'SEGMENT' | 'QUEUE')[];
  readonly objects: Readonly<Record<string, readonly { readonly displayName: string; readonly apiName: string }[]>>;
  readonly screenPopSettings: {
    readonly screenPopsOpenWithin?: 'ExistingWindow' | 'NewWindow';
    readonly NoMatch?: PopSetting;
    readonly SingleMatch?: PopSetting;
    readonly MultipleMatches?: PopSetting;
  };
};

/** A softphone layout as `getSoftphoneLayout` returns it [Open CTI guide, getSoftphoneLayout]. */
export type SoftphoneLayout = Readonly<Record<'Internal' | 'Inbound' | 'Outbound', CallTypeLayout>>;

const named = (displayName: string) => [{ displayName, apiName: 'Name' }] as const;

/** What an org has that nobody changed; what it holds is assumed. */
export const usualLayout: SoftphoneLayout = {
  Internal: { callRelatedFields: ['ANI', 'DNIS'], objects: { User: named('Name') }, screenPopSettings: {} },
  Inbound: {
    callRelatedFields: ['ANI', 'DNIS', 'SEGMENT', 'QUEUE'],
    objects: {
      Account: [...named('Account Name'), { displayName: 'Phone', apiName: 'Phone' }],
      Contact: [...named('Name'), { displayName: 'Phone', apiName: 'Phone' }],
      Lead: [...named('Name'), { displayName: 'Phone', apiName: 'Phone' }]
    },
    screenPopSettings: {
      screenPopsOpenWithin: 'ExistingWindow',
      NoMatch: { screenPopType: 'DoNotPop' },
      SingleMatch: { screenPopType: 'PopToEntity' },
      MultipleMatches: { screenPopType: 'PopToSearch' }
    }
  },
  Outbound: {
    callRelatedFields: ['DNIS'],
    objects: { Account: named('Account Name'), Contact: named('Name'), Lead: named('Name') },
    screenPopSettings: {}
  }
};

/** The part of the layout for a call type of `searchAndScreenPop`. */
export function layoutFor(layout: SoftphoneLayout, callType: string): CallTypeLayout {
  const type = callType.toLowerCase();
  return layout[type === callTypes.INTERNAL ? 'Internal' : type === callTypes.OUTBOUND ? 'Outbound' : 'Inbound'];
}

/** What a search was for, and what else was given for the pop that follows. */
export type Searched = {
  readonly searchString: string;
  readonly recordIds: readonly string[];
  readonly queryParams?: string;
  readonly defaultFieldValues?: Readonly<Record<string, unknown>>;
  readonly flowArgs?: readonly FlowArgument[];
};

/** Where the layout pops to for what was found; undefined for nowhere. */
export function popFor({ screenPopSettings }: CallTypeLayout, searched: Searched): ScreenPop | undefined {
  const { searchString, recordIds, queryParams, defaultFieldValues, flowArgs } = searched;
  const [recordId] = recordIds;
  const { NoMatch, SingleMatch, MultipleMatches } = screenPopSettings;
  const setting = recordIds.length === 0 ? NoMatch : recordIds.length === 1 ? SingleMatch : MultipleMatches;
  const target = setting && 'screenPopData' in setting ? (setting.screenPopData ?? '') : '';
  switch (setting?.screenPopType) {
    case 'PopToSearch':
      return { type: 'search', params: { searchString } };
    case 'PopToEntity':
      return recordId === undefined
        ? { type: 'newRecord', params: { entityName: target, ...(defaultFieldValues ? { defaultFieldValues } : {}) } }
        : { type: 'sobject', params: { recordId } };
    case 'PopToVisualforce':
      return { type: 'url', params: { url: `/apex/${target}${queryParams ? `?${queryParams}` : ''}` } };
    case 'PopToFlow':
      return { type: 'flow', params: { flowDevName: target, ...(flowArgs ? { flowArgs } : {}) } };
    default:
      return undefined;
  }
}
