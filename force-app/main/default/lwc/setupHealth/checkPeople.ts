import { doubt, fine, wrong, type Evidence } from './finding';
import { rowsOf, textIn, type Row } from './row';

/** The permission sets of the package; the label of each is what an administrator knows it by. */
const sets = [
  ['RingdownAgent', 'Ringdown Agent'],
  ['RingdownSupervisor', 'Ringdown Supervisor'],
  ['RingdownAdmin', 'Ringdown Admin']
] as const;

/** More names than this help nobody. */
const mostNames = 20;

/** Whether every agent is in a call center, by what SetupHealth.agents and SetupHealth.assignments answered. */
export function checkMembers(users: unknown, assignments: unknown): readonly Evidence[] {
  const agents = agentsIn(users, assignments);
  if (agents.length === 0) return [doubt('members-none')];
  const out = agents.filter((agent) => textIn(agent, 'CallCenterId') === '');
  return [
    ...(out.length < agents.length ? [fine('members-ok', String(agents.length - out.length))] : []),
    ...(out.length > 0 ? [wrong('members-out', namesOf(out))] : [])
  ];
}

/** Whether every agent is a Service Cloud User, which whoever works in the service console has to be. */
export function checkSeats(users: unknown, assignments: unknown): readonly Evidence[] {
  const agents = agentsIn(users, assignments);
  const out = agents.filter((agent) => agent.UserPermissionsSupportUser !== true);
  return [
    fine('seats-ok', String(agents.length - out.length)),
    ...(out.length > 0 ? [doubt('seats-out', namesOf(out))] : [])
  ];
}

/** Who holds which permission set, by what SetupHealth.assignments answered. A set without a user is named. */
export function checkSets(assignments: unknown): readonly Evidence[] {
  const held = rowsOf(assignments);
  return sets.map(([name, label]) => {
    const holders = new Set(held.filter((each) => setOf(each) === name).map(holderOf));
    if (holders.size > 0) return fine('sets-ok', label, String(holders.size));
    return name === 'RingdownAgent' ? wrong('sets-nobody', label) : doubt('sets-nobody', label);
  });
}

/** The users who take calls. */
function agentsIn(users: unknown, assignments: unknown): readonly Row[] {
  const holders = new Set(
    rowsOf(assignments)
      .filter((each) => setOf(each) === 'RingdownAgent')
      .map(holderOf)
  );
  return rowsOf(users).filter((user) => holders.has(textIn(user, 'Username').toLowerCase()));
}

function setOf(assignment: Row): string {
  return textIn(assignment, 'PermissionSet', 'Name');
}

function holderOf(assignment: Row): string {
  return textIn(assignment, 'Assignee', 'Username').toLowerCase();
}

function namesOf(users: readonly Row[]): string {
  const names = users.slice(0, mostNames).map((user) => textIn(user, 'Username'));
  return names.join(', ') + (users.length > mostNames ? ` … (+${users.length - mostNames})` : '');
}
