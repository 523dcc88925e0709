/** A failure that the person can mend; main prints the message and the next steps, and no stack. */
export class SetUpFailure extends Error {
  constructor(message, nextSteps, options = {}) {
    super(message, { cause: options.cause });
    this.name = 'SetUpFailure';
    this.nextSteps = nextSteps;
    this.exitCode = options.exitCode ?? 1;
  }
}
