import { doubt, fine, wrong, type Evidence } from './finding';
import { roles } from './roles';
import { rowsOf, textIn, type Row } from './row';

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

/** Whether every agent may edit tasks and use the API, by what SetupHealth.agentsWithoutTasks and agentsWithoutApi answered. */
export function checkPermissions(
  withoutTasks: unknown,
  withoutApi: unknown,
  assignments: unknown
): readonly Evidence[] {
  const [tasks, api] = [rowsOf(withoutTasks), rowsOf(withoutApi)];
  const limited = new Set([...tasks, ...api].map((user) => textIn(user, 'Username').toLowerCase()));
  const able = [...holdersOf('RingdownAgent', assignments)].filter((name) => !limited.has(name));
  return [
    fine('permissions-ok', String(able.length)),
    ...(tasks.length > 0 ? [wrong('permissions-no-tasks', namesOf(tasks))] : []),
    ...(api.length > 0 ? [doubt('permissions-no-api', namesOf(api))] : [])
  ];
}

/** Who holds which permission set, by what SetupHealth.assignments answered. A set without a user is named. */
export function checkSets(assignments: unknown): readonly Evidence[] {
  return roles.map(({ set: name, label }) => {
    const holders = holdersOf(name, assignments);
    if (holders.size > 0) return fine('sets-ok', label, String(holders.size));
    return name === 'RingdownAgent' ? wrong('sets-nobody', label) : doubt('sets-nobody', label);
  });
}

/** The users who take calls. */
function agentsIn(users: unknown, assignments: unknown): readonly Row[] {
  const holders = holdersOf('RingdownAgent', assignments);
  return rowsOf(users).filter((user) => holders.has(textIn(user, 'Username').toLowerCase()));
}

/** The names of the users who hold a permission set, in lower case. */
function holdersOf(set: string, assignments: unknown): ReadonlySet<string> {
  const held = rowsOf(assignments).filter((each) => textIn(each, 'PermissionSet', 'Name') === set);
  return new Set(held.map((each) => textIn(each, 'Assignee', 'Username').toLowerCase()));
}

function namesOf(users: readonly Row[]): string {
  const names = users.slice(0, mostNames).map((user) => textIn(user, 'Username'));
  return names.join(', ') + (users.length > mostNames ? ` … (+${users.length - mostNames})` : '');
}
