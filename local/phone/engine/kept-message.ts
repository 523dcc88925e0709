import { type Addressee } from './shapes';

/** A message to agents as the system keeps it. Who is meant is looked at each time: who comes later finds it too. */
export type KeptMessage = {
  readonly messageId: string;
  readonly authorId: string;
  /** The author's own id of it: the same is not sent twice. */
  readonly requestId: string;
  readonly text: string;
  readonly isImportant: boolean;
  readonly to: Addressee;
  readonly sentAt: number;
  readonly until?: number;
  readonly readAt: ReadonlyMap<string, number>;
};
