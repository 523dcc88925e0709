/** A call put off until nothing asked for it any more. */
export type Debounced = { start(run: () => void): void; cancel(): void };

/** Runs only the last thing asked for, `milliseconds` after it was asked. */
export function debounce(milliseconds: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  return {
    cancel,
    start(run) {
      cancel();
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- waiting for the rep to stop typing is the purpose
      timer = setTimeout(run, milliseconds);
    }
  };
}
