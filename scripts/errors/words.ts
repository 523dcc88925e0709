import { exitCode } from '../exit-code';
import { defineError } from './define-error';

export const wordsRefused = defineError(
  {
    code: 'WORDS_REFUSED',
    kind: 'defect',
    exitCode: exitCode.configuration,
    summary: 'The words of a package are not complete: each is needed in English and in every language.',
    fix: 'Write the words at the places that are named, then `npm run generate`.'
  },
  (problems: readonly string[]) => ({
    message: `The words of the packages have mistakes, ${String(problems.length)} in all:`,
    lines: problems,
    data: { problems }
  })
);
