import * as client from 'openid-client';
import type { ProviderAuthenticator, ProviderLeg } from './authenticator';
import { isComparable, neededClaims, provedName, valueAt, type ClaimNames, type Claims } from './proved-name';

export type OidcOptions = ClaimNames & {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a client that has none: its proof is the code verifier alone. */
  readonly clientSecret?: string | undefined;
  /** What the button says. */
  readonly label: string;
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
/** So long ago a user may have signed in at the provider whom nothing ties to the user of the page. */
const freshSeconds = 60;
const afresh = { prompt: 'login', max_age: String(freshSeconds) };

/**
 * Lets an OpenID Connect provider say who it is, by the authorization code flow with PKCE. The provider's user must be the user of
 * Salesforce that the login is for: what the page said is not proof, and what the provider says is. A provider that knows nothing of what
 * the page said is made to ask for the password again: whom somebody left signed in on this computer is not the rep who sits there.
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
    startUrl: ({ leg, matchBy, told }) => urlOf(leg, isComparable(matchBy, told, options) ? {} : afresh),
    mayBeSilent: ({ matchBy, told }) => isComparable(matchBy, told, options),
    silentOrigin: new URL(options.issuer).origin,
    silentUrl: (leg) => urlOf(leg, silently(options)),
    finish: async ({ callbackUrl, leg, matchBy, told }) => {
      const maxAge = isComparable(matchBy, told, options) ? undefined : freshSeconds;
      const claims = await claimsFrom(await provider(), { callbackUrl, leg, maxAge }, neededClaims(matchBy, options));
      const agentName = provedName(matchBy, told, claims, options);
      return agentName === undefined ? undefined : { agentName };
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

type Return = { readonly callbackUrl: string; readonly leg: ProviderLeg; readonly maxAge: number | undefined };

async function claimsFrom(
  config: client.Configuration,
  { callbackUrl, leg, maxAge }: Return,
  needed: readonly string[]
): Promise<Claims> {
  const tokens = await client.authorizationCodeGrant(config, new URL(callbackUrl), {
    pkceCodeVerifier: leg.codeVerifier,
    expectedState: leg.state,
    expectedNonce: leg.nonce,
    idTokenExpected: true,
    ...(maxAge === undefined ? {} : { maxAge })
  });
  const claims = tokens.claims();
  if (claims === undefined) return {};
  const isWhole = needed.every((claim) => valueAt(claims, claim) !== undefined);
  if (isWhole && (!needed.includes('email') || claims['email_verified'] !== undefined)) return claims;
  // Salesforce, like most, tells names only to whoever asks for the user info.
  const info = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
  // An address is verified by the word that stands beside it.
  const { email, email_verified } = claims['email_verified'] === undefined ? info : claims;
  return { ...info, ...claims, email, email_verified };
}
