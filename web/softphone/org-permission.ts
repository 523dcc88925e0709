import { type Permission } from '../phone-page/ask-components';
import { type Timers } from '../phone-page/timers';
import { fieldsOf } from '../shared/session-wire/plain-value';
import { LogRefusal, type OrgLogs } from './own-log/org-logs';

/** Milliseconds: a person waits for it, with the hand on the mouse. */
const patience = 5_000;

/**
 * What the org says to a number that was clicked on a record, where no component looks for it. `silent` when it does not answer in time;
 * a field that the rep may not see forbids nothing, as with components.
 */
export function permissionOfOrg(
  timers: Timers,
  org: Pick<OrgLogs, 'called'>,
  recordId: string
): Promise<Exclude<Permission, 'nobody'>> {
  return new Promise((resolve) => {
    const cancel = timers.after(patience, () => resolve('silent'));
    org
      .called(recordId)
      .then(
        (row): Exclude<Permission, 'nobody'> => {
          const { DoNotCall, PersonDoNotCall } = fieldsOf(row?.Contact) ?? row ?? {};
          return DoNotCall === true || PersonDoNotCall === true ? 'refused' : 'allowed';
        },
        (failure: unknown) =>
          failure instanceof LogRefusal && failure.problem.kind === 'refused' ? 'allowed' : 'silent'
      )
      .then((permission) => {
        cancel();
        resolve(permission);
      })
      .catch(() => undefined);
  });
}
