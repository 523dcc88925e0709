import { defineError } from './define-error';
import { exitCode } from '../exit-code';
import type { Finding } from '../resources/resource';

export const preflightBlocked = defineError(
  {
    code: 'PREFLIGHT_BLOCKED',
    kind: 'org',
    exitCode: exitCode.preflightBlocked,
    summary:
      'The org is not ready: at least one check before the first write failed. Nothing was written, or only the packages where they should have brought what is missing.',
    fix: 'Do what each finding says, then run plan again.'
  },
  (org: string, findings: readonly Finding[], packagesAreThere = false) => {
    const blocked = findings.filter(({ severity }) => severity === 'blocked');
    return {
      message: `${org} is not ready: ${blocked.length} ${blocked.length === 1 ? 'finding blocks' : 'findings block'} the installation. ${packagesAreThere ? 'Its packages are installed, nothing else was written' : 'Nothing was written'}.`,
      lines: blocked.map(({ code, message }) => `${code}: ${message}`),
      actions: [...new Set(blocked.map(({ fix }) => fix))]
    };
  }
);

export const productionNotConfirmed = defineError(
  {
    code: 'PRODUCTION_NOT_CONFIRMED',
    kind: 'usage',
    exitCode: exitCode.productionNotConfirmed,
    summary: 'The org is production and nobody confirmed it: a person types its domain, CI passes --confirm-org.',
    fix: 'Run apply again with --confirm-org and the id of the org.'
  },
  (org: string, given: string | undefined, orgId: string, domain: string) => ({
    message:
      given === undefined
        ? `${org} is a production org (${domain}) and was not confirmed. Nothing was written.`
        : `${org} is ${orgId} (${domain}), and "${given}" is not it. Nothing was written.`,
    actions: [`npx ringdown apply --org ${org} --confirm-org ${orgId}`]
  })
);

export const planIsStale = defineError(
  {
    code: 'PLAN_STALE',
    kind: 'usage',
    exitCode: exitCode.staleOrLocked,
    summary: 'The org or the configuration changed since the plan was saved. Nothing was written.',
    fix: 'Make the plan again, read it, and apply the new one.'
  },
  (org: string, file: string, why: string) => ({
    message: `${file} is stale: ${why}. Nothing was written.`,
    actions: [`npx ringdown plan --org ${org} --out ${file}`]
  })
);

export const planUnreadable = defineError(
  {
    code: 'PLAN_UNREADABLE',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: 'The file given to apply is not a plan that `ringdown plan --out` wrote.',
    fix: 'Make one: npx ringdown plan --org NAME --out plan.json'
  },
  (file: string, why: string) => ({ message: `${file} is not a plan of this version: ${why}` })
);

export const orgLocked = defineError(
  {
    code: 'ORG_LOCKED',
    kind: 'usage',
    exitCode: exitCode.staleOrLocked,
    summary: 'Another apply works on the same org from this directory.',
    fix: 'Wait until it has ended, then run the same command.'
  },
  (org: string, pid: number, host: string, since: string, lockFile: string) => ({
    message: `another apply (process ${pid} on ${host}) works on ${org} since ${since}`,
    actions: ['Wait until it has ended, then run the same command.', `When no such process exists: delete ${lockFile}`]
  })
);

export const recordsRefused = defineError(
  {
    code: 'RECORDS_REFUSED',
    kind: 'org',
    exitCode: exitCode.partlyDone,
    summary: 'Some users or assignments were refused; the others were written.',
    fix: 'Each line names the user and Salesforce’s reason; fix that, then run apply again: what is done is not done twice.'
  },
  (org: string, refused: number, total: number, lines: readonly string[]) => ({
    message: `${org}: ${refused} of ${total} records were refused, the others are written`,
    lines,
    actions: [`npx ringdown apply --org ${org}`]
  })
);

export const notReadBack = defineError(
  {
    code: 'NOT_READ_BACK',
    kind: 'org',
    exitCode: exitCode.failed,
    summary: 'Salesforce reported success, but reading back shows the old state.',
    fix: 'Run plan to see what differs; the org accepted a write that had no effect.'
  },
  (org: string, lines: readonly string[]) => ({
    message: `${org} answered with success, but ${lines.length} ${lines.length === 1 ? 'change is' : 'changes are'} not there when read back`,
    lines,
    actions: [`npx ringdown plan --org ${org}`]
  })
);
