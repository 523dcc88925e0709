import { exitCode } from '../exit-code';
import { defineError } from './define-error';

/** More lines than these are counted instead of listed. */
const listed = 20;

export const exportUnreadable = defineError(
  {
    code: 'EXPORT_UNREADABLE',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: 'The export of the phone system that the command line names cannot be read. Nothing was asked of the org.',
    fix: 'Name a file that exists, saved as UTF-8: CSV with a line of column names, JSON lines, or a JSON array.'
  },
  (file: string, said: string, cause?: unknown) => ({ message: `${file} cannot be read: ${said}`, cause })
);

export const exportInvalid = defineError(
  {
    code: 'EXPORT_INVALID',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: 'The export of the phone system lacks a column, or has rows that say too little. Nothing was written.',
    fix: 'Correct the lines that are listed; docs/rep-day.md lists the columns.'
  },
  (file: string, lines: readonly string[]) => ({
    message: `${file}: ${lines.length} ${lines.length === 1 ? 'thing is' : 'things are'} wrong.`,
    lines: lines.length > listed ? [...lines.slice(0, listed), `… and ${lines.length - listed} more`] : lines
  })
);

export const noAgentsWanted = defineError(
  {
    code: 'NO_AGENTS_WANTED',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'The configuration puts nobody into a call center, so there is no list of users who should be agents.',
    fix: 'Say under users.callCenters who is in which call center.'
  },
  (file: string) => ({ message: `${file}: users.callCenters names nobody who should be an agent.` })
);
