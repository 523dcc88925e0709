import { exitCode } from '../exit-code';
import type { Diagnostic } from './configuration';
import { defineError } from './define-error';

export const callCenterFileInvalid = defineError(
  {
    code: 'CALL_CENTER_FILE_INVALID',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary:
      'A call center file is not what Salesforce accepts under its name: the metadata form or the Setup import form.',
    fix: 'Correct the places that are listed. A file of the other form must be converted, not renamed.'
  },
  (paths: string | readonly string[], lines: readonly string[], diagnostics: readonly Diagnostic[] = []) => ({
    message: `${inWords([paths].flat())} (${lines.length} ${lines.length === 1 ? 'problem' : 'problems'})`,
    lines,
    data: { diagnostics }
  })
);

export const callCenterCannotBeBuilt = defineError(
  {
    code: 'CALL_CENTER_RULE',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'A call center of the configuration breaks a rule of Salesforce’s call center definitions.',
    fix: 'Change the values that are listed.'
  },
  (file: string, lines: readonly string[]) => ({ message: `${file}: no call center can be built from it`, lines })
);

function inWords(paths: readonly string[]): string {
  const [path] = paths;
  return paths.length === 1
    ? `${path} is not a call center that Salesforce accepts`
    : `${paths.length} call center files are not what Salesforce accepts`;
}
