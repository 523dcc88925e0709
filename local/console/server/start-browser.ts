import { spawn } from 'node:child_process';

/** A browser that runs. */
export type RunningBrowser = {
  /** Settles when a person closed it; rejects when it could not start, or came to an end by itself, with its own last words. */
  readonly gone: Promise<void>;
  readonly close: () => Promise<void>;
};

const mostWords = 2000;

/** Starts a browser; what it writes is kept for the case that it fails, since a healthy one writes much that helps nobody. */
export function startBrowser(program: string, given: readonly string[]): RunningBrowser {
  const child = spawn(program, [...given], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (more: string) => (words = (words + more).slice(-mostWords)));
  let isClosing = false;
  const gone = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`The browser could not be started: ${error.message}`)));
    child.once('close', (code) => {
      if (isClosing || code === 0) return resolve();
      reject(
        new Error(`The browser ended with ${code === null ? 'a signal' : `code ${code}`}.${lastOf(words)}${advice}`)
      );
    });
  });
  // Whoever closes it before it is waited for hears nothing more of it.
  gone.catch(() => undefined);
  return {
    gone,
    close: async () => {
      isClosing = true;
      child.kill('SIGTERM');
      await gone.catch(() => undefined);
    }
  };
}

const advice = '\nWithout a display, --no-open serves only, and prints how to start a browser elsewhere.';

function lastOf(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(-3)
    .map((line) => `\n  ${line}`)
    .join('');
}
