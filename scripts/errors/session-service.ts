import { exitCode } from '../exit-code';
import { defineError } from './define-error';

export const orgsFileInvalid = defineError(
  {
    code: 'SESSION_SERVICE_FILE_INVALID',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'The file that tells the session service of its orgs is there, but is not what Ringdown wrote.',
    fix: 'Mend the file, or move it away: build and apply of each org write it anew.'
  },
  (path: string, why: string) => ({
    message: `${path} cannot be added to: ${why}. Nothing was written.`,
    actions: [
      `Mend ${path}, or move it away; then npx ringdown apply --org NAME for each org of the session service writes it anew.`
    ]
  })
);

export const myDomainUnknown = defineError(
  {
    code: 'MY_DOMAIN_UNKNOWN',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'The org’s other domains, which may frame the login page, cannot be derived from where it answers.',
    fix: 'Write the org’s My Domain as orgs.NAME.myDomain: https://example.my.salesforce.com.'
  },
  (org: string, host: string) => ({
    message: `${org} answers at ${host}, which is no https://NAME.my.salesforce.com. Nothing was written.`,
    actions: [`Write orgs.${org}.myDomain: https://NAME.my.salesforce.com (Setup > My Domain shows it).`]
  })
);

export const myDomainMismatch = defineError(
  {
    code: 'MY_DOMAIN_MISMATCH',
    kind: 'usage',
    exitCode: exitCode.preflightBlocked,
    summary: 'The configuration names another My Domain than the org answers at.',
    fix: 'Correct orgs.NAME.myDomain, or take it out.'
  },
  (org: string, given: string, found: string) => ({
    message: `orgs.${org}.myDomain is ${given}, but the org answers at ${found}. Nothing was written.`,
    actions: [`Write ${found}, or take orgs.${org}.myDomain out: it is read from the org.`]
  })
);

export const sessionServiceUnreachable = defineError(
  {
    code: 'SESSION_SERVICE_UNREACHABLE',
    kind: 'network',
    exitCode: exitCode.temporary,
    summary:
      'The session service gave no usable answer. A key pair that was made is found by the next run, not made again.',
    fix: 'Check that the session service runs and that this computer reaches it, then run the same command again.'
  },
  (service: string, reason: string, said: string, cause?: unknown) => ({
    message: `${service}: ${said} (${reason})`,
    data: { reason },
    cause
  })
);

export const sessionServiceRefused = defineError(
  {
    code: 'SESSION_SERVICE_REFUSED',
    kind: 'org',
    exitCode: exitCode.failed,
    summary: 'The session service refused to show or change the org’s keys.',
    fix: 'TOKEN_REFUSED: compare ringdown.adminToken with the service’s settings. ORG_UNKNOWN: give the service the new session-service.json. TOO_MANY_KEYS: delete pending key pairs that nobody waits for (docs/voice-calls.md); retired ones are removed by each rotation.'
  },
  (service: string, status: number, reason: string) => ({
    message: `${service} refused: ${reason} (status ${status})`,
    data: { reason, status }
  })
);

export const adminTokenMalformed = defineError(
  {
    code: 'ADMIN_TOKEN_MALFORMED',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'The admin token holds what no token can hold, such as a line break, so it was not sent.',
    fix: 'Look where ringdown.adminToken says it is: one line of plain characters, the same as in the session service’s settings.'
  },
  (service: string) => ({
    message: `The admin token for ${service} has a space, a line break or a character that is no plain one. Nothing was sent.`
  })
);

export const nothingToRotate = defineError(
  {
    code: 'NO_KEYS_TO_ROTATE',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: '--rotate-keys was given for an org whose keys are not made by Ringdown.',
    fix: 'Only a call center with pages: ringdown and without a certificateFile has keys that apply makes.'
  },
  (org: string) => ({
    message: `--rotate-keys: no call center of ${org} has pages: ringdown without a certificateFile. Nothing was written.`
  })
);
