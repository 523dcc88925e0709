import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode } from '../exit-code';
import type { ErrorDefinition } from './define-error';

const page = join(__dirname, '../../docs/errors.md');

const meanings: Readonly<Record<keyof typeof exitCode, string>> = {
  done: 'Done, or nothing to do. `plan` ends so too, whatever it found.',
  failed: 'A step failed; the output names it and says what was done before it.',
  changesPending: '`plan --detailed-exitcode` found changes, or `verify` found that the org differs from the file.',
  usage: 'The command line is wrong.',
  partlyDone: 'Some records were written and some were refused; each refusal is listed.',
  stillRunning:
    'The org is still working and nothing was rolled back; the same command takes up where this one stopped.',
  defect: 'A defect of Ringdown: please report it with the output.',
  staleOrLocked: 'The saved plan no longer fits the org, or another run is at work on it.',
  temporary: 'The org or the network was not available; it is safe to run the same command again.',
  productionNotConfirmed: 'The org is production and nobody confirmed it.',
  configuration:
    'The configuration is wrong; every mistake is listed with file, line and column. Nothing was asked of any org.',
  preflightBlocked: 'The org is not ready; every reason is listed. Nothing was written.',
  waitingForPerson: 'Everything that an API can do is done; a person has to make the clicks that are listed.',
  interrupted: 'Interrupted by a person (Ctrl-C); the same command takes up where this one stopped.'
};

const kinds: Readonly<Record<ErrorDefinition['kind'], string>> = {
  usage: 'you, at the keyboard',
  org: "the org's admin",
  network: 'the network',
  defect: "Ringdown's maintainers"
};

/** All errors that Ringdown makes, by code. */
export function errorDefinitions(): readonly ErrorDefinition[] {
  const files = readdirSync(__dirname).filter((file) => /^(?!.*\.(test|d)\.)(?!write-).*\.[jt]s$/.test(file));
  const makers = files.flatMap((file) => Object.values(require(join(__dirname, file)) as Record<string, unknown>));
  return makers
    .flatMap((maker) =>
      typeof maker === 'function' && 'definition' in maker ? [maker.definition as ErrorDefinition] : []
    )
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The text of docs/errors.md. */
export function errorCatalogue(): string {
  const codes = (Object.keys(meanings) as (keyof typeof exitCode)[]).map(
    (name) => `| ${exitCode[name]} | ${meanings[name]} |`
  );
  const errors = errorDefinitions().map(
    ({ code, kind, exitCode: status, summary, fix }) =>
      `### ${code}\n\n${summary}\n\n**What to do:** ${fix}\n\nExit code ${status}. Who acts: ${kinds[kind]}.\n`
  );
  return [
    '# Errors and exit codes',
    'This page is written by `npm run generate` from the definitions in `scripts/errors`.',
    'Every error says what happened, where, in whose words, and what to do next. With `--json` it has the same `code` as here; codes and exit codes stay, words may change.',
    '## Exit codes',
    ['| code | meaning |', '| ---: | --- |', ...codes].join('\n'),
    '## Errors',
    errors.join('\n')
  ].join('\n\n');
}

if (require.main === module) writeFileSync(page, errorCatalogue());
