import { exitCode } from '../exit-code';
import { defineError } from './define-error';

export const packageSourceMissing = defineError(
  {
    code: 'PACKAGE_SOURCE_MISSING',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'The folder of this tool that should hold the packages in source format holds none.',
    fix: 'Write ringdown: { source: force-app }, the folder that comes with this tool.'
  },
  (file: string, folder: string) => ({
    message: `${file} says ringdown.source: ${folder}, but this tool has no ${folder}/main/default.`
  })
);

export const packageSourceBroken = defineError(
  {
    code: 'PACKAGE_SOURCE_BROKEN',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'A file of our packages is not what an org takes. Nothing was asked of the org.',
    fix: 'Each line names the file; git status in the tool’s folder shows what was changed there.'
  },
  (folder: string, lines: readonly string[]) => ({
    message: `${lines.length === 1 ? 'One thing is' : `${lines.length} things are`} wrong in the packages of ${folder}.`,
    lines
  })
);

export const packageNotCompiled = defineError(
  {
    code: 'PACKAGE_NOT_COMPILED',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary:
      'A Lightning web component has no JavaScript, or one that was made of another TypeScript. An org would get something else than the source says. Nothing was asked of the org.',
    fix: 'npm run build'
  },
  (folder: string, lines: readonly string[]) => ({
    message: `The Lightning web components of ${folder} are not compiled from their source.`,
    lines
  })
);
