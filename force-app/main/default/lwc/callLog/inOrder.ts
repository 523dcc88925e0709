/** Runs one task after another, in the order in which they came; a failure is told and does not stop the next. */
export function inOrder(
  failed: (failure: unknown) => void
): <Result>(task: () => Promise<Result>) => Promise<Result | undefined> {
  let work: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = work.then(task).catch((failure: unknown) => {
      failed(failure);
      return undefined;
    });
    work = result;
    return result;
  };
}
