export type FieldAccess = {
  /** `Task.Type`; custom Activity fields as `Task.X__c` and `Event.X__c`. */
  readonly field: string;
  readonly access: 'read' | 'edit';
};

export type ResolvedPermissionSet = {
  readonly name: string;
  readonly label: string;
  readonly apiEnabled: boolean;
  /** Beside ApiEnabled, such as `EditTask`. */
  readonly userPermissions?: readonly string[];
  readonly fields: readonly FieldAccess[];
  /** Also every custom Task field whose name starts with one of these namespaces, read from the org's describe. */
  readonly describedNamespaces: readonly { readonly namespace: string; readonly access: 'read' | 'edit' }[];
  readonly assignTo: UserRule;
};

/** Users who meet any one of the lists; only active users are ever matched. */
export type UserRule = {
  readonly profiles: readonly string[];
  readonly permissionSets: readonly string[];
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  readonly usernames: readonly string[];
  /** Keys of call centers: everyone whom that call center's own rule matches. */
  readonly callCenters: readonly string[];
};

export type ResolvedUsers = {
  readonly callCenters: readonly { readonly callCenter: string; readonly match: UserRule }[];
  readonly serviceCloudUser?: UserRule;
  /** Who gets a permission set of our packages. */
  readonly roles?: readonly ResolvedRole[];
  readonly moveUsers: boolean;
};

export type ResolvedRole = {
  readonly role: 'agent' | 'supervisor' | 'admin';
  /** Name of the packaged permission set, without namespace. */
  readonly permissionSet: string;
  readonly match: UserRule;
};

/** How a user of the org and an agent of the phone system are known to be one person. */
export type ResolvedAgents = {
  readonly matchBy: 'Username' | 'Email' | 'FederationIdentifier';
  /** What the sandbox appended to usernames, where the file says it. */
  readonly usernameSuffix?: string;
};
