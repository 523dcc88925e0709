import { sfLoginMissing } from '../../errors/login';
import type { Session } from '../transport';
import { jwtSession, refreshSession, trimSlash } from './oauth';

/** Takes a login that the Salesforce CLI stored. The only file that loads @salesforce/core, which takes a third of a second. */
export async function sfSession(alias: string, org: string, now: () => number, signal?: AbortSignal): Promise<Session> {
  // Its log file and its telemetry belong to the CLI's runs, not to ours.
  process.env['SF_DISABLE_LOG_FILE'] = 'true';
  const { AuthInfo, StateAggregator } = await import('@salesforce/core');
  try {
    const stored = await StateAggregator.getInstance();
    const username = stored.aliases.getUsername(alias) ?? alias;
    const fields = (await AuthInfo.create({ username })).getFields(true);
    const { accessToken, instanceUrl, loginUrl, clientId, clientSecret, refreshToken, privateKey } = fields;
    if (accessToken === undefined || instanceUrl === undefined)
      throw new Error('the stored login holds no access token');
    const session = { accessToken, instanceUrl: trimSlash(instanceUrl) };
    const at = loginUrl ?? instanceUrl;
    if (clientId !== undefined && refreshToken !== undefined) {
      return {
        ...session,
        renew: () => refreshSession({ clientId, clientSecret, refreshToken, loginUrl: at }, org, signal)
      };
    }
    if (clientId !== undefined && privateKey !== undefined) {
      const { readFile } = await import('node:fs/promises');
      return {
        ...session,
        renew: async () =>
          jwtSession(
            { clientId, username, privateKey: await readFile(privateKey, 'utf8'), loginUrl: at },
            org,
            now,
            signal
          )
      };
    }
    return session;
  } catch (cause) {
    throw sfLoginMissing(alias, cause);
  }
}
