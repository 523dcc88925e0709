import { fieldsOf } from '../shared/session-wire/plain-value';

/** What the rep's call center says to this page. */
export type CallCenter = {
  /** Pixels of the panel when it is opened. */
  readonly height: number;
  readonly width: number;
  /** The message channel of our package, with the namespace that the call center names. */
  readonly channelName: string;
  /** What comes before the name of an Apex class of our package. */
  readonly classPrefix: string;
  /** What comes before the name of a field of our package. */
  readonly fieldPrefix: string;
};

const [usualHeight, usualWidth] = [500, 300];

/**
 * Reads what `getCallCenterSettings` returned: a map from `/<section>/<item>` to text. Without `/ringdown/labelNamespace`, and with the
 * `c` of an org that has our sources, our names have nothing before them.
 */
export function readCallCenter(value: unknown): CallCenter | undefined {
  const settings = fieldsOf(value);
  if (settings === undefined || Object.keys(settings).length === 0) return undefined;
  const namespace = itemOf(settings, 'labelNamespace') ?? '';
  const isNamed = /^[A-Za-z]\w{0,14}$/.test(namespace) && namespace !== 'c';
  return {
    height: pixelsIn(settings, 'reqSoftphoneHeight', usualHeight),
    width: pixelsIn(settings, 'reqSoftphoneWidth', usualWidth),
    channelName: `${isNamed ? `${namespace}__` : ''}RingdownPhone__c`,
    classPrefix: isNamed ? `${namespace}.` : '',
    fieldPrefix: isNamed ? `${namespace}__` : ''
  };
}

type Settings = Readonly<Record<string, unknown>>;

/** The section of an item is the administrator's business. */
function itemOf(settings: Settings, item: string): string | undefined {
  const found = Object.entries(settings).find(([name]) => name === item || name.endsWith(`/${item}`))?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : undefined;
}

function pixelsIn(settings: Settings, item: string, usual: number): number {
  const pixels = Number(itemOf(settings, item));
  return Number.isInteger(pixels) && pixels >= 200 && pixels <= 2560 ? pixels : usual;
}
