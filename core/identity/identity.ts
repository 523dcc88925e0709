/** The field of the Salesforce user that an agent's name in the phone system has to equal. */
export type MatchBy = 'Username' | 'Email' | 'FederationIdentifier';

/** A user of the org. */
export type IdentityUser = {
  readonly id: string;
  readonly username: string;
  readonly name?: string;
  readonly email?: string;
  readonly federationIdentifier?: string;
  readonly isActive: boolean;
  /** Whether this user should be an agent: one who is in a call center. */
  readonly isExpected: boolean;
};

/** An agent of the phone system. */
export type IdentityAgent = {
  /** Where the export has the agent, such as `agents.csv:14`. */
  readonly place: string;
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly username?: string;
  readonly federationIdentifier?: string;
  readonly isActive: boolean;
};

/** How to compare. */
export type IdentityRule = {
  readonly matchBy: MatchBy;
  /** What a sandbox has put behind each username, without the dot, such as `uat`; only of a sandbox. */
  readonly usernameSuffix?: string;
  /** Whether the org is a copy whose e-mail addresses may end with `.invalid`. */
  readonly isSandbox: boolean;
};

export type IdentityPair = { readonly user: IdentityUser; readonly agent: IdentityAgent };

/** Users and agents that share one name, so that nobody can say who is who. */
export type DuplicateIdentity = {
  readonly key: string;
  readonly users: readonly IdentityUser[];
  readonly agents: readonly IdentityAgent[];
};

/** Why two look like the same person, the surest reason first. */
export type NearReason =
  'capitals' | 'sandbox-suffix' | 'other-field' | 'same-person-at-other-domain' | 'spelling' | 'same-name';

export type NearUser = {
  readonly user: IdentityUser;
  readonly reason: NearReason;
  /** Whether another agent is this user already. */
  readonly hasAgent: boolean;
};
export type NearAgent = { readonly agent: IdentityAgent; readonly reason: NearReason };

/** Everybody once, by what is true of them. */
export type IdentityReport = {
  readonly matched: readonly IdentityPair[];
  readonly duplicates: readonly DuplicateIdentity[];
  /** The agent's user is inactive: nobody can log in. */
  readonly inactiveUsers: readonly IdentityPair[];
  /** The agent is switched off in the phone system. */
  readonly inactiveAgents: readonly IdentityPair[];
  /** The agent's user is active and in no call center. */
  readonly notInCallCenter: readonly IdentityPair[];
  /** Users who should be agents and are none. */
  readonly usersWithoutAgent: readonly { readonly user: IdentityUser; readonly near: readonly NearAgent[] }[];
  /** Agents who are nobody in the org. */
  readonly agentsWithoutUser: readonly { readonly agent: IdentityAgent; readonly near: readonly NearUser[] }[];
  /** Without a value in the field that is compared. */
  readonly usersWithoutKey: readonly IdentityUser[];
  readonly agentsWithoutKey: readonly IdentityAgent[];
};
