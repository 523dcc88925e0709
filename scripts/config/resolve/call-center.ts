import type { ResolvedCallCenter } from '../resolved-config/call-center';
import type { CallCenterSettings } from '../schema/call-center';
import type { VendorSettings } from '../schema/vendor-file';
import { missing, mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import { vendorOrigin, type Vendor } from '../vendor/vendor';
import { resolveAdapterUrl, type AdapterUrlInput } from './adapter-url';
import type { Scope } from './scope';
import { resolveSessionPages } from './session-pages';
import { resolveVoice } from './voice';

/** One call center with the vendor's values and the derived ones filled in. */
export function resolveCallCenter(key: string, given: CallCenterSettings, scope: Scope): ResolvedCallCenter {
  const path: Path = ['callCenters', key];
  const vendor = given.vendor === undefined ? undefined : scope.vendors.get(given.vendor);
  const from = vendorValues(path, vendor, scope);
  scope.trace([...path, 'key'], path);
  const kind = given.kind ?? from('kind');
  const internalName = given.internalName ?? from('internalName');
  const displayName = given.displayName ?? from('displayName');
  const known = given.vendor === undefined || vendor !== undefined;
  if (kind === undefined && known) scope.problem(missing([...path, 'kind'], 'open-cti or voice'));
  if (internalName === undefined && known)
    scope.problem(missing([...path, 'internalName'], '1 to 40 letters and digits'));
  if (displayName === undefined && known)
    scope.problem(missing([...path, 'displayName'], 'text of 1 to 80 characters'));
  const pages = resolveSessionPages(key, given, kind, scope);
  const singleSignOn =
    pages === undefined && (given.singleSignOn ?? from('singleSignOn') ?? given.loginUrl === undefined);
  if (pages === undefined) checkLogin(key, { given, kind, singleSignOn, scope });
  checkSections(key, given, scope);
  const named = { internalName: internalName ?? '', displayName: displayName ?? '' };
  const voice = resolveVoice(key, { given, kind, ...named, scope });
  return {
    key,
    kind: kind ?? 'open-cti',
    origin: given.origin ?? from('origin') ?? 'own',
    ...(given.vendor === undefined ? {} : { vendor: given.vendor }),
    ...named,
    displayNameLabel: given.displayNameLabel ?? 'Display Name',
    internalNameLabel: given.internalNameLabel ?? 'InternalName',
    singleSignOn,
    ...connectedApp(path, { singleSignOn, vendor, scope }),
    ...(pages ?? typedPages({ key, given, kind: kind ?? '', singleSignOn, vendor, scope })),
    softphone: softphone(path, { given, kind, vendor, scope }),
    ...standby(path, given, scope),
    ...dialing(given),
    sections: given.sections ?? [],
    ...(voice === undefined ? {} : { voice })
  };
}

function typedPages(input: AdapterUrlInput): Pick<ResolvedCallCenter, 'adapterUrl' | 'loginUrl'> {
  const { loginUrl } = input.given;
  return { adapterUrl: resolveAdapterUrl(input), ...(loginUrl === undefined ? {} : { loginUrl }) };
}

/** Reads a default of the vendor file and notes that it came from there. */
function vendorValues(path: Path, vendor: Vendor | undefined, scope: Scope) {
  return <Name extends keyof VendorSettings['callCenter']>(
    name: Name
  ): VendorSettings['callCenter'][Name] | undefined => {
    const value = vendor?.settings.callCenter[name];
    if (vendor !== undefined && value !== undefined)
      scope.trace([...path, name], vendorOrigin(vendor, ['callCenter', name]));
    return value;
  };
}

/** A phone system with a login of its own asks nothing of Salesforce. */
function connectedApp(
  path: Path,
  { singleSignOn, vendor, scope }: Pick<AdapterUrlInput, 'singleSignOn' | 'vendor' | 'scope'>
): Pick<ResolvedCallCenter, 'connectedApp'> {
  const given = vendor?.settings.connectedApp;
  if (vendor === undefined || given === undefined || !singleSignOn) return {};
  scope.trace([...path, 'connectedApp'], vendorOrigin(vendor, ['connectedApp']));
  return { connectedApp: { name: given.name, invented: given.invented ?? false, file: vendor.document.file } };
}

type Part = { readonly given: CallCenterSettings; readonly kind: string | undefined; readonly scope: Scope };

function softphone(
  path: Path,
  { given, kind, vendor, scope }: Part & { readonly vendor: Vendor | undefined }
): ResolvedCallCenter['softphone'] {
  const defaults = vendor?.settings.callCenter.softphone ?? {};
  for (const name of ['height', 'width', 'mode'] as const) {
    if (given.softphone?.[name] === undefined && defaults[name] !== undefined && vendor !== undefined) {
      scope.trace([...path, 'softphone', name], vendorOrigin(vendor, ['callCenter', 'softphone', name]));
    }
  }
  const {
    height = 300,
    width = 500,
    mode = kind === 'voice' ? 'Lightning' : 'Classic_and_Lightning'
  } = { ...defaults, ...given.softphone };
  return { height, width, mode };
}

function standby(
  path: Path,
  { standby: given }: CallCenterSettings,
  scope: Scope
): Pick<ResolvedCallCenter, 'standby'> {
  if (given === undefined) return {};
  scope.trace([...path, 'standby', 'timeoutMilliseconds'], [...path, 'standby', 'timeout']);
  return { standby: { url: given.url, timeoutMilliseconds: given.timeout } };
}

function dialing({ dialing: given }: CallCenterSettings): Pick<ResolvedCallCenter, 'dialing'> {
  if (given === undefined) return {};
  const { outsidePrefix = '', longDistancePrefix = '', internationalPrefix = '' } = given;
  return { dialing: { outsidePrefix, longDistancePrefix, internationalPrefix } };
}

function checkLogin(
  key: string,
  { given, kind, singleSignOn, scope }: Part & { readonly singleSignOn: boolean }
): void {
  const path = ['callCenters', key, 'loginUrl'];
  if (given.loginUrl === undefined) {
    if (kind === 'voice' && !singleSignOn) {
      scope.problem(
        missing(
          path,
          'an https URL',
          'Without single sign-on reps need the telephony login page; or set singleSignOn: true'
        )
      );
    }
    return;
  }
  if (kind === 'open-cti') {
    scope.problem({
      ...mustBe(
        path,
        'left out for open-cti',
        given.loginUrl,
        'Only voice shows a login page; an Open CTI adapter logs in on its own page'
      ),
      atKey: true
    });
  } else if (singleSignOn) {
    scope.problem({
      ...mustBe(path, 'left out with single sign-on', given.loginUrl, 'Set singleSignOn: false, or take loginUrl out'),
      atKey: true
    });
  }
}

function checkSections(key: string, { sections = [] }: CallCenterSettings, scope: Scope): void {
  const path: Path = ['callCenters', key, 'sections'];
  for (const [index, { name, items }] of sections.entries()) {
    if (sections.findIndex((other) => other.name === name) < index)
      scope.problem(mustBe([...path, index, 'name'], 'a name that no other section has', name));
    for (const [position, item] of items.entries()) {
      const again = items.findIndex((other) => other.name === item.name) < position;
      if (again)
        scope.problem(
          mustBe([...path, index, 'items', position, 'name'], 'a name that no other item of the section has', item.name)
        );
    }
  }
}
