/* eslint-disable @typescript-eslint/require-await -- users are a promise, wherever they come from */
import { readFileSync, statSync } from 'node:fs';
import type { Audit } from '../audit/audit-log';
import { parseUsers, type ParsedUsers, type Users } from './users-file';

/**
 * The users of a file, read again when the file changed. A file that became unreadable changes nothing until it is whole again. Throws
 * at first when it is not.
 */
export function watchUsers(file: string, audit: Audit): () => Promise<Users> {
  let stamp = stampOf(file);
  const first = read(file);
  if ('problems' in first) throw new Error(first.problems.map((problem) => `${file} ${problem}`).join('\n'));
  let users = first.users;
  return async () => {
    const present = stampOf(file);
    if (present !== stamp) {
      stamp = present;
      const next = read(file);
      if ('users' in next) users = next.users;
      else audit({ event: 'settings-unreadable', reason: 'users-file' });
    }
    return users;
  };
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
