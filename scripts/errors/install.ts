import { defineError } from './define-error';
import { exitCode } from '../exit-code';

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
