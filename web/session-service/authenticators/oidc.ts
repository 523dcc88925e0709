import * as client from 'openid-client';
import type { ProviderAuthenticator, ProviderLeg } from './authenticator';
import { nameKey } from './users-file';

export type OidcOptions = {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a client that has none: its proof is the code verifier alone. */
  readonly clientSecret?: string | undefined;
  /** What the button says. */
  readonly label: string;
  /** Where the provider says the user's name in Salesforce, in the ID token or else in its user info. */
  readonly userNameClaim: string;
  /** Absent: by the issuer's address. */
  readonly isSalesforce?: boolean;
};

/**
 * How a provider is asked to show nothing. Salesforce documents `login`, `consent` and `select_account` for `prompt`, and `immediate` for
 * this [Salesforce Help, OAuth 2.0 Web Server Flow]; everybody else is asked in OpenID Connect's word.
 */
function silently({ issuer, isSalesforce }: OidcOptions): Readonly<Record<string, string>> {
  const isIts = isSalesforce ?? /\.salesforce\.(com|mil)$/.test(new URL(issuer).hostname);
  return isIts ? { immediate: 'true' } : { prompt: 'none' };
}

const providerSeconds = 10;
/** Seconds by which the provider's clock may differ from ours. */
const clockDifference = 30;

/**
 * Lets an OpenID Connect provider say who it is, by the authorization code flow with PKCE. The provider's user must be the user of
 * Salesforce that the login is for: the name that the page said is not proof, and the provider's is.
 */
export function createOidcAuthenticator(options: OidcOptions): ProviderAuthenticator {
  let known: Promise<client.Configuration> | undefined;
  /** Asked once; a provider that did not answer is asked again. */
  const provider = (): Promise<client.Configuration> => {
    known ??= discover(options).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const urlOf = async (
    { redirectUri, state, nonce, codeVerifier }: ProviderLeg,
    more: Readonly<Record<string, string>> = {}
  ): Promise<string> => {
    const challenge = await client.calculatePKCECodeChallenge(codeVerifier);
    const url = client.buildAuthorizationUrl(await provider(), {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state,
      nonce,
      ...more
    });
    return url.href;
  };
  return {
    kind: 'oidc',
    label: options.label,
    startUrl: (leg) => urlOf(leg),
    silentOrigin: new URL(options.issuer).origin,
    silentUrl: (leg) => urlOf(leg, silently(options)),
    finish: async ({ callbackUrl, leg, userName }) => {
      const name = await userNameFrom(await provider(), options.userNameClaim, callbackUrl, leg);
      return name !== undefined && nameKey(name) === nameKey(userName) ? { agentName: name } : undefined;
    }
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcOptions): Promise<client.Configuration> {
  const url = new URL(issuer);
  // The settings let only a provider on this computer do without encryption.
  const execute = url.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const metadata = { client_secret: clientSecret, [client.clockTolerance]: clockDifference };
  const proof = clientSecret === undefined ? client.None() : undefined;
  return client.discovery(url, clientId, metadata, proof, { execute, timeout: providerSeconds });
}

async function userNameFrom(
  config: client.Configuration,
  claim: string,
  callbackUrl: string,
  leg: ProviderLeg
): Promise<string | undefined> {
  const tokens = await client.authorizationCodeGrant(config, new URL(callbackUrl), {
    pkceCodeVerifier: leg.codeVerifier,
    expectedState: leg.state,
    expectedNonce: leg.nonce,
    idTokenExpected: true
  });
  const claims = tokens.claims();
  if (claims === undefined) return undefined;
  // Salesforce, like most, tells names only to whoever asks for the user info.
  const info =
    claims[claim] === undefined ? await client.fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
  const said = info[claim];
  // Whoever may write any address into his own profile is not the user of Salesforce with that address.
  if (claim === 'email' && (info.email_verified === false || info.email_verified === 'false')) return undefined;
  return typeof said === 'string' && said !== '' ? said : undefined;
}
