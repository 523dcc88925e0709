/**
 * Open CTI in as few lines as the tests need: each call is posted to the page around, which answers. Constants are those of the
 * documents.
 */
type Given = Readonly<Record<string, unknown>> & { readonly callback?: unknown; readonly listener?: unknown };
type Answer = {
  readonly openCti: 'answer' | 'event';
  readonly id: number;
  readonly response: unknown;
};

const callbacks = new Map<number, (response: unknown) => void>();
const listeners = new Map<number, (payload: unknown) => void>();
let count = 0;

const method =
  (name: string) =>
  ({ callback, listener, ...given }: Given = {}): void => {
    const id = (count += 1);
    if (typeof callback === 'function') callbacks.set(id, callback as (response: unknown) => void);
    if (typeof listener === 'function') listeners.set(id, listener as (payload: unknown) => void);
    parent.postMessage({ openCti: 'call', id, name, given, listens: typeof listener === 'function' }, '*');
  };

window.addEventListener('message', ({ data, source }: MessageEvent<Answer>) => {
  if (source !== parent) return;
  if (data.openCti === 'answer') callbacks.get(data.id)?.(data.response);
  if (data.openCti === 'event') listeners.get(data.id)?.(data.response);
});

const names = [
  ...[
    'enableClickToDial',
    'disableClickToDial',
    'onClickToDial',
    'screenPop',
    'searchAndScreenPop',
    'saveLog',
    'runApex'
  ],
  ...['getCallCenterSettings', 'getSoftphoneLayout', 'getAppViewInfo', 'onNavigationChange', 'refreshView'],
  ...['isSoftphonePanelVisible', 'setSoftphonePanelVisibility', 'setSoftphonePanelHeight', 'setSoftphonePanelWidth'],
  ...['setSoftphonePanelIcon', 'setSoftphonePanelLabel', 'setSoftphoneItemIcon', 'setSoftphoneItemLabel'],
  ...['notifyInitializationComplete', 'publish', 'subscribe', 'unsubscribe']
];
const constants = {
  SCREENPOP_TYPE: { SOBJECT: 'sobject', URL: 'url', SEARCH: 'search', NEW_RECORD_MODAL: 'newRecord', FLOW: 'flow' },
  CALL_TYPE: { INBOUND: 'inbound', OUTBOUND: 'outbound', INTERNAL: 'internal' }
};
const made = Object.fromEntries(names.map((name) => [name, method(name)]));
(window as unknown as { sforce: unknown }).sforce = { opencti: { ...made, ...constants } };
