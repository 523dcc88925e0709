import type { ResolvedTrustedSite } from '../resolved-config';
import type { ResolvedCallCenter } from '../resolved-config/call-center';
import { mustBe } from '../shape/problem';
import type { Scope } from './scope';

type Use = ResolvedTrustedSite['uses'][number];

/** Sites that Lightning may frame and connect to: one for each host of the call centers' URLs, then the file's own. */
export function resolveTrustedSites(
  callCenters: readonly ResolvedCallCenter[],
  scope: Scope
): readonly ResolvedTrustedSite[] {
  const { derive = true, sites: own = [] } = scope.settings.trustedSites ?? {};
  const sites = new Map<string, ResolvedTrustedSite>();
  for (const { key, url, field, uses } of derive ? callCenters.flatMap(urlsOf) : []) {
    if (!URL.canParse(url)) continue; // a /apex/ page is the org's own, and a missing URL is reported where it is missing
    const { origin } = new URL(url);
    const name = siteName(origin);
    if (!sites.has(origin)) scope.trace(['trustedSites', name], `derived: callCenters.${key}.${field}`);
    sites.set(origin, { name, url: origin, uses: [...new Set([...(sites.get(origin)?.uses ?? []), ...uses])] });
  }
  const derived = [...sites.values()];
  own.forEach(({ name }, index) => {
    const path = ['trustedSites', 'sites', index];
    const again = own.findIndex((other) => other.name === name) < index || derived.some((site) => site.name === name);
    if (again) scope.problem(mustBe([...path, 'name'], 'a name that no other trusted site has', name));
    scope.trace(['trustedSites', name], path);
  });
  const given = own.map(({ name, url, uses }) => ({ name, url: url.replace(/\/$/, ''), uses }));
  return [...derived.filter(({ url }) => !given.some((site) => site.url === url)), ...given];
}

type SiteUrl = { readonly key: string; readonly url: string; readonly field: string; readonly uses: readonly Use[] };

/** Whether a vendor's page takes the microphone only its vendor knows; ours does. */
function urlsOf({ key, adapterUrl, standby, loginUrl, sessionPages }: ResolvedCallCenter): readonly SiteUrl[] {
  const connector: readonly Use[] = [
    'frame',
    'connect',
    ...(sessionPages === undefined ? [] : ['microphone' as const])
  ];
  return [
    { key, url: adapterUrl, field: 'adapterUrl', uses: connector },
    { key, url: standby?.url ?? '', field: 'standby.url', uses: ['frame'] },
    { key, url: loginUrl ?? '', field: 'loginUrl', uses: ['frame'] }
  ];
}

/** A developer name made of the host: `https://phone-eu.example.com` becomes `Ringdown_phone_eu_example_com`. */
function siteName(origin: string): string {
  return `Ringdown_${new URL(origin).host.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, 80).replace(/_$/, '');
}
