import { type Timers } from '../phone-page/timers';
import { type DialClick, readDialClick } from './dial-click';
import { fieldsOf, textOf } from '../shared/session-wire/plain-value';

/**
 * The one door to Open CTI for Lightning Experience (`sforce.opencti`). Every method answers by a callback with
 * `{success, returnValue, errors}`; a library that lost its page answers never, so each call has a deadline here.
 */
export type OpenCti = {
  readonly enableClickToDial: () => Promise<Outcome>;
  readonly disableClickToDial: () => Promise<Outcome>;
  /** Clicks arrive only after `enableClickToDial` has answered. */
  readonly onClickToDial: (listener: (click: DialClick) => void) => void;
  readonly screenPop: (pop: ScreenPop) => Promise<Outcome>;
  readonly searchAndScreenPop: (search: PopSearch) => Promise<Outcome>;
  readonly saveLog: (value: Readonly<Record<string, unknown>>) => Promise<Outcome>;
  /** The class is global, its method a web service; a class of a package has the namespace before it. */
  readonly runApex: (
    apexClass: string,
    methodName: string,
    methodParams?: string,
    patience?: number
  ) => Promise<Outcome>;
  readonly getCallCenterSettings: () => Promise<Outcome>;
  readonly getSoftphoneLayout: () => Promise<Outcome>;
  readonly getAppViewInfo: () => Promise<Outcome>;
  readonly onNavigationChange: (listener: (view: unknown) => void) => void;
  readonly refreshView: () => Promise<Outcome>;
  readonly isSoftphonePanelVisible: () => Promise<Outcome>;
  readonly setSoftphonePanelVisibility: (visible: boolean) => Promise<Outcome>;
  /** From 240 through 2,560 pixels. */
  readonly setSoftphonePanelHeight: (heightPX: number) => Promise<Outcome>;
  /** From 200 through 1,920 pixels. */
  readonly setSoftphonePanelWidth: (widthPX: number) => Promise<Outcome>;
  readonly setSoftphonePanelIcon: (key: string) => Promise<Outcome>;
  readonly setSoftphonePanelLabel: (label: string) => Promise<Outcome>;
  readonly setSoftphoneItemIcon: (key: string) => Promise<Outcome>;
  readonly setSoftphoneItemLabel: (label: string) => Promise<Outcome>;
  /** Keeps Lightning from showing the standby softphone. */
  readonly notifyInitializationComplete: () => Promise<Outcome>;
  readonly publish: (channelName: string, message: object) => Promise<Outcome>;
  readonly subscribe: (channelName: string, listener: (message: unknown) => void) => Promise<Outcome>;
};

/** What came of a call: what it returned, or why there is nothing. Nothing here is thrown. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'refused' | 'timed-out' | 'missing'; readonly words: string };

/** Where a screen pop goes, in the words of the documents. */
export type ScreenPop = {
  readonly type: 'SOBJECT' | 'URL' | 'OBJECTHOME' | 'LIST' | 'SEARCH' | 'NEW_RECORD_MODAL' | 'FLOW';
  readonly params: Readonly<Record<string, unknown>>;
};

export type PopSearch = {
  readonly searchParams: string;
  readonly callType: 'INBOUND' | 'OUTBOUND' | 'INTERNAL';
  /** Finds only; what it finds can be handed to `screenPop` later. */
  readonly deferred?: boolean;
  readonly defaultFieldValues?: Readonly<Record<string, string>>;
};

/** Milliseconds; a method that asks the org takes longer than one that only moves the panel. */
const patience = 8_000;

type Library = Readonly<Record<string, unknown>>;
type Method = (given: Readonly<Record<string, unknown>>) => void;

/** The library of this window with promises; undefined while it is not loaded. */
export function openCtiOf(window: Window, timers: Timers): OpenCti | undefined {
  const library = (window as unknown as { sforce?: { opencti?: Library } }).sforce?.opencti;
  if (library === undefined) return undefined;

  const call = (
    name: string,
    given: Readonly<Record<string, unknown>> = {},
    deadline: number = patience
  ): Promise<Outcome> =>
    new Promise((resolve) => {
      const method = library[name] as Method | undefined;
      if (typeof method !== 'function')
        return resolve({ ok: false, why: 'missing', words: `This version of Open CTI has no ${name}.` });
      const cancel = timers.after(deadline, () =>
        resolve({ ok: false, why: 'timed-out', words: `Salesforce did not answer ${name}.` })
      );
      const callback = (response: unknown): void => {
        cancel();
        resolve(outcomeOf(response));
      };
      try {
        method.call(library, { ...given, callback });
      } catch (error) {
        callback({ success: false, errors: [{ description: String(error) }] });
      }
    });
  const listen = (name: string, listener: (payload: unknown) => void): void => {
    const method = library[name] as Method | undefined;
    if (typeof method === 'function') method.call(library, { listener });
  };
  /** A constant of the library; each is named as in the documents. */
  const constant = (group: string, name: string): unknown =>
    (library[group] as Readonly<Record<string, unknown>> | undefined)?.[name] ?? name.toLowerCase();

  return {
    enableClickToDial: () => call('enableClickToDial'),
    disableClickToDial: () => call('disableClickToDial'),
    onClickToDial: (listener) =>
      listen('onClickToDial', (payload) => {
        const click = readDialClick(payload);
        if (click) listener(click);
      }),
    screenPop: ({ type, params }) => call('screenPop', { type: constant('SCREENPOP_TYPE', type), params }),
    searchAndScreenPop: ({ callType, deferred = false, ...search }) =>
      call('searchAndScreenPop', { ...search, deferred, callType: constant('CALL_TYPE', callType) }),
    saveLog: (value) => call('saveLog', { value }),
    runApex: (apexClass, methodName, methodParams = '', deadline = patience) =>
      call('runApex', { apexClass, methodName, methodParams }, deadline),
    getCallCenterSettings: () => call('getCallCenterSettings'),
    getSoftphoneLayout: () => call('getSoftphoneLayout'),
    getAppViewInfo: () => call('getAppViewInfo'),
    onNavigationChange: (listener) => listen('onNavigationChange', listener),
    refreshView: () => call('refreshView'),
    isSoftphonePanelVisible: () => call('isSoftphonePanelVisible'),
    setSoftphonePanelVisibility: (visible) => call('setSoftphonePanelVisibility', { visible }),
    setSoftphonePanelHeight: (heightPX) => call('setSoftphonePanelHeight', { heightPX }),
    setSoftphonePanelWidth: (widthPX) => call('setSoftphonePanelWidth', { widthPX }),
    setSoftphonePanelIcon: (key) => call('setSoftphonePanelIcon', { key }),
    setSoftphonePanelLabel: (label) => call('setSoftphonePanelLabel', { label }),
    setSoftphoneItemIcon: (key) => call('setSoftphoneItemIcon', { key }),
    setSoftphoneItemLabel: (label) => call('setSoftphoneItemLabel', { label }),
    notifyInitializationComplete: () => call('notifyInitializationComplete'),
    publish: (channelName, message) => call('publish', { channelName, message }),
    subscribe: (channelName, listener) => call('subscribe', { channelName, listener })
  };
}

function outcomeOf(response: unknown): Outcome {
  const fields = fieldsOf(response);
  if (fields?.success === true) return { ok: true, value: fields.returnValue };
  return { ok: false, why: 'refused', words: wordsOf(fields?.errors) };
}

/** An entry of `errors` is text or `{code, description}`, by method and version. */
function wordsOf(errors: unknown): string {
  const entries: readonly unknown[] = Array.isArray(errors) ? errors : [errors];
  const words = entries.map((entry) => textOf(entry) ?? textOf(fieldsOf(entry)?.description) ?? '');
  return words.filter((each) => each !== '').join(' ') || 'Salesforce gave no reason.';
}
