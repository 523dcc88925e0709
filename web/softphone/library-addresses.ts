import { isOneOf } from '../shared/origin';

/** The version of Open CTI that this page was written for; Lightning Message Service came with 47. */
const version = '60.0';

/**
 * Where `opencti_min.js` may be: at the org's own hosts, the one that frames this page first. Salesforce says that host in
 * `sfdcIframeOrigin`, which it writes in two ways, and which anybody may write: a host that is not the org's counts for nothing.
 */
export function libraryAddresses(search: string, ownOrigins: readonly string[]): readonly string[] {
  const said = [...new URLSearchParams(search)].find(([name]) => name.toLowerCase() === 'sfdciframeorigin')?.[1];
  const first = said !== undefined && isOneOf(said, ownOrigins) ? [said] : [];
  return [...new Set([...first, ...ownOrigins])].map(
    (origin) => `${origin}/support/api/${version}/lightning/opencti_min.js`
  );
}
