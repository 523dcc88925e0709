import { orgLocked } from '../errors/apply';
import { takeLock } from './take-lock';

/** Takes the lock of an org for this process, or throws ORG_LOCKED; returns what gives it back. */
export function lockOrg(path: string, org: string, now: number): () => void {
  const lock = takeLock(path, now);
  if (typeof lock === 'function') return lock;
  throw orgLocked(org, lock.pid, lock.host, lock.since, path);
}
