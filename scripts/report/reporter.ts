import type { Emit } from '../events';

/** Shows progress on standard error while a command works. */
export type Reporter = {
  readonly emit: Emit;
  /** Clears what is only for the moment, before the result is printed. */
  end(): void;
};

export type Output = {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether standard error is a terminal that can rewrite its last line. */
  readonly live: boolean;
  readonly color: boolean;
};
