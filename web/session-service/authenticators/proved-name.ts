import { nameKey } from './users-file';

/** The field of the Salesforce user that is the agent's name in the phone system. */
export const matchFields = ['Username', 'Email', 'FederationIdentifier'] as const;
export type MatchBy = (typeof matchFields)[number];

/** What the page said of its user; nobody signed it, so it narrows a login and proves nothing. */
export type ToldUser = {
  readonly userName: string;
  readonly email?: string | undefined;
  readonly federationId?: string | undefined;
};

/** Where a provider says what; a dot leads into a claim that has claims of its own. */
export type ClaimNames = {
  /** The Username in Salesforce; absent where the provider does not know it. */
  readonly userNameClaim?: string | undefined;
  /** The Federation ID in Salesforce; absent where the provider does not know it. */
  readonly federationIdClaim?: string | undefined;
};

export type Claims = Readonly<Record<string, unknown>>;

/** The claims that the provider must give; the rest of them may stay away. */
export function neededClaims(matchBy: MatchBy, names: ClaimNames): readonly string[] {
  const { userNameClaim, federationIdClaim } = withDefaults(matchBy, names);
  const own = { Username: userNameClaim, Email: 'email', FederationIdentifier: federationIdClaim }[matchBy];
  return [own, userNameClaim].filter((claim) => claim !== undefined);
}

/**
 * Whether what the provider proves can be compared with whom the page serves. The connector of Voice is told the Username only, so with a
 * provider that does not know it nothing ties the two together, and whoever signs in has to do it afresh.
 */
export function isComparable(matchBy: MatchBy, told: ToldUser, names: ClaimNames): boolean {
  return withDefaults(matchBy, names).userNameClaim !== undefined || toldField(matchBy, told) !== undefined;
}

/**
 * The value of the field that the provider proves, which is the agent's name; undefined when it proves none, or one of another user than
 * the page's. Nothing that the page said is ever the answer.
 */
export function provedName(matchBy: MatchBy, told: ToldUser, claims: Claims, given: ClaimNames): string | undefined {
  const names = withDefaults(matchBy, given);
  const proved = provedField(matchBy, claims, names);
  if (proved === undefined) return undefined;
  const field = toldField(matchBy, told);
  if (field !== undefined && !isSame(matchBy, field, proved)) return undefined;
  if (names.userNameClaim === undefined) return proved;
  const userName = textAt(claims, names.userNameClaim);
  return userName !== undefined && nameKey(userName) === nameKey(told.userName) ? proved : undefined;
}

/** A provider that has to say the Username and is not told how says it as most do. */
function withDefaults(matchBy: MatchBy, names: ClaimNames): ClaimNames {
  return matchBy === 'Username' ? { ...names, userNameClaim: names.userNameClaim ?? 'preferred_username' } : names;
}

function provedField(
  matchBy: MatchBy,
  claims: Claims,
  { userNameClaim, federationIdClaim }: ClaimNames
): string | undefined {
  switch (matchBy) {
    case 'Username':
      return textAt(claims, userNameClaim);
    case 'Email':
      return textAt(claims, 'email');
    case 'FederationIdentifier':
      return textAt(claims, federationIdClaim);
    default:
      return matchBy satisfies never;
  }
}

function toldField(matchBy: MatchBy, { userName, email, federationId }: ToldUser): string | undefined {
  const told = { Username: userName, Email: email, FederationIdentifier: federationId }[matchBy];
  return told === '' ? undefined : told;
}

/** Salesforce compares usernames and addresses without regard to capitals, and Federation IDs with it. */
function isSame(matchBy: MatchBy, one: string, other: string): boolean {
  return matchBy === 'FederationIdentifier' ? one.trim() === other.trim() : nameKey(one) === nameKey(other);
}

function textAt(claims: Claims, claim: string | undefined): string | undefined {
  if (claim === undefined) return undefined;
  // Whoever may write any address into his own profile is not the person with that address.
  if (claim === 'email' && claims['email_verified'] !== true && claims['email_verified'] !== 'true') return undefined;
  const said = valueAt(claims, claim);
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : undefined;
}

/** A claim may have a dot or an address in its own name, so the whole name is looked for first. */
export function valueAt(claims: Claims, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  const dot = claim.indexOf('.');
  const inner = dot === -1 || !Object.hasOwn(claims, claim.slice(0, dot)) ? undefined : claims[claim.slice(0, dot)];
  return typeof inner === 'object' && inner !== null ? valueAt(inner as Claims, claim.slice(dot + 1)) : undefined;
}
