/** The origins of one org that matter to pages in it. */
export type OrgDomains = {
  /** Those that may frame a page of the phone: Lightning, My Domain, and the org's own Visualforce pages. */
  readonly frameAncestors: readonly string[];
  /** Where the Telephony Integration REST API answers. */
  readonly scrtUrl: string;
};

/**
 * The other spellings of a My Domain. A sandbox is `example--uat.sandbox`, other kinds have a word of their own at that place, and
 * production none (Salesforce Help, My Domain URL Formats, enhanced domains). Undefined for any other host.
 */
export function orgDomains(myDomain: string): OrgDomains | undefined {
  const found = /^https:\/\/([a-z0-9-]+)(\.[a-z]+)?\.my\.salesforce\.com$/.exec(myDomain);
  if (found === null) return undefined;
  const [, name = '', kind = ''] = found;
  return {
    frameAncestors: [
      `https://${name}${kind}.lightning.force.com`,
      `https://${name}${kind}.my.salesforce.com`,
      // c stands for what no package brought.
      `https://${name}--c${kind}.vf.force.com`
    ],
    scrtUrl: `https://${name}${kind}.my.salesforce-scrt.com`
  };
}
