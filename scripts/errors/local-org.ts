import { defineError } from './define-error';
import { exitCode } from '../exit-code';

export const localOrgDidNotStart = defineError(
  {
    code: 'LOCAL_ORG_DID_NOT_START',
    kind: 'defect',
    exitCode: exitCode.defect,
    summary: 'The local org’s process ended or said nothing before it was ready.',
    fix: 'Reset it: npx ringdown local reset --org NAME'
  },
  (org: string, said: string) => ({
    message: `the local org "${org}" did not start: ${said}`,
    actions: [`npx ringdown local reset --org ${org}`]
  })
);

export const orgIsNotLocal = defineError(
  {
    code: 'ORG_IS_NOT_LOCAL',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: 'A local command was given an org that does not log in with `local`.',
    fix: 'Name an org whose login is local.'
  },
  (org: string) => ({ message: `orgs.${org} is not a local org: its login is not "local"` })
);
