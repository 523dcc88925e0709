import { editsBetween } from './edits-between';
import {
  type IdentityAgent,
  type IdentityRule,
  type IdentityUser,
  type NearAgent,
  type NearReason,
  type NearUser
} from './identity';
import { agentKey, userKey } from './identity-key';
import { likenessIndex, likenessOf, type Likeness } from './likeness';

const reasons: readonly NearReason[] = [
  'capitals',
  'sandbox-suffix',
  'other-field',
  'same-person-at-other-domain',
  'spelling',
  'same-name'
];
const sureReasons: readonly NearReason[] = ['capitals', 'sandbox-suffix', 'other-field'];

/** More than these confuse instead of helping. */
const mostShown = 3;

/** Finds for a user the agents that are probably meant, the surest first. */
export function nearAgents(
  agents: readonly IdentityAgent[],
  rule: IdentityRule
): (user: IdentityUser) => readonly NearAgent[] {
  const candidates = likenessIndex(agents, (agent) => likenessOfAgent(agent, rule));
  return (user) => {
    const own = likenessOfUser(user, rule);
    return surest(
      candidates(own).flatMap(([agent, likeness]) => {
        const reason = nearReason(own, likeness);
        return reason === undefined ? [] : [{ agent, reason }];
      })
    );
  };
}

/** Finds for an agent the users that are probably meant, the surest first; who has an agent already only for a sure reason. */
export function nearUsers(
  users: readonly IdentityUser[],
  { rule, paired }: { readonly rule: IdentityRule; readonly paired: ReadonlySet<IdentityUser> }
): (agent: IdentityAgent) => readonly NearUser[] {
  const active = users.filter(({ isActive }) => isActive);
  const expectedFirst = [...active].sort((one, other) => Number(other.isExpected) - Number(one.isExpected));
  const candidates = likenessIndex(expectedFirst, (user) => likenessOfUser(user, rule));
  return (agent) => {
    const own = likenessOfAgent(agent, rule);
    return surest(
      candidates(own).flatMap(([user, likeness]) => {
        const reason = nearReason(likeness, own);
        const hasAgent = paired.has(user);
        return reason === undefined || (hasAgent && !sureReasons.includes(reason)) ? [] : [{ user, reason, hasAgent }];
      })
    );
  };
}

const likenessOfUser = (user: IdentityUser, rule: IdentityRule): Likeness =>
  likenessOf(userKey(user, rule), [user.username, user.email, user.federationIdentifier], user.name);

const likenessOfAgent = (agent: IdentityAgent, rule: IdentityRule): Likeness =>
  likenessOf(agentKey(agent, rule), [agent.username, agent.email, agent.federationIdentifier], agent.name);

function surest<Found extends { readonly reason: NearReason }>(found: readonly Found[]): readonly Found[] {
  return [...found]
    .sort((one, other) => reasons.indexOf(one.reason) - reasons.indexOf(other.reason))
    .slice(0, mostShown);
}

function nearReason(user: Likeness, agent: Likeness): NearReason | undefined {
  if (user.key !== '' && agent.key !== '') {
    if (user.key === agent.key) return 'capitals';
    if (isSuffixed(user.key, agent.key) || isSuffixed(agent.key, user.key)) return 'sandbox-suffix';
  }
  if (user.fields.some((value) => agent.fields.includes(value))) return 'other-field';
  if (user.localPart !== '' && user.localPart === agent.localPart) return 'same-person-at-other-domain';
  if (isMisspelt(user, agent)) return 'spelling';
  return user.name !== '' && user.name === agent.name ? 'same-name' : undefined;
}

/** One label behind the other name: what a sandbox appends. */
function isSuffixed(long: string, short: string): boolean {
  return long.startsWith(`${short}.`) && /^\.[a-z0-9]+$/.test(long.slice(short.length));
}

/** Of addresses only the part before the sign: whole domains are seldom misspelt, and all share one. */
function isMisspelt(one: Likeness, other: Likeness): boolean {
  if (one.domain !== other.domain || one.word === '' || other.word === '') return false;
  const most = Math.min(one.mostEdits, other.mostEdits);
  return most > 0 && editsBetween(one.word, other.word, most) <= most;
}
