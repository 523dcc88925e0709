/** Each scope as metadata spells it, with what a client asks for [Metadata API guide, ExtlClntAppOauthSettings]. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  Basic: ['id', 'profile', 'email', 'address', 'phone'],
  OpenID: ['openid'],
  Api: ['api'],
  Web: ['web'],
  Full: ['full'],
  Chatter: ['chatter_api'],
  CustomApplications: ['visualforce'],
  RefreshToken: ['refresh_token', 'offline_access'],
  CustomPermissions: ['custom_permissions'],
  Wave: ['wave_api'],
  Eclair: ['eclair_api'],
  Pardot: ['pardot_api'],
  Lightning: ['lightning'],
  Content: ['content'],
  CDPIngest: ['cdp_ingest_api'],
  CDPProfile: ['cdp_profile_api'],
  CDPQuery: ['cdp_query_api'],
  Chatbot: ['chatbot_api'],
  CDPSegment: ['cdp_segment_api'],
  CDPIdentityResolution: ['cdp_identityresolution_api'],
  CDPCalculatedInsight: ['cdp_calculated_insight_api'],
  SFApiPlatform: ['sfap_api'],
  Interaction: ['interaction_api'],
  EinsteinGPT: ['einstein_gpt_api'],
  PwdlessLogin: ['pwdless_login_api'],
  ForgotPassword: ['forgot_password'],
  UserRegistration: ['user_registration_api'],
  MCP: ['mcp_api'],
  SCRT: ['scrt_api']
};

/** Spelled apart in the guide, and the same as the whole. */
const same: Readonly<Record<string, string>> = {
  Profile: 'Basic',
  Email: 'Basic',
  Address: 'Basic',
  Phone: 'Basic',
  OfflineAccess: 'RefreshToken'
};

/** The parts of a comma-separated list. */
export const partsOf = (list: string): readonly string[] =>
  list.split(',').flatMap((part) => (part.trim() === '' ? [] : part.trim()));

/** The first scope of the list that no org knows. */
export const unknownScope = (list: string): string | undefined =>
  partsOf(list).find((scope) => !((same[scope] ?? scope) in scopes));

/** The list as an org gives it back: each scope once, under the name of the whole. */
export const canonicalScopes = (list: string): string =>
  [...new Set(partsOf(list).map((scope) => same[scope] ?? scope))].sort().join(', ');

/** What a client may ask for with these scopes. */
export const scopesOf = (list: string): readonly string[] =>
  partsOf(list).flatMap((scope) => scopes[same[scope] ?? scope] ?? []);
