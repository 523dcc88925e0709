import { exitCode } from '../exit-code';
import { defineError } from './define-error';

/** One thing that is wrong in a configuration file, and where. */
export type Diagnostic = {
  /** As the person gave it, such as `config/ringdown.yaml`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Such as `callCenters.support.softphone.width`; empty when it is the file as a whole. */
  readonly path: string;
  /** Reads on after the path: `must be a whole number from 200 to 1920, got "500px"`. */
  readonly message: string;
  readonly expected?: string;
  readonly got?: string;
  readonly fix?: string;
};

/** One line: `config/ringdown.yaml:14:12 callCenters.support.softphone.width must be …, got "500px". Fix`. */
export function diagnosticLine(diagnostic: Diagnostic): string {
  const { file, line, column, path, message, fix } = diagnostic;
  const said = path === '' ? message : `${path} ${message}`;
  return `${file}:${line}:${column} ${said}${fix === undefined ? '' : `. ${fix}`}`;
}

export const configurationInvalid = defineError(
  {
    code: 'CONFIGURATION_INVALID',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary:
      'The configuration file, a vendor file or something that they name is wrong. Nothing was asked of the org.',
    fix: 'Correct each line that is listed, then run the command again.'
  },
  (diagnostics: readonly Diagnostic[]) => ({
    message: `${diagnostics.length === 1 ? 'One thing is' : `${diagnostics.length} things are`} wrong in the configuration.`,
    lines: diagnostics.map(diagnosticLine),
    data: { diagnostics }
  })
);

export const configurationMissing = defineError(
  {
    code: 'CONFIGURATION_MISSING',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'The configuration file is not there or cannot be read.',
    fix: 'Name it with --config FILE, or write config/ringdown.yaml; docs/install.md shows one.'
  },
  (file: string, cause: unknown) => ({
    message: `${file} cannot be read.`,
    actions: [`npx ringdown validate --config FILE`, `Or write ${file}; docs/install.md shows one.`],
    cause
  })
);
