import { readFileSync, statSync } from 'node:fs';
import type { Audit } from '../audit/audit-log';
import type { Clock } from '../time/clock';
import { parseUsers, type FileUser, type ParsedUsers, type Users } from './users-file';

const lookEvery = 2000;

export type WatchedUsers = {
  readonly users: () => Promise<Users>;
  readonly stop: () => void;
};

export type WatchUsersOptions = {
  readonly file: string;
  readonly clock: Clock;
  readonly audit: Audit;
  /** Gets the names that were removed, disabled, bound anew or given another password: whoever logged in before has to do it again. */
  readonly left: (names: readonly string[]) => void;
};

/**
 * The users of a file, read again when the file changed. A file that became unreadable changes nothing until it is whole again. Throws
 * at first when it is not.
 */
export function watchUsers({ file, clock, audit, left }: WatchUsersOptions): WatchedUsers {
  let stamp = stampOf(file);
  const first = read(file);
  if ('problems' in first) throw new Error(first.problems.map((problem) => `${file} ${problem}`).join('\n'));
  let users = first.users;
  const look = (): void => {
    const present = stampOf(file);
    if (present === stamp) return;
    stamp = present;
    const next = read(file);
    if ('problems' in next) {
      audit({ event: 'settings-unreadable', reason: 'users-file' });
      return;
    }
    const names = [...users].filter(([key, user]) => hasLeft(user, next.users.get(key))).map(([, { name }]) => name);
    users = next.users;
    if (names.length > 0) left(names);
  };
  let cancel: () => void = () => undefined;
  const lookAgain = (): void => {
    look();
    cancel = clock.after(lookEvery, lookAgain);
  };
  lookAgain();
  return {
    users: () => {
      look();
      return Promise.resolve(users);
    },
    stop: () => cancel()
  };
}

function hasLeft(before: FileUser, after: FileUser | undefined): boolean {
  if (after === undefined || after.isDisabled || after.name !== before.name) return true;
  const [one, other] = [before, after].map(({ salesforceUserName, orgs }) =>
    JSON.stringify([salesforceUserName, orgs])
  );
  return one !== other || !before.password.hash.equals(after.password.hash);
}

function read(file: string): ParsedUsers {
  try {
    return parseUsers(readFileSync(file, 'utf8'));
  } catch (error) {
    return { problems: [`cannot be read: ${(error as NodeJS.ErrnoException).code}`] };
  }
}

function stampOf(file: string): string {
  const { mtimeMs, size, ino } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: -1, ino: 0 };
  return `${mtimeMs} ${size} ${ino}`;
}
