import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { orgId, origin } from './service-harness';

type Claims = Readonly<Record<string, unknown>>;
type ProviderClass = new (
  issuer: string,
  configuration: object
) => { readonly callback: () => Parameters<typeof createServer>[1] };
// It has no types of its own.
const { default: Provider } = require('oidc-provider') as { readonly default: ProviderClass };

/** What the service is registered as with it. */
export const providerClient = { clientId: 'ringdown', clientSecret: 'a client secret, long enough' } as const;
export const providerCallback = `${origin}/orgs/${orgId}/oidc/callback`;

/** An identity provider for a test: who signs in as `ada@example.com` has that name and address, and the `oid` ADA. */
export type TestProvider = {
  readonly issuer: string;
  /** Goes through the provider's own forms as that user; the answer is where the provider sends the browser. */
  readonly signIn: (start: string, user: string, cookies?: Map<string, string>) => Promise<string>;
  readonly close: () => void;
};

/** The address of `liar…` is one that the provider has not verified, and of `silent…` it does not say. */
export async function startTestProvider(): Promise<TestProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { clientId, clientSecret } = providerClient;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [providerCallback],
        token_endpoint_auth_method: 'client_secret_post'
      }
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'oid'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: (): Claims => ({
        ...{ sub: id, preferred_username: id, email: id, oid: id.split('@')[0]!.toUpperCase() },
        ...(id.startsWith('silent') ? {} : { email_verified: !id.startsWith('liar') })
      })
    })
  });
  server.on('request', oidc.callback() as never);
  return {
    issuer,
    signIn: (start, user, cookies = new Map()) => throughForms({ issuer, start, user, cookies }),
    close: () => {
      server.closeAllConnections();
      server.close();
    }
  };
}

type Visit = {
  readonly issuer: string;
  readonly start: string;
  readonly user: string;
  readonly cookies: Map<string, string>;
};

async function throughForms({ issuer, start, user, cookies }: Visit): Promise<string> {
  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) })
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  let response = await visit(start);
  for (let step = 0; step < 12; step += 1) {
    const location = response.headers.get('location');
    if (location?.startsWith(origin) === true) return location;
    if (location !== null) {
      response = await visit(new URL(location, issuer).href);
      continue;
    }
    const html = await response.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
    assert.ok(action !== undefined && prompt !== undefined, html);
    response = await visit(new URL(action, issuer).href, { prompt, login: user, password: 'x' });
  }
  throw new Error('The provider did not come to an end.');
}
