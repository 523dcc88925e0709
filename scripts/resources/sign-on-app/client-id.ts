import type { ResolvedConfig } from '../../config/resolved-config';
import type { Answers } from '../question';
import { childText } from '../xml/read-xml';
import { wantedApp } from './app-components';
import { foundComponent } from './compare-component';

/** What our session service must know to let reps sign in with the org. */
export type SignOn = { readonly issuer: string; readonly clientId: string };

/** The app's consumer key as the org says it. The secret cannot be read by the Metadata API, and is not needed. */
export function clientIdIn(config: ResolvedConfig, answers: Answers): string | undefined {
  const oauth = wantedApp(config).find(({ type }) => type === 'ExtlClntAppGlobalOauthSettings');
  const found = oauth && foundComponent(oauth, answers);
  const key = found && childText(found.root, 'consumerKey')?.trim();
  return key === '' ? undefined : key;
}

/** The provider and the client, once the org or the file says the client id. `domain` is where the org answers; a build has none. */
export function signOnOf(config: ResolvedConfig, answers: Answers, domain?: string): SignOn | undefined {
  const given = config.ringdown?.singleSignOn;
  const clientId = clientIdIn(config, answers) ?? given?.clientId;
  if (given === undefined || clientId === undefined) return undefined;
  // An org says that it is its My Domain; the one on this computer has no other address than its own.
  const own = domain === undefined ? undefined : `http://${domain}`;
  const issuer = config.org.login.kind === 'local' ? own : config.org.myDomain;
  return issuer === undefined ? undefined : { issuer, clientId };
}
