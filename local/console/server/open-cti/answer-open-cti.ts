import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { PageOrg } from '../../../lightning/server/page-orgs';
import { names } from '../names';
import type { Certificate } from '../certificate';
import { forward } from '../forward';
import { openCtiLibrary } from './library';
import { orgPlace, type OrgRep } from '../org-reps';
import { openedWindow } from './open-cti-page';
import { readCallCenter } from './read-call-center';

/** Who asks for what. */
type Asked = {
  readonly root: string;
  readonly host: string;
  readonly url: URL;
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly certificate: Certificate;
  readonly org?: Pick<PageOrg, 'url' | 'accessToken'>;
  readonly reps?: readonly OrgRep[];
};

/**
 * Answers what belongs to Open CTI: the library, under both hosts of the org; the call center of the rep, to the console's own page;
 * the adapter of a vendor that knows nothing of Ringdown. False for everything else.
 */
export async function answerOpenCti(asked: Asked): Promise<boolean> {
  const { root, host, url, message, response } = asked;
  const { pathname } = url;
  if (host === names.console || host === names.myDomain) {
    const library = openCtiLibrary(root, pathname);
    if (library !== undefined) {
      // Pages of other sites load it.
      send(response, 'text/javascript;charset=UTF-8', await library, {
        'cross-origin-resource-policy': 'cross-origin'
      });
      return true;
    }
  }
  if (host === names.vendor && /^\/(adapter|standby)(\.js)?$/.test(pathname)) {
    const isScript = pathname.endsWith('.js');
    const file = path.join(root, 'local/console/testing/adapter', isScript ? 'adapter.js' : 'adapter.html');
    send(response, isScript ? 'text/javascript;charset=UTF-8' : 'text/html;charset=UTF-8', readFileSync(file, 'utf8'));
    return true;
  }
  const begun = host === names.console ? openedWindow(url, message.headers.referer) : undefined;
  if (begun !== undefined) {
    response.writeHead(302, { location: begun, 'cache-control': 'no-store' });
    response.end();
    return true;
  }
  const isOwn = host === names.console && message.headers['sec-fetch-site'] === 'same-origin';
  return isOwn && answerRep(asked);
}

/** What the page of a rep asks: the rep's call center, and the org with the rep's session. */
async function answerRep({ url, message, response, certificate, org, reps = [] }: Asked): Promise<boolean> {
  const rep = reps.find((each) => url.pathname.startsWith(`${orgPlace(each)}/`));
  if (!rep || !org) return false;
  const rest = url.pathname.slice(orgPlace(rep).length);
  if (rest === '/call-center') {
    // A rep may not read metadata; Lightning reads it for them.
    send(response, 'application/json', JSON.stringify((await readCallCenter(org, rep.userId)) ?? null));
    return true;
  }
  forward({
    message,
    response,
    to: new URL(`${rest}${url.search}`, org.url),
    cert: certificate.cert,
    headers: { authorization: `Bearer ${rep.accessToken}` }
  });
  return true;
}

function send(
  response: ServerResponse,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {}
): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(body);
}
