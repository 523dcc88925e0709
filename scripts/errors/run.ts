import { defineError } from './define-error';
import { exitCode } from '../exit-code';

export const wrongCommandLine = defineError(
  {
    code: 'USAGE',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: 'The command line is not one that Ringdown knows.',
    fix: 'npx ringdown --help'
  },
  (what: string, help: string) => ({ message: what, actions: [help] })
);

export const interrupted = defineError(
  {
    code: 'INTERRUPTED',
    kind: 'usage',
    exitCode: exitCode.interrupted,
    summary: 'The run was interrupted (Ctrl-C). What the org had started goes on there; the journal knows its ids.',
    fix: 'Run the same command again: it looks first, adopts what runs, and goes on.'
  },
  (again: string) => ({ message: 'interrupted; nothing is lost', actions: [again] })
);

export const orgUnreachable = defineError(
  {
    code: 'ORG_UNREACHABLE',
    kind: 'network',
    exitCode: exitCode.temporary,
    summary: 'No usable answer came from Salesforce, after all retries that are safe.',
    fix: 'Check the network and status.salesforce.com, then run the same command again.'
  },
  (purpose: string, code: string, said: string, again: string, cause: unknown) => ({
    message: `${purpose}: ${said} (${code})`,
    actions: ['Check the network, and the org’s instance at status.salesforce.com.', again],
    cause
  })
);

export const tlsUntrusted = defineError(
  {
    code: 'TLS_UNTRUSTED',
    kind: 'network',
    exitCode: exitCode.failed,
    summary: 'Node does not trust the certificate that the other side showed, so nothing was sent.',
    fix: 'Behind a proxy that opens TLS, set NODE_EXTRA_CA_CERTS to the PEM file of its certificate authority; otherwise check the host and this computer’s clock.'
  },
  (said: string, code: string, cause: unknown) => ({
    message: `${said} (${code})`,
    actions: [
      'Behind a proxy that opens TLS: export NODE_EXTRA_CA_CERTS=/path/of/its-certificate-authority.pem',
      'Otherwise check the host in the configuration and the clock of this computer.'
    ],
    cause
  })
);

export const quotaSpent = defineError(
  {
    code: 'REQUEST_LIMIT_EXCEEDED',
    kind: 'org',
    exitCode: exitCode.temporary,
    summary: 'The org’s API requests of the last 24 hours are used up.',
    fix: 'Wait until the window moves on, or find the integration that uses them: Setup > Company Information > API Requests.'
  },
  (said: string, again: string, cause: unknown) => ({
    message: `the org’s API request limit is used up: ${said}`,
    actions: ['Setup > Company Information shows API Requests, Last 24 Hours.', again],
    cause
  })
);

export const orgRefused = defineError(
  {
    code: 'ORG_REFUSED',
    kind: 'org',
    exitCode: exitCode.failed,
    summary: 'Salesforce refused a request for a reason of its own.',
    fix: 'Salesforce’s words and error code are in the message.'
  },
  (purpose: string, code: string, said: string, cause: unknown) => ({ message: `${purpose}: ${code}: ${said}`, cause })
);

export const apiNotEnabled = defineError(
  {
    code: 'API_NOT_ENABLED',
    kind: 'org',
    exitCode: exitCode.preflightBlocked,
    summary: 'The user who runs Ringdown, or the whole org, may not use the API. Nothing was written.',
    fix: 'Give the running user API Enabled (a permission set or the profile); Group and Professional Edition need the API as an add-on.'
  },
  (org: string, code: string, said: string, cause: unknown) => ({
    message: `${org}: the running user may not use the API (${code}: ${said}). Nothing was written.`,
    cause
  })
);

export const outputUnwritable = defineError(
  {
    code: 'OUTPUT_UNWRITABLE',
    kind: 'usage',
    exitCode: exitCode.usage,
    summary: 'A file or folder that Ringdown is to write cannot be written.',
    fix: 'Name a path whose folder exists and is yours to write.'
  },
  (path: string, said: string, cause: unknown) => ({ message: `${path} cannot be written: ${said}`, cause })
);

export const outputLocked = defineError(
  {
    code: 'OUTPUT_LOCKED',
    kind: 'usage',
    exitCode: exitCode.staleOrLocked,
    summary: 'Another run of Ringdown has been adding to the same file for longer than that takes.',
    fix: 'Wait until it has ended, then run the same command.'
  },
  (path: string, pid: number, host: string, since: string, lockFile: string) => ({
    message: `${path} is being written by process ${pid} on ${host} since ${since}. Nothing was written.`,
    actions: ['Wait until it has ended, then run the same command.', `When no such process exists: delete ${lockFile}`]
  })
);

export const apiVersionUnknown = defineError(
  {
    code: 'API_VERSION_UNKNOWN',
    kind: 'org',
    exitCode: exitCode.preflightBlocked,
    summary: 'The org does not answer to the API version that the configuration names.',
    fix: 'Set apiVersion to a version that the org has: 59.0 or newer.'
  },
  (org: string, request: string, cause: unknown) => ({
    message: `${request}: ${org} does not have this resource; most likely it does not know the API version. Nothing was written.`,
    actions: ['Set apiVersion in the configuration to the org’s release, for example 67.0 for Summer ’26.'],
    cause
  })
);

export const unexpected = defineError(
  {
    code: 'DEFECT',
    kind: 'defect',
    exitCode: exitCode.defect,
    summary: 'A defect of Ringdown.',
    fix: 'Please report it with the output of the same command and --json.'
  },
  (cause: unknown) => ({
    message: `this is a defect of Ringdown: ${cause instanceof Error ? cause.message : String(cause)}`,
    lines:
      cause instanceof Error && cause.stack !== undefined
        ? cause.stack
            .split('\n')
            .slice(1, 6)
            .map((line) => line.trim())
        : [],
    cause
  })
);
