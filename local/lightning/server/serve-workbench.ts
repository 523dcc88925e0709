import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { appBundle, type App } from '../build/app-bundle';
import { loadCompilers } from '../build/development-packages';
import type { RunningOrg } from '../../org/start-org';
import { usualNow, type ComponentStates, type State } from '../states/state';
import type { Packages } from './convert-package';
import { i18nOf, isPageLanguage, wordsOf, type PageLanguage } from './languages';
import { pageHtml } from './page-html';
import { pageOrgs, withIds, type PageOrgs } from './page-orgs';
import { passOn } from './proxy';
import { sharedOrigin } from './state-address';
import { sendFile, sharedHeaders, typeOf } from './static-file';
import { workbenchHtml } from './workbench-html';

export type WorkbenchOptions = {
  /** Of the project. */
  readonly root: string;
  readonly states: readonly ComponentStates[];
  /** Starts an org with these packages deployed, for one page. */
  readonly startPageOrg: (packages: Packages) => Promise<RunningOrg>;
  readonly port?: number;
};

export type Workbench = { readonly url: string; readonly app: App; readonly close: () => Promise<void> };

/** Compiles the components and serves one page for every state of each, and one that shows them all. */
export async function serveWorkbench({ root, states, startPageOrg, port = 0 }: WorkbenchOptions): Promise<Workbench> {
  const app = await appBundle(
    root,
    loadCompilers(root),
    states.map(({ component }) => component)
  );
  const orgs = pageOrgs(startPageOrg);
  const serving: Serving = { root, states, app, orgs };
  const server = createServer((message, response) => {
    answer(serving, message, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain;charset=UTF-8' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    app,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await orgs.close();
    }
  };
}

type Serving = {
  readonly root: string;
  readonly states: readonly ComponentStates[];
  readonly app: App;
  readonly orgs: PageOrgs;
};

async function answer(serving: Serving, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { root, app, orgs } = serving;
  const url = new URL(message.url ?? '/', 'http://127.0.0.1');
  const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? [];
  if (first === '')
    return html(response, 200, workbenchHtml(`http://${message.headers.host ?? ''}`, serving.states, url.searchParams));
  if (first === 'states')
    return state(serving, rest, url.searchParams, response, sharedOrigin(message.socket.localPort ?? 0));
  if (first === 'orgs') {
    const [, session = '', inside = ''] = /^([^/]+)(\/.*)$/.exec(rest) ?? [];
    const org = orgs.find(session);
    return org
      ? passOn(message, response, org, `${inside}${url.search}`)
      : html(response, 410, 'The org of this page is closed.');
  }
  if (first === `app-${app.hash}`) {
    const code = app.files.get(rest);
    if (code !== undefined) {
      response.writeHead(200, { ...sharedHeaders, 'content-type': typeOf(rest) });
      return void response.end(code);
    }
  }
  const lightning = path.join(root, 'local/lightning');
  const sent =
    (first === 'slds' &&
      sendFile(response, path.join(root, 'node_modules/@salesforce-ux/design-system/assets'), rest)) ||
    (first === path.basename(app.vendor.folder) && sendFile(response, app.vendor.folder, rest)) ||
    (/^[\w-]+\.css$/.test(first) && rest === '' && sendFile(response, path.join(lightning, 'page'), first)) ||
    (/^[\w-]+\.js$/.test(first) && rest === '' && sendFile(response, path.join(lightning, 'page'), first));
  if (!sent) html(response, 404, `There is no ${url.pathname}`);
}

async function state(
  serving: Serving,
  rest: string,
  query: URLSearchParams,
  response: ServerResponse,
  shared: string
): Promise<void> {
  const { app, orgs, states } = serving;
  const [component = '', name = ''] = rest.split('/');
  const shown = states.find((each) => each.component === component);
  const found = shown?.states.find((each) => each.name === name);
  const language = query.get('language') ?? 'en';
  if (!shown || !found || !isPageLanguage(language))
    return html(response, 404, `There is no state ${rest} in ${language}`);
  const session = randomUUID();
  const org = await orgs.open(session, { ...found, ...(shown.packages ? { packages: shown.packages } : {}) });
  const nonce = session;
  const config = configOf({ shown, found, language, app, session, userId: org.userId, ids: org.ids, shared });
  html(
    response,
    200,
    pageHtml({
      title: `${shown.title}: ${found.title}`,
      language: String(config.values['i18n/lang']),
      direction: language === 'rtl' ? 'rtl' : 'ltr',
      importMap: Object.fromEntries(Object.entries(app.importMap).map(([name, place]) => [name, `${shared}${place}`])),
      config,
      boot: `${shared}/app-${app.hash}/boot.js`,
      shared,
      nonce
    }),
    shared,
    nonce
  );
}

function configOf(given: {
  readonly shown: ComponentStates;
  readonly found: State;
  readonly language: PageLanguage;
  readonly app: App;
  readonly session: string;
  readonly userId: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly shared: string;
}): { readonly values: Readonly<Record<string, string | boolean>> } & Readonly<Record<string, unknown>> {
  const { shown, found, language, app, session, userId, ids, shared } = given;
  return {
    component: shown.component,
    title: shown.title,
    host: shown.host,
    properties: withIds(found.properties ?? {}, ids),
    phone: withIds(found.phone ?? [], ids),
    ...(found.navigation === undefined ? {} : { navigation: found.navigation }),
    utilities: found.utilities ?? [],
    apex: withIds(found.apex ?? {}, ids),
    actions: found.actions ?? [],
    until: found.until ?? [],
    now: found.now ?? usualNow,
    ...(found.storage === undefined ? {} : { storage: found.storage }),
    ...(found.omni === undefined ? {} : { omni: found.omni }),
    ...(found.clickToDial === undefined ? {} : { clickToDial: found.clickToDial }),
    values: { ...i18nOf(language), 'user/Id': userId },
    labels: wordsOf(app.labels, language),
    org: `/orgs/${session}`,
    module: `${shared}/app-${app.hash}/c/${shown.component}.js`
  };
}

/** Pages load nothing from anywhere else. */
function html(response: ServerResponse, status: number, text: string, shared = '', nonce = ''): void {
  const policy = [
    `default-src 'self'`,
    'frame-src http://*.localhost:*',
    // The accessibility checker reads the style sheets.
    `connect-src 'self' ${shared}`,
    `img-src 'self' data: ${shared}`,
    `style-src 'self' 'unsafe-inline' ${shared}`,
    `script-src 'self' ${shared} ${nonce === '' ? '' : `'nonce-${nonce}'`}`
  ];
  response.writeHead(status, {
    'content-type': 'text/html;charset=UTF-8',
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; ')
  });
  response.end(text);
}
