/**
 * The hosts from which Salesforce frames a page, as `scv-connector-base` 4.8.10 lists them in `windowMessageHandler`. The SDK looks at
 * scheme and host name only; a port plays no part.
 */
const salesforceHosts =
  /^https:\/\/[\w-.]+(lightning\.[\w]+\.soma\.force\.com|\.lightning\.force\.com|\.lightning\.pc-rnd\.force\.com|\.stm\.force\.com|\.vf\.force\.com|\.salesforce\.com|\.my\.salesforce-sites\.com|\.lightning\.localhost\.[\w]+\.force\.com|\.lightning\.force-com\.[\w.-]+\.crm\.dev|\.[\w-]+\.(salesforce|crmforce)\.mil|\.lightning\.(salesforce|crmforce)\.mil|\.sandbox\.lightning\.(salesforce|crmforce)\.mil)$/;

/** Whether the connector SDK would answer a page of this origin at all. */
export function isSalesforceOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && salesforceHosts.test(`${url.protocol}//${url.hostname}`);
}

/**
 * Whether the origin is one of the org's own, which are written as in a CSP `frame-ancestors`: an origin, or one with `*.` before its
 * first label. The port must be the same, the default one included.
 */
export function isOneOf(origin: string, sources: readonly string[]): boolean {
  const asked = URL.parse(origin);
  if (asked === null || asked.origin !== origin) return false;
  return sources.some((source) => {
    const own = URL.parse(source.replace('://*.', '://'));
    if (own === null || own.protocol !== asked.protocol || own.port !== asked.port) return false;
    return source.includes('://*.') ? asked.hostname.endsWith(`.${own.hostname}`) : asked.hostname === own.hostname;
  });
}
