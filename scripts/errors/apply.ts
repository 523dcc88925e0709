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

export const installFailed = defineError(
  {
    code: 'INSTALL_FAILED',
    kind: 'org',
    exitCode: exitCode.failed,
    summary: 'Salesforce ended a package installation without success.',
    fix: 'Read Salesforce’s words below the message; when they name a component or licence, fix that and run apply again.'
  },
  (packageName: string, requestId: string, status: string, said: readonly string[]) => ({
    message: `${packageName}: the installation (request ${requestId}) ended as ${status}`,
    lines: said
  })
);

export const installStillRunning = defineError(
  {
    code: 'INSTALL_STILL_RUNNING',
    kind: 'org',
    exitCode: exitCode.stillRunning,
    summary: 'A package installation had not finished within the time that apply waits. It goes on in the org.',
    fix: 'Run the same command again: it adopts the running installation.'
  },
  (org: string, packageName: string, requestId: string, minutes: number) => ({
    message: `${org} is still installing ${packageName} (request ${requestId}) after ${minutes} minutes. Nothing was rolled back.`,
    actions: [`npx ringdown apply --org ${org}`]
  })
);

export const packageUnavailable = defineError(
  {
    code: 'PACKAGE_UNAVAILABLE',
    kind: 'org',
    exitCode: exitCode.temporary,
    summary: 'Salesforce did not offer a package version to this org within the time that apply waits.',
    fix: 'Check the id with the vendor; a version published minutes ago is worth another run.'
  },
  (org: string, packageName: string, status: string, minutes: number) => ({
    message: `${packageName} is not available to ${org} after ${minutes} minutes (${status})`,
    actions: [
      `npx ringdown apply --org ${org}`,
      'When it stays so, check the id with the vendor: wrong id, wrong instance, or not released.'
    ]
  })
);

export const deployFailed = defineError(
  {
    code: 'DEPLOY_FAILED',
    kind: 'org',
    exitCode: exitCode.failed,
    summary: 'The org refused the metadata of this configuration. The deploy was rolled back as a whole.',
    fix: 'Each line names the file, line and column of what the org refused; change the configuration, then run apply again.'
  },
  (org: string, deployId: string, lines: readonly string[]) => ({
    message: `${org} refused the metadata (deploy ${deployId}); the deploy was rolled back as a whole`,
    lines
  })
);

export const packageRefused = defineError(
  {
    code: 'PACKAGE_REFUSED',
    kind: 'org',
    exitCode: exitCode.failed,
    summary:
      'The org refused one of our own packages. The deploy was rolled back as a whole; nothing that needs it was tried.',
    fix: 'Each line names the component and Salesforce’s reason. For translations: turn on Translation Workbench (Setup > Translation Language Settings), or leave them out with ringdown: { translations: [] }.'
  },
  (org: string, packageName: string, deployId: string, lines: readonly string[], onlyTranslations: boolean) => ({
    message: `${org} refused ${packageName} (deploy ${deployId}); the deploy was rolled back as a whole`,
    lines,
    actions: onlyTranslations
      ? [
          'Turn on Translation Workbench: Setup > Translation Language Settings > Enable, and add the languages.',
          'Or leave them out: ringdown: { translations: [] }'
        ]
      : [`npx ringdown apply --org ${org}`]
  })
);

export const deployStillRunning = defineError(
  {
    code: 'DEPLOY_STILL_RUNNING',
    kind: 'org',
    exitCode: exitCode.stillRunning,
    summary: 'The metadata deploy had not finished within the time that apply waits. It goes on in the org.',
    fix: 'Run the same command again: it adopts the running deploy.'
  },
  (org: string, deployId: string, minutes: number) => ({
    message: `${org} is still deploying (${deployId}) after ${minutes} minutes. Nothing was rolled back.`,
    actions: [`npx ringdown apply --org ${org}`]
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
