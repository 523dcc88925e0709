/** What a finished command tells the shell. docs/errors.md lists the same table. */
export const exitCode = {
  done: 0,
  failed: 1,
  changesPending: 2,
  usage: 64,
  partlyDone: 68,
  stillRunning: 69,
  defect: 70,
  staleOrLocked: 73,
  temporary: 75,
  productionNotConfirmed: 77,
  configuration: 78,
  preflightBlocked: 79,
  waitingForPerson: 80,
  interrupted: 130
} as const;
