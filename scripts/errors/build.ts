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

export const buildNeedsOrg = defineError(
  {
    code: 'BUILD_NEEDS_ORG',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'The addresses of the session service’s pages hold what only the org knows, and build asks no org.',
    fix: 'Write the keys that are named, or let apply do it: it reads them from the org.'
  },
  (org: string, keys: readonly string[]) => ({
    message: `${org}: the pages of the session service need ${keys.join(' and ')}, and build asks no org. Nothing was written.`,
    actions: [
      `Add ${keys.join(' and ')} (Setup > Company Information: Organization ID; Setup > My Domain: Current My Domain URL).`,
      `Or npx ringdown apply --org ${org}, which reads them from the org.`
    ],
    data: { keys }
  })
);
