import type { RunningOrg } from '../start-org';

/** What the org answered; `body` is the JSON, or the text of anything else. */
export type Answer = { readonly status: number; readonly body: any }; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look at whatever comes

/** Talks to an org of these tests as its administrator, or with another token. */
export type OrgClient = {
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>
  ) => Promise<Answer>;
  /** Records of a query, or the error as it came. */
  readonly query: (soql: string, api?: 'data' | 'tooling') => Promise<any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
};

/** `/services/data/v67.0` precedes paths that begin with `~`. */
export function clientOf(org: Pick<RunningOrg, 'url' | 'accessToken'>, accessToken = org.accessToken): OrgClient {
  const ask: OrgClient['ask'] = async (method, path, body, headers = {}) => {
    const response = await fetch(org.url + path.replace(/^~/, '/services/data/v67.0'), {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
  const query: OrgClient['query'] = async (soql, api = 'data') => {
    const base = api === 'tooling' ? '~/tooling/query' : '~/query';
    const body: unknown = (await ask('GET', `${base}?q=${encodeURIComponent(soql)}`)).body;
    const [error] = Array.isArray(body) ? (body as { errorCode: string; message: string }[]) : [];
    return error ? { error: error.errorCode, message: error.message } : body;
  };
  return { ask, query };
}
