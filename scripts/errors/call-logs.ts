import { exitCode } from '../exit-code';
import { defineError } from './define-error';

export const callLogFieldsMissing = defineError(
  {
    code: 'CALL_LOG_FIELDS_MISSING',
    kind: 'org',
    exitCode: exitCode.preflightBlocked,
    summary:
      'The org does not show the fields of call logs: Ringdown’s package is not there, or the running user may not see them. Nothing was written.',
    fix: 'Run apply, which installs the package; give the running user the permission set RingdownAdmin.'
  },
  (org: string, said: string) => ({
    message: `${org} does not show the fields of call logs: ${said}. Nothing was written.`,
    actions: [
      `npx ringdown apply --org ${org}`,
      'Give the user that Ringdown runs as the permission set RingdownAdmin (users.roles.admin).'
    ]
  })
);
