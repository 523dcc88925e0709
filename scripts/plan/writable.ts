import { outputUnwritable } from '../errors/run';

/** Does some writing below `path`; what the system refuses becomes an error that names the path. */
export function writing<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw outputUnwritable(path, (error as Error).message, error);
  }
}
