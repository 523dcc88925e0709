/**
 * The sources of `frame-ancestors`, one list for each policy that has the directive; all of them must allow a page. Several
 * policies come in several headers, which are joined by commas (CSP Level 3, 2.2).
 */
export function frameAncestorsOf(header: string | undefined): readonly (readonly string[])[] {
  return (header ?? '').split(',').flatMap((policy) => {
    const directive = policy
      .split(';')
      .map((text) => text.trim().split(/\s+/))
      .find(([name]) => name?.toLowerCase() === 'frame-ancestors');
    return directive === undefined ? [] : [directive.slice(1)];
  });
}

/** Whether one of the sources is this origin, as a browser compares them; an empty list and 'none' allow nobody. */
export function allows(sources: readonly string[], origin: string, page: string): boolean {
  return sources.some((source) => matches(source, origin, page));
}

function matches(source: string, origin: string, page: string): boolean {
  const text = source.toLowerCase();
  if (text === '*' || text === 'https:') return true;
  if (text === "'self'") return new URL(page).origin === origin;
  const found = /^(?:(https?):\/\/)?(\*\.)?([a-z0-9.-]+)(?::(\d+|\*))?\/?$/.exec(text);
  if (found === null) return false;
  const [, , wildcard, host = '', port = '443'] = found;
  const { hostname } = new URL(origin);
  const isHost = wildcard === undefined ? hostname === host : hostname.endsWith(`.${host}`);
  // http in a policy covers https as well; Salesforce's hosts have no port of their own.
  return isHost && ['443', '*'].includes(port);
}
