import type { LocalOrg } from '../state/state';

/** Who writes, and which records somebody else holds at this moment. */
export type WriteContext = {
  readonly org: LocalOrg;
  readonly userId: string;
  /** Apex in system mode: permissions and sharing do not count. */
  readonly isSystem?: boolean;
  /** Undefined when nothing is locked. */
  readonly isLocked?: (id: string | undefined) => boolean;
};
