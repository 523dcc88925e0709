import type { Fields } from '../org-data';

/** A running or finished installation, kept as a job. */
export type InstallJob = {
  /** 0Hf */
  readonly id: string;
  readonly status: 'IN_PROGRESS' | 'SUCCESS' | 'ERROR';
  readonly versionId: string;
  /** What the client asked for, without the installation key. */
  readonly fields: Fields;
  /** Whether the key of the request was right. */
  readonly keyIsRight: boolean;
  /** How often its status was read. */
  readonly reads: number;
  readonly errors: readonly string[];
  /** Reads until it is done, when that is not what the settings say. */
  readonly polls?: number;
  /** The errors that it was told to end with. */
  readonly toldErrors?: readonly string[];
  readonly createdBy: string;
  readonly createdDate: string;
  readonly lastModifiedDate: string;
};

/** Key prefix of installations. */
export const installPrefix = '0Hf';
