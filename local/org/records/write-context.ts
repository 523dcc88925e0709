import type { LocalOrg } from '../state/state';

/** Who writes, and which records somebody else holds at this moment. */
export type WriteContext = {
  readonly org: LocalOrg;
  readonly userId: string;
  /** Undefined when nothing is locked. */
  readonly isLocked?: (id: string | undefined) => boolean;
};
