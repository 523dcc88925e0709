import { decodeDefaultFieldValues } from '../../../lightning/page/lightning/pageReferenceUtils';

/** Where a component went, or what it opened a tab for. */
export type GoneTo =
  | { readonly kind: 'record'; readonly recordId: string }
  | { readonly kind: 'new-record'; readonly object: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'search'; readonly term: string };

type Page = {
  readonly type?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, string>>;
};

/** Reads what the runtime noted of a component; undefined for what is no place of the app. */
export function goneTo(what: string, details: unknown): GoneTo | undefined {
  const given = (details ?? {}) as Page & { readonly recordId?: unknown; readonly pageReference?: Page };
  if (what === 'navigated') return placeOf(given);
  if (what !== 'tab' && what !== 'subtab') return undefined;
  if (typeof given.recordId === 'string') return { kind: 'record', recordId: given.recordId };
  return given.pageReference && placeOf(given.pageReference);
}

function placeOf({ type, attributes = {}, state = {} }: Page): GoneTo | undefined {
  const { recordId, objectApiName, actionName } = attributes;
  if (typeof recordId === 'string') return { kind: 'record', recordId };
  if (type === 'standard__search') return { kind: 'search', term: state['term'] ?? '' };
  if (type !== 'standard__objectPage' || actionName !== 'new') return undefined;
  const values = decodeDefaultFieldValues(state['defaultFieldValues'] ?? '');
  return { kind: 'new-record', object: String(objectApiName), values };
}
