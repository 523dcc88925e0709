import type { OrgKind } from '../resolved-config/org';

/** The kind of org that a Salesforce host belongs to, or undefined for any other host. Formats: My Domain URL formats in Salesforce Help. */
export function kindOfHost(url: string): OrgKind | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  if (hostname === 'test.salesforce.com') return 'sandbox';
  if (hostname === 'login.salesforce.com') return 'production';
  if (!/\.(salesforce|force|site|visualforce)\.com$/.test(hostname)) return undefined;
  if (/\.scratch\.(my|lightning|vf)\./.test(hostname)) return 'scratch';
  if (/\.(develop|trailblaze)\.(my|lightning|vf)\./.test(hostname)) return 'developer';
  // before enhanced domains a sandbox was example--uat.my.salesforce.com, without `.sandbox`; a managed page is example--ns.vf.force.com
  if (/\.sandbox\.(my|lightning|vf)\./.test(hostname) || /^[^.]+--[^.]+\.my\.salesforce\.com$/.test(hostname))
    return 'sandbox';
  return 'production';
}

const fitting: Readonly<Record<OrgKind, readonly OrgKind[]>> = {
  production: ['production'],
  developer: ['production', 'developer'],
  sandbox: ['sandbox'],
  scratch: ['sandbox', 'scratch']
};

/** Whether a URL can belong to an org of this kind; a host that is not Salesforce's always can. */
export function suits(url: string, kind: OrgKind): boolean {
  const host = kindOfHost(url);
  return host === undefined || fitting[kind].includes(host);
}
