import { invalidParameter, wrongParameter } from './api-errors';
import { callTypes, screenPopProblem, shortestSearch } from './screen-pop';
import type { ApiError } from './wire';

type Given = Readonly<Record<string, unknown>>;
type Check = (given: Given) => ApiError | undefined;

/** The least and the most pixels of the panel [Open CTI guide, setSoftphonePanelHeight and setSoftphonePanelWidth]. */
export const panelLimits = { height: [240, 2560], width: [200, 1920] } as const;

const nothing: Check = () => undefined;

const text =
  (name: string): Check =>
  ({ [name]: value }) =>
    typeof value === 'string' && value !== '' ? undefined : invalidParameter(name, 'string', value);

const pixels =
  (name: string, [least, most]: readonly [number, number]): Check =>
  ({ [name]: value }) => {
    if (typeof value !== 'number') return invalidParameter(name, 'numeric', value);
    return value >= least && value <= most
      ? undefined
      : wrongParameter(name, `It must be a number from ${least} through ${most}.`);
  };

const object =
  (name: string): Check =>
  ({ [name]: value }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? undefined
      : invalidParameter(name, 'object', value);

const all =
  (...checks: readonly Check[]): Check =>
  (given) =>
    checks.map((check) => check(given)).find((problem) => problem !== undefined);

const searchProblem: Check = ({ searchParams, callType }) => {
  const types: readonly unknown[] = Object.values(callTypes);
  if (typeof callType !== 'string') return invalidParameter('callType', 'string', callType);
  if (!types.includes(callType.toLowerCase()))
    return wrongParameter('callType', `It must be one of ${types.join(', ')}.`);
  if (searchParams === undefined) return undefined;
  if (typeof searchParams !== 'string') return invalidParameter('searchParams', 'string', searchParams);
  return searchParams.trim().length >= shortestSearch
    ? undefined
    : wrongParameter('searchParams', `It must be at least ${shortestSearch} characters long.`);
};

const logProblem: Check = ({ object: value }) => {
  const { Id, entityApiName } = (value ?? {}) as Given;
  if (typeof value !== 'object' || value === null) return invalidParameter('value', 'object', value);
  if (Id !== undefined) return text('Id')({ Id });
  return text('entityApiName')({ entityApiName });
};

/** Every method of Open CTI for Lightning Experience, and what the page that frames the adapter makes of its arguments. */
export const methodChecks: Readonly<Record<string, Check>> = {
  enableClickToDial: nothing,
  disableClickToDial: nothing,
  onClickToDial: nothing,
  screenPop: screenPopProblem,
  searchAndScreenPop: searchProblem,
  saveLog: logProblem,
  runApex: all(text('apexClass'), text('methodName')),
  getCallCenterSettings: nothing,
  getSoftphoneLayout: nothing,
  getAppViewInfo: nothing,
  onNavigationChange: nothing,
  refreshView: nothing,
  isSoftphonePanelVisible: nothing,
  setSoftphonePanelVisibility: ({ visible }) =>
    typeof visible === 'boolean' ? undefined : invalidParameter('visible', 'boolean', visible),
  setSoftphonePanelHeight: pixels('heightPX', panelLimits.height),
  setSoftphonePanelWidth: pixels('widthPX', panelLimits.width),
  setSoftphonePanelIcon: text('key'),
  setSoftphonePanelLabel: text('label'),
  setSoftphoneItemIcon: text('key'),
  setSoftphoneItemLabel: text('label'),
  notifyInitializationComplete: nothing,
  'hvs.onWorkStart': nothing,
  'hvs.completeWork': all(text('workId'), object('attributes')),
  publish: all(text('channelName'), object('message')),
  subscribe: text('channelName'),
  unsubscribe: object('subscription')
};
