import { doubt, fine, unseen, type Evidence } from './finding';
import { rowsOf, textIn, type Row } from './row';

/** A page that Lightning frames, and whether it also connects to it. */
type Page = { readonly origin: string; readonly isConnected: boolean };

/**
 * Whether a trusted URL covers each page of the call centers, by what SetupHealth.callCenters and SetupHealth.trustedSites
 * answered: the phone page is framed and connected to, the page for when it is down and the login page are framed.
 */
export function checkSites(centers: unknown, sites: unknown): readonly Evidence[] {
  const pages = pagesOf(rowsOf(centers));
  if (pages.length === 0) return [fine('sites-unneeded')];
  const trusted = inLightning(sites);
  return pages.map(({ origin, isConnected }) => {
    const covering = trusted.filter((site) => covers(textIn(site, 'EndpointUrl'), origin));
    if (covering.length === 0) return doubt('sites-none', origin);
    if (!covering.some((site) => site.IsApplicableToFrameSrc === true)) return doubt('sites-unframed', origin);
    const connects = covering.some((site) => site.IsApplicableToConnectSrc === true);
    return isConnected && !connects ? doubt('sites-unconnected', origin) : fine('plain', origin);
  });
}

/** Which trusted URLs may use the microphone, which takes a header of the org that no query shows. */
export function checkMicrophone(sites: unknown): readonly Evidence[] {
  const hearing = inLightning(sites).filter((site) => site.CanAccessMicrophone === true);
  if (hearing.length === 0) return [fine('microphone-unneeded')];
  return [unseen('microphone-header', hearing.map((site) => textIn(site, 'EndpointUrl')).join(', '))];
}

function inLightning(sites: unknown): readonly Row[] {
  return rowsOf(sites).filter((site) => site.IsActive === true && ['All', 'LEX'].includes(textIn(site, 'Context')));
}

/** Each origin once, in the order of the call centers; a page of the org itself needs no trust. */
function pagesOf(centers: readonly Row[]): readonly Page[] {
  const pages = new Map<string, Page>();
  for (const center of centers) {
    const settings = settingsOf(textIn(center, 'CustomSettings'));
    const framed = [settings.reqStandbyUrl, settings.scvVendorLoginUrl];
    for (const [address, isConnected] of [
      [textIn(center, 'AdapterUrl'), true],
      ...framed.map((each) => [each, false] as const)
    ] as const) {
      const origin = originOf(address);
      if (origin === undefined) continue;
      pages.set(origin, { origin, isConnected: isConnected || pages.get(origin)?.isConnected === true });
    }
  }
  return [...pages.values()];
}

/** CallCenter.CustomSettings is a flat JSON object, or empty. */
function settingsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const settings: unknown = JSON.parse(text);
    return typeof settings === 'object' && settings !== null ? (settings as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** The origin of an absolute address. */
function originOf(address: unknown): string | undefined {
  const [, origin] = /^(https?:\/\/[^/?#\s]+)/i.exec(typeof address === 'string' ? address : '') ?? [];
  return origin?.toLowerCase();
}

/** A trusted URL is an origin, perhaps with a path, and `*.` in its host stands for every host below it. */
function covers(trusted: string, origin: string): boolean {
  const own = originOf(trusted) ?? '';
  if (!own.includes('://*.')) return own === origin;
  const [scheme = '', host = ''] = own.split('*');
  return origin.startsWith(scheme) && origin.endsWith(host);
}
