export type OrgKind = 'production' | 'sandbox' | 'scratch' | 'developer';

export type ResolvedOrg = {
  /** The name under `orgs:`. */
  readonly name: string;
  readonly kind: OrgKind;
  /** 18 characters; when given, an org with another id is refused. */
  readonly orgId?: string;
  /** Origin, such as `https://example.my.salesforce.com`; without it the org's own word counts. */
  readonly myDomain?: string;
  readonly login: Login;
};

/** A secret is named by where it is, never held here. */
export type SecretSource = { readonly env: string } | { readonly file: string } | { readonly stdin: true };

export type Login =
  | {
      readonly kind: 'local';
      /** What a new local org is seeded with beside the usual: `voice`, or the absolute path of a catalog file. */
      readonly catalog?: string;
    }
  | { readonly kind: 'sf'; readonly alias: string }
  | {
      readonly kind: 'jwt';
      readonly clientId: string;
      readonly username: string;
      readonly privateKey: SecretSource;
      /** Where the token is asked for: `https://login.salesforce.com`, `https://test.salesforce.com` or a My Domain. */
      readonly loginUrl: string;
    }
  | { readonly kind: 'auth-url'; readonly authUrl: SecretSource }
  | { readonly kind: 'access-token'; readonly accessToken: SecretSource; readonly instanceUrl: string };
