import type { ApiRequest, ApiResponse } from '../api';

/** Where everything of an org as OpenID provider is [Salesforce Help, OpenID Connect Discovery Endpoint]. */
export const discovery = ({ origin }: ApiRequest): ApiResponse => ({
  status: 200,
  body: {
    issuer: origin,
    authorization_endpoint: `${origin}/services/oauth2/authorize`,
    token_endpoint: `${origin}/services/oauth2/token`,
    revocation_endpoint: `${origin}/services/oauth2/revoke`,
    userinfo_endpoint: `${origin}/services/oauth2/userinfo`,
    jwks_uri: `${origin}/id/keys`,
    scopes_supported: ['id', 'api', 'web', 'openid', 'profile', 'email', 'address', 'phone', 'refresh_token'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    display_values_supported: ['page', 'popup', 'touch'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: [
      'active',
      'email',
      'email_verified',
      'family_name',
      'given_name',
      'name',
      'nickname',
      'organization_id',
      'preferred_username',
      'sub',
      'user_id',
      'zoneinfo'
    ]
  }
});
