import { callTypes, screenPopTypes } from '../../../opencti/screen-pop';
import { argumentsOf, needFunction, needValue } from './check-arguments';
import type { Messenger } from './messenger';

type Method = (...given: readonly unknown[]) => void;

/** The methods of `sforce.opencti`; those that came later are left out of earlier versions. */
export function openCtiApi(line: Messenger, apiVersion: number): Readonly<Record<string, unknown>> {
  /** Sends these of the arguments. */
  const sends =
    (name: string, ...names: readonly string[]): Method =>
    (...given) => {
      const args = argumentsOf(given);
      line.call(name, only(args, names), args);
    };
  /** Takes nothing but a callback, which may be left out with the whole argument. */
  const tells =
    (name: string): Method =>
    (...given) =>
      line.call(name, {}, argumentsOf(given, true));
  const asks =
    (name: string): Method =>
    (...given) => {
      const args = argumentsOf(given);
      needFunction(args, 'callback');
      line.call(name, {}, { callback: args['callback'] });
    };
  const hears =
    (name: string): Method =>
    (...given) => {
      const args = argumentsOf(given);
      needFunction(args, 'listener');
      line.call(name, {}, { listener: args['listener'] });
    };
  const saveLog: Method = (...given) => {
    const args = argumentsOf(given);
    needValue(args);
    line.call('saveLog', { object: args['value'] }, args);
  };
  const subscribe: Method = (...given) => {
    const args = argumentsOf(given);
    needFunction(args, 'listener');
    line.subscribe(only(args, ['channelName']), args['listener'] as (message: unknown) => void, args['callback']);
  };
  const search = ['searchParams', 'callType', 'queryParams', 'defaultFieldValues', 'deferred', 'params'];
  return {
    SCREENPOP_TYPE: { ...screenPopTypes },
    CALL_TYPE: { ...callTypes },
    enableClickToDial: tells('enableClickToDial'),
    disableClickToDial: tells('disableClickToDial'),
    onClickToDial: hears('onClickToDial'),
    screenPop: sends('screenPop', 'type', 'params', 'defaultFieldValues'),
    searchAndScreenPop: sends('searchAndScreenPop', ...search),
    saveLog,
    runApex: sends('runApex', 'apexClass', 'methodName', 'methodParams'),
    getCallCenterSettings: asks('getCallCenterSettings'),
    getSoftphoneLayout: asks('getSoftphoneLayout'),
    getAppViewInfo: asks('getAppViewInfo'),
    onNavigationChange: hears('onNavigationChange'),
    refreshView: tells('refreshView'),
    isSoftphonePanelVisible: asks('isSoftphonePanelVisible'),
    setSoftphonePanelVisibility: sends('setSoftphonePanelVisibility', 'visible'),
    setSoftphonePanelHeight: sends('setSoftphonePanelHeight', 'heightPX'),
    setSoftphonePanelWidth: sends('setSoftphonePanelWidth', 'widthPX'),
    setSoftphonePanelIcon: sends('setSoftphonePanelIcon', 'key'),
    setSoftphonePanelLabel: sends('setSoftphonePanelLabel', 'label'),
    setSoftphoneItemIcon: sends('setSoftphoneItemIcon', 'key'),
    setSoftphoneItemLabel: sends('setSoftphoneItemLabel', 'label'),
    notifyInitializationComplete: (args?: { readonly callback?: unknown }) =>
      line.call('notifyInitializationComplete', {}, args ?? {}),
    ...(apiVersion < 46
      ? {}
      : {
          hvs: {
            onWorkStart: hears('hvs.onWorkStart'),
            completeWork: sends('hvs.completeWork', 'workId', 'attributes')
          }
        }),
    ...(apiVersion < 47
      ? {}
      : {
          publish: sends('publish', 'channelName', 'message'),
          subscribe,
          unsubscribe: sends('unsubscribe', 'subscription')
        })
  };
}

const only = (args: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.filter((name) => args[name] !== undefined).map((name) => [name, args[name]]));
