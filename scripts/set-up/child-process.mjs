import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. `show` passes its output through, otherwise it is only collected.
 * Never connected to the terminal's input, so nothing can wait for a key.
 */
export function runProgram(file, args, options = {}) {
  const { cwd, env, show = false, deadlineMs } = options;
  return new Promise((resolve, reject) => {
    const stdio = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = spawn(file, args, { cwd, env, stdio });
    let output = '';
    let overdue = false;
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    const timer =
      deadlineMs &&
      setTimeout(() => {
        overdue = true;
        child.kill('SIGKILL');
      }, deadlineMs);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), output, overdue });
    });
  });
}

/** The environment without what `npm start` added about itself, which would mislead a second npm. */
export function cleanEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(config_(local_prefix|omit|include|production|dry_run|ignore_scripts)|package_|lifecycle_|command$)/.test(
        name
      )
  );
  return { ...Object.fromEntries(kept), ...extra };
}
