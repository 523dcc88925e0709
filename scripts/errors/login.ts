import { defineError } from './define-error';
import { exitCode } from '../exit-code';

export const loginRefused = defineError(
  {
    code: 'LOGIN_REFUSED',
    kind: 'org',
    exitCode: exitCode.failed,
    summary: 'Salesforce refused the login that the configuration names.',
    fix: 'Read Salesforce’s words; check the user, the app’s policy and the key, then run the command again.'
  },
  (org: string, how: string, said: string, actions: readonly string[]) => ({
    message: `${org}: the login by ${how} was refused: ${said}`,
    actions
  })
);

export const sessionExpired = defineError(
  {
    code: 'SESSION_EXPIRED',
    kind: 'org',
    exitCode: exitCode.failed,
    summary: 'The access token is no longer valid and this way of logging in cannot renew it.',
    fix: 'Log in again and run the same command; what was done is found and not done twice.'
  },
  (org: string, said: string) => ({ message: `${org}: the session is not valid: ${said}` })
);

export const secretMissing = defineError(
  {
    code: 'SECRET_MISSING',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'A secret is not where the configuration says it is.',
    fix: 'Set the environment variable, or put the file where the configuration points.'
  },
  (what: string, where: string, fix: string) => ({ message: `${what} is not in ${where}`, actions: [fix] })
);

export const privateKeyInvalid = defineError(
  {
    code: 'PRIVATE_KEY_INVALID',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'What is given as the private key of a JWT login is not an unencrypted private key in PEM form.',
    fix: 'Give the key, not the certificate: -----BEGIN PRIVATE KEY----- and so on, without a passphrase.'
  },
  (org: string, said: string) => ({ message: `the private key of orgs.${org} cannot be read: ${said}` })
);

export const sfLoginMissing = defineError(
  {
    code: 'SF_LOGIN_MISSING',
    kind: 'org',
    exitCode: exitCode.failed,
    summary: 'The Salesforce CLI has stored no login under this name.',
    fix: 'Log in with the Salesforce CLI under that alias, then run the command again.'
  },
  (alias: string, cause: unknown) => ({
    message: `the Salesforce CLI has no login for "${alias}": ${cause instanceof Error ? cause.message : String(cause)}`,
    actions: [`sf org login web --alias ${alias}`, 'sf org list'],
    cause
  })
);

export const authUrlMalformed = defineError(
  {
    code: 'AUTH_URL_MALFORMED',
    kind: 'usage',
    exitCode: exitCode.configuration,
    summary: 'The auth URL is not of the form force://clientId:clientSecret:refreshToken@host.',
    fix: 'Take it from: sf org display --verbose --json'
  },
  (where: string) => ({
    message: `${where} does not hold an auth URL (force://clientId:clientSecret:refreshToken@host)`
  })
);
