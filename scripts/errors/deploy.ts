import { defineError } from './define-error';
import { exitCode } from '../exit-code';

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
