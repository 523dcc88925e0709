import { createWriteStream } from 'node:fs';

export type AuditFile = {
  readonly write: (line: string) => void;
  readonly close: () => Promise<void>;
};

/** Adds lines to a file that only its owner can read. A line that the file cannot take goes to `fallback`, and the service goes on. */
export function openAuditFile(file: string, fallback: (line: string) => void): AuditFile {
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  let isBroken = false;
  stream.on('error', (error) => {
    if (!isBroken) fallback(`The audit log ${file} cannot be written: ${error.message}\n`);
    isBroken = true;
  });
  return {
    write: (line) => {
      if (isBroken) fallback(line);
      else stream.write(line);
    },
    close: () => new Promise((resolve) => (isBroken ? resolve() : stream.end(() => resolve())))
  };
}
