import { type IdentityAgent, type IdentityRule, type IdentityUser } from './identity';

/** What is compared of a user; undefined when the field is empty. */
export function userKey(user: IdentityUser, { matchBy }: IdentityRule): string | undefined {
  switch (matchBy) {
    case 'Username':
      return folded(user.username, matchBy);
    case 'Email':
      return folded(user.email, matchBy);
    case 'FederationIdentifier':
      return folded(user.federationIdentifier, matchBy);
    default:
      return matchBy satisfies never;
  }
}

/** What is compared of an agent: the field of that name where the phone system has one, and the e-mail address otherwise. */
export function agentKey(agent: IdentityAgent, { matchBy }: IdentityRule): string | undefined {
  switch (matchBy) {
    case 'Username':
      return folded(agent.username, matchBy) ?? folded(agent.email, matchBy);
    case 'Email':
      return folded(agent.email, matchBy) ?? folded(agent.username, matchBy);
    case 'FederationIdentifier':
      return folded(agent.federationIdentifier, matchBy) ?? folded(agent.username, matchBy);
    default:
      return matchBy satisfies never;
  }
}

/**
 * The key as it was before the org was copied into a sandbox: usernames get the sandbox's name behind a dot, e-mail addresses
 * `.invalid` (Salesforce Help, "Sandbox Setup Considerations"), and before Spring '20 addresses became `ann=example.org@example.com`.
 */
export function originalKey(key: string, { matchBy, usernameSuffix, isSandbox }: IdentityRule): string {
  if (!isSandbox) return key;
  if (matchBy === 'Username' && usernameSuffix !== undefined) {
    const end = `.${usernameSuffix.toLowerCase()}`;
    return key.endsWith(end) ? key.slice(0, -end.length) : key;
  }
  return matchBy === 'Email' ? originalEmail(key) : key;
}

/** An address without what a sandbox made of it. */
export function originalEmail(email: string): string {
  const old = /^([^=@]+)=([^=@]+)@example\.com$/.exec(email);
  return old ? `${old[1]}@${old[2]}` : email.replace(/\.invalid$/, '');
}

/** Salesforce compares usernames and addresses without regard to capitals; Federation IDs with it, unless an org says otherwise. */
function folded(value: string | undefined, matchBy: IdentityRule['matchBy']): string | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  return matchBy === 'FederationIdentifier' ? text : text.toLowerCase();
}
