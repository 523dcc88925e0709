import { systemClock } from '../../scripts/clock';
import { sfSession } from '../../scripts/org/login/sf-login';
import { startOrg } from '../../local/org/start-org';

export type Connection = {
  /** Whether this is a real Salesforce org and not the stand-in. */
  readonly real: boolean;
  /** Sends one request with the session and reads the answer as JSON. */
  request(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  close(): Promise<void>;
};

export type Answered = { readonly status: number; readonly body: unknown; readonly text: string };

/** The org under contract: the local one always, or the login that the sf CLI stored under the name in TEST_ORG. */
export async function connectToOrg(name = process.env['TEST_ORG']): Promise<Connection> {
  if (name !== undefined && name !== '') {
    const { instanceUrl, accessToken } = await sfSession(name, name, () => systemClock.now());
    return connection(true, instanceUrl, accessToken, () => Promise.resolve());
  }
  const org = await startOrg({ kind: 'sandbox' });
  return connection(false, org.url, org.accessToken, () => org.close());
}

function connection(real: boolean, url: string, accessToken: string, close: () => Promise<void>): Connection {
  return {
    real,
    close,
    request: async (method, path, body, headers = {}) => {
      const isRaw = body instanceof Uint8Array || typeof body === 'string';
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${accessToken}`,
          ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
          ...headers
        },
        body: body === undefined ? undefined : isRaw ? (body as RequestInit['body']) : JSON.stringify(body)
      });
      const text = await response.text();
      return {
        status: response.status,
        text,
        body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : text
      };
    }
  };
}
