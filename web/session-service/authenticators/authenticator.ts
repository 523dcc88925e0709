import type { MatchBy, ToldUser } from './proved-name';

/**
 * Who logged in: the name in the phone system. `stamp` is another one as soon as the login would not go the same way again; an
 * authenticator that hears nothing of its users later gives none.
 */
export type Identity = { readonly agentName: string; readonly stamp?: string };

/** For whom the login is: what the page said, which narrows the login and proves nothing. */
export type LoginFor = { readonly orgId: string; readonly userName: string };

/** Says whether a name and a password belong together. A name that it does not know takes as long as one that it knows. */
export type PasswordAuthenticator = {
  readonly kind: 'password';
  readonly verify: (
    login: LoginFor & { readonly username: string; readonly password: string }
  ) => Promise<Identity | undefined>;
  /** Whether a login that ended with this identity still stands. */
  readonly stands: (identity: Identity) => Promise<boolean>;
};

/** What must come back from the provider with the browser, kept between the two legs. */
export type ProviderLeg = {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
};

/** For whom a login at a provider is, and the field by which the org knows its agents. */
export type ProviderLogin = { readonly matchBy: MatchBy; readonly told: ToldUser };

/** Lets an identity provider say who it is, in a window of its own. */
export type ProviderAuthenticator = {
  readonly kind: 'oidc';
  /** What the button says, such as the provider's name. */
  readonly label: string;
  readonly startUrl: (login: ProviderLogin & { readonly leg: ProviderLeg }) => Promise<string>;
  /** Whether a user who is signed in there already may be taken: only where what it proves is compared with whom the page serves. */
  readonly mayBeSilent: (login: ProviderLogin) => boolean;
  /** The only origin from which the login page lets a frame ask for a sign-in without a click. */
  readonly silentOrigin: string;
  /** The same for a user who is signed in there already: the provider shows nothing, and answers with a code or an error. */
  readonly silentUrl: (leg: ProviderLeg) => Promise<string>;
  /** Nobody when the provider's user is not the one that the login is for; throws when the provider's answer is not right. */
  readonly finish: (
    login: ProviderLogin & { readonly callbackUrl: string; readonly leg: ProviderLeg }
  ) => Promise<Identity | undefined>;
};

export type Authenticator = PasswordAuthenticator | ProviderAuthenticator;

/** By org id; `*` is for every org that has none of its own. */
export type Authenticators = Readonly<Record<string, readonly Authenticator[]>>;

export function authenticatorsOf(authenticators: Authenticators, orgId: string): readonly Authenticator[] {
  return authenticators[orgId] ?? authenticators['*'] ?? [];
}
