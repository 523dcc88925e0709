import type { CallCenterSettings } from '../schema/call-center';
import type { UrlTemplate, VendorSettings } from '../schema/vendor-file';
import { missing, mustBe } from '../shape/problem';
import { filled, vendorOrigin, type Vendor } from '../vendor/vendor';
import { isSandboxLike, type Scope } from './scope';
import { suits } from './salesforce-host';
import { checkParameters } from './vendor-parameters';

export type AdapterUrlInput = {
  readonly key: string;
  readonly given: CallCenterSettings;
  readonly kind: string;
  readonly singleSignOn: boolean;
  readonly vendor: Vendor | undefined;
  readonly scope: Scope;
};

/** The adapter URL for this org: the admin's own, or the vendor's template filled in; empty once a problem is reported. */
export function resolveAdapterUrl(input: AdapterUrlInput): string {
  const { given, vendor } = input;
  if (vendor !== undefined) checkParameters(input, vendor);
  const url = given.adapterUrl === undefined ? fromTemplate(input) : own(input, given.adapterUrl);
  if (url === undefined) return '';
  const extra = Object.entries(given.urlParameters ?? {});
  checkExtra(extra, url, input);
  return withParameters(url, extra);
}

type Extra = readonly (readonly [name: string, value: string])[];

function checkExtra(extra: Extra, url: string, { key, vendor, scope }: AdapterUrlInput): void {
  for (const [name, value] of extra) {
    const path = ['callCenters', key, 'urlParameters', name];
    const isMark = vendor?.settings.sandboxParameters?.[name] !== undefined;
    if (!isMark && scope.org.kind === 'production' && saysSandbox(new URLSearchParams([[name, value]]))) {
      const fix = `Take it out; a sandbox gets it under orgs.NAME.overrides.callCenters.${key}.urlParameters`;
      scope.problem({
        ...mustBe(path, `left out, because ${scope.org.name} is a production org`, value, fix),
        atKey: true
      });
    }
    if (!isMark && !parametersOf(url).has(name)) continue;
    const message = isMark ? 'is decided by the kind of the org' : 'is in the adapter URL already';
    const fix = isMark ? 'Take the line out: a sandbox gets it, production never does' : 'Take one of the two out';
    scope.problem({
      path,
      atKey: true,
      message,
      expected: 'other parameters',
      got: value,
      fix
    });
  }
}

function own({ key, vendor, scope }: AdapterUrlInput, url: string): string {
  const path = ['callCenters', key, 'adapterUrl'];
  const { name, kind } = scope.org;
  const sandbox = isSandboxLike(kind);
  const marked = vendor === undefined ? undefined : sideOf(vendor.settings, url);
  if (marked === undefined && kind === 'production' && saysSandbox(parametersOf(url))) {
    const fix = `Take sandbox=true out; a sandbox gets its own under orgs.NAME.overrides.callCenters.${key}.adapterUrl`;
    scope.problem(mustBe(path, `a production URL, because ${name} is a ${kind} org`, url, fix));
  } else if (marked === (sandbox ? 'production' : 'sandbox') || !suits(url, kind)) {
    const fix =
      vendor === undefined || !url.startsWith('https:')
        ? `Give this org its own under orgs.${name}.overrides.callCenters.${key}.adapterUrl`
        : suggestion(vendor, sandbox, key, name);
    scope.problem(
      mustBe(
        path,
        sandbox
          ? `a sandbox URL, because ${name} is a ${kind} org`
          : `a production URL, because ${name} is a ${kind} org`,
        url,
        fix
      )
    );
  }
  return url;
}

/** The one spelling that several phone systems share. That it is missing says nothing: not every one has a sandbox side. */
function saysSandbox(parameters: URLSearchParams): boolean {
  return parameters.get('sandbox')?.toLowerCase() === 'true';
}

function suggestion({ settings }: Vendor, sandbox: boolean, key: string, org: string): string {
  const marks = new URLSearchParams(settings.sandboxParameters).toString();
  const change =
    marks === '' ? `with the ${sandbox ? 'sandbox' : 'production'} host` : `${sandbox ? 'with' : 'without'} ${marks}`;
  return `Leave adapterUrl out, so that it is derived from the vendor file, or write it ${change} under orgs.${org}.overrides.callCenters.${key}`;
}

/** Which side of the vendor an URL is on, by the sandbox parameters or by the host of the templates; undefined when neither tells. */
function sideOf({ sandboxParameters, adapterUrl }: VendorSettings, url: string): 'production' | 'sandbox' | undefined {
  const marks = Object.entries(sandboxParameters ?? {});
  if (marks.length > 0)
    return marks.every(([name, value]) => parametersOf(url).get(name) === value) ? 'sandbox' : 'production';
  const pairs = Object.values(adapterUrl).filter((template) => typeof template === 'object');
  if (pairs.some(({ sandbox }) => sameHost(sandbox, url))) return 'sandbox';
  return pairs.some(({ production }) => sameHost(production, url)) ? 'production' : undefined;
}

function sameHost(template: string, url: string): boolean {
  const host = /^https:\/\/([^/?#]+)/.exec(template)?.[1] ?? '';
  const pattern = host
    .split(/\{\w+\}/)
    .map(escaped)
    .join('[^.]+');
  return new RegExp(`^https://${pattern}(?:[/?#]|$)`, 'i').test(url);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');

function fromTemplate(input: AdapterUrlInput): string | undefined {
  const { key, given, kind, singleSignOn, vendor, scope } = input;
  const path = ['callCenters', key, 'adapterUrl'];
  if (vendor === undefined) {
    if (given.vendor === undefined)
      scope.problem(missing(path, 'an https URL or /apex/Page', 'Write it, or name a vendor whose file has one'));
    return undefined;
  }
  const side = singleSignOn ? 'singleSignOn' : 'ownLogin';
  const template = vendor.settings.adapterUrl[side];
  if (template === undefined || kind !== vendor.settings.callCenter.kind) {
    const when = template === undefined ? `${singleSignOn ? 'with' : 'without'} single sign-on` : `for ${kind}`;
    scope.problem(
      missing(path, 'an https URL or /apex/Page', `${vendor.document.file} has no adapter URL ${when}: write it here`)
    );
    return undefined;
  }
  const sandbox = isSandboxLike(scope.org.kind);
  const parameters = given.parameters ?? {};
  const url = filled(templateFor(template, sandbox), (name) => encodeURIComponent(parameters[name] ?? ''));
  const marks = sandbox ? Object.entries(vendor.settings.sandboxParameters ?? {}) : [];
  const derived = sandbox && (marks.length > 0 || typeof template === 'object') ? `; derived: ${scope.org.kind}` : '';
  const at =
    typeof template === 'string' ? ['adapterUrl', side] : ['adapterUrl', side, sandbox ? 'sandbox' : 'production'];
  scope.trace(path, `${vendorOrigin(vendor, at)} with callCenters.${key}.parameters${derived}`);
  return withParameters(url, marks);
}

const templateFor = (template: UrlTemplate, sandbox: boolean): string =>
  typeof template === 'string' ? template : sandbox ? template.sandbox : template.production;

function parametersOf(url: string): URLSearchParams {
  return new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '');
}

/** Appends to the text as it is, because a vendor may care about the order and the spelling of what stands before. */
function withParameters(url: string, parameters: readonly (readonly [string, string])[]): string {
  const [, beginning = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
  const added = parameters.reduce(
    (text, [name, value]) =>
      `${text}${text.includes('?') ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
    beginning
  );
  return added + fragment;
}
