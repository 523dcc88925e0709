/** A mistake in what the program was given: told in one line, with the exit code. */
export class Refusal extends Error {
  constructor(message, exitCode = 78) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a program of the workflow: what it refuses is one line on standard error and an exit code, and no stack. */
export async function runProgram(program) {
  try {
    await program();
  } catch (error) {
    const isKnown = error instanceof Refusal || error.exitCode !== undefined;
    process.stderr.write(`${isKnown ? error.message : error.stack}\n`);
    process.exitCode = error instanceof Refusal ? error.exitCode : 1;
  }
}
