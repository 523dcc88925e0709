import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { PageOrg } from '../../../lightning/server/page-orgs';
import { names } from '../names';
import { openCtiLibrary } from './library';
import { readCallCenter } from './read-call-center';

/** Who asks for what. */
type Asked = {
  readonly root: string;
  readonly host: string;
  readonly url: URL;
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly userId: string;
  readonly org?: Pick<PageOrg, 'url' | 'accessToken'>;
};

/**
 * Answers what belongs to Open CTI: the library, under both hosts of the org; the call center of the rep, to the console's own page;
 * the adapter of a vendor that knows nothing of Ringdown. False for everything else.
 */
export async function answerOpenCti({ root, host, url, message, response, userId, org }: Asked): Promise<boolean> {
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
  const isOwn = host === names.console && message.headers['sec-fetch-site'] === 'same-origin';
  if (!isOwn || org === undefined || pathname !== '/open-cti/call-center') return false;
  send(response, 'application/json', JSON.stringify((await readCallCenter(org, userId)) ?? null));
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
