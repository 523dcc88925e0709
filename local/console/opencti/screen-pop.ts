import { invalidParameter, wrongParameter } from './api-errors';
import type { ApiError } from './wire';

/** `sforce.opencti.SCREENPOP_TYPE`; its keys are documented, its values are those of the library of API 43. */
export const screenPopTypes = {
  URL: 'url',
  SOBJECT: 'sobject',
  OBJECTHOME: 'objecthome',
  LIST: 'list',
  SEARCH: 'search',
  NEW_RECORD_MODAL: 'newRecord',
  FLOW: 'flow'
} as const;

/** `sforce.opencti.CALL_TYPE`. */
export const callTypes = { INBOUND: 'inbound', OUTBOUND: 'outbound', INTERNAL: 'internal' } as const;

/** An argument that is given to a flow; one that the flow does not know is ignored. */
export type FlowArgument = { readonly name: string; readonly type?: string; readonly value: unknown };

/** Where a screen pop goes. */
export type ScreenPop =
  | { readonly type: 'sobject'; readonly params: { readonly recordId: string } }
  | { readonly type: 'url'; readonly params: { readonly url: string } }
  | { readonly type: 'objecthome'; readonly params: { readonly scope: string } }
  | { readonly type: 'list'; readonly params: { readonly listViewId: string; readonly scope?: string } }
  | { readonly type: 'search'; readonly params: { readonly searchString: string } }
  | {
      readonly type: 'newRecord';
      readonly params: {
        readonly entityName: string;
        readonly defaultFieldValues?: Readonly<Record<string, unknown>>;
      };
    }
  | {
      readonly type: 'flow';
      readonly params: { readonly flowDevName: string; readonly flowArgs?: readonly FlowArgument[] };
    };

/** The shortest text that may be searched for [Open CTI guide, screenPop]. */
export const shortestSearch = 3;

type Given = Readonly<Record<string, unknown>>;

/** What is wrong with the arguments of `screenPop`; undefined when it can be done. */
export function screenPopProblem({ type, params }: Given): ApiError | undefined {
  const types: readonly unknown[] = Object.values(screenPopTypes);
  if (!types.includes(type)) return wrongParameter('type', `It must be one of ${types.join(', ')}.`);
  if (typeof params !== 'object' || params === null) return invalidParameter('params', 'object', params);
  const given = params as Given;
  const [first = ''] = needed[type as ScreenPop['type']];
  for (const name of needed[type as ScreenPop['type']])
    if (typeof given[name] !== 'string' || given[name] === '') return invalidParameter(name, 'string', given[name]);
  const value = String(given[first]);
  switch (type as ScreenPop['type']) {
    case 'sobject':
      return /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(value)
        ? undefined
        : wrongParameter('recordId', 'It must be the ID of a record.');
    case 'url':
      return /^\/(?!\/)/.test(value) ? undefined : wrongParameter('url', 'It must be a relative URL.');
    case 'search':
      return value.trim().length >= shortestSearch
        ? undefined
        : wrongParameter('searchString', `It must be at least ${shortestSearch} characters long.`);
    case 'newRecord':
      return isOptionalObject(given['defaultFieldValues'])
        ? undefined
        : invalidParameter('defaultFieldValues', 'object', given['defaultFieldValues']);
    case 'flow':
      return given['flowArgs'] === undefined || Array.isArray(given['flowArgs'])
        ? undefined
        : invalidParameter('flowArgs', 'array', given['flowArgs']);
    default:
      return undefined;
  }
}

const needed: Readonly<Record<ScreenPop['type'], readonly string[]>> = {
  sobject: ['recordId'],
  url: ['url'],
  objecthome: ['scope'],
  list: ['listViewId'],
  search: ['searchString'],
  newRecord: ['entityName'],
  flow: ['flowDevName']
};

const isOptionalObject = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));
