import { execFile } from 'node:child_process';
import path from 'node:path';

const libraries = path.join(path.dirname(require.resolve('@salesforce/code-analyzer-pmd-engine')), 'java-lib', '*');

/** A short run gains nothing from compiling twice. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

/** Runs a program of Salesforce Code Analyzer's Java libraries; answers what it printed when its exit code is expected. */
export function runJava(
  mainClass: string,
  args: readonly string[],
  expected: readonly number[] = [0]
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.env['JAVA_HOME'] === undefined ? 'java' : path.join(process.env['JAVA_HOME'], 'bin', 'java'),
      [...quickStart, '-cp', libraries, mainClass, ...args],
      { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 },
      (error, stdout, stderr) => {
        if (error === null || expected.includes(Number(error.code))) resolve(stdout);
        else if (error.code === 'ENOENT')
          reject(
            new Error('The Apex checks need Java 11 or newer: install a JRE, or set JAVA_HOME.', { cause: error })
          );
        else reject(new Error(`${mainClass} failed: ${error.message} ${stderr}`, { cause: error }));
      }
    );
  });
}
