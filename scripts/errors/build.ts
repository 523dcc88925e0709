import { exitCode } from '../exit-code';
import { defineError } from './define-error';

export const buildWithoutDirectory = defineError(
  {
    code: 'BUILD_DIRECTORY_MISSING',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: 'build was not told where to write.',
    fix: 'npx ringdown build --org NAME --out DIR'
  },
  (org: string) => ({
    message: '--out DIR is missing: where should build write?',
    actions: [`npx ringdown build --org ${org} --out build/${org}`]
  })
);

export const buildDirectoryNotOurs = defineError(
  {
    code: 'BUILD_DIRECTORY_NOT_EMPTY',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: 'build writes into a new directory or into one that it made before, never over other files.',
    fix: 'Name another directory, or empty this one yourself.'
  },
  (directory: string, org: string) => ({
    message: `${directory} holds files that build did not make. Nothing was written.`,
    actions: [`npx ringdown build --org ${org} --out build/${org}`]
  })
);
