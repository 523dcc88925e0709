import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalog } from './catalog/read-catalog';
import type { CatalogFile } from './catalog/catalog';
import { newState } from './seed/new-state';
import { askServer } from './server/ask-server';
import type { Tls } from './server/listen';
import { takeLock } from './server/lock';
import { loadParser } from './soql/parse-soql';
import { startOrg } from './start-org';
import { readJsonFile, removeFile, writeJsonFile } from './state/json-file';
import type { OrgKind } from './state/state';

/** What `server.json` says of a running org; the token is the administrator's. */
export type ServerFile = {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  readonly accessToken: string;
  readonly orgId: string;
  readonly username: string;
  readonly kind: OrgKind;
  readonly startedAt: string;
  /** PEM of the certificate that clients must trust; only when it listens with TLS. */
  readonly certificate?: string;
};

export type ServeOptions = {
  readonly stateDir: string;
  readonly kind: OrgKind;
  readonly catalog?: string;
  readonly port: number;
  /** PEM files, for clients that only speak https. */
  readonly tls?: { readonly keyFile: string; readonly certFile: string };
  /** Milliseconds without a request after which it ends. */
  readonly idleExit?: number;
};

/** Serves the org of a folder until the process is told to end, or nobody has asked for long enough. */
export async function serveOrg(
  options: ServeOptions
): Promise<{ readonly ready: Omit<ServerFile, 'accessToken'>; readonly ended: Promise<void> }> {
  const { stateDir, kind, catalog, port, idleExit } = options;
  const tls = options.tls && readTls(options.tls);
  const serverFile = path.join(stateDir, 'server.json');
  const release = await takeLock(stateDir, () => runningServer(stateDir));
  try {
    const org = await startOrg({ stateDir, kind, port, catalog, tls });
    const { url, orgId, username, accessToken } = org;
    const startedAt = new Date().toISOString();
    const certificate = tls ? { certificate: tls.cert } : {};
    const ready = { pid: process.pid, port: org.port, url, orgId, username, kind, startedAt, ...certificate };
    writeJsonFile(serverFile, { ...ready, accessToken } satisfies ServerFile);
    const ended = untilTold(idleExit, org.lastRequestAt).then(async () => {
      await org.close();
      removeFile(serverFile);
      release();
    });
    // Nothing else takes as long to load; the first query should not wait for it.
    setImmediate(() => void loadParser());
    return { ready, ended };
  } catch (error) {
    release();
    throw error;
  }
}

/** Starts the contents of the folder's org anew, in the running server when there is one. */
export async function resetOrg(options: Pick<ServeOptions, 'stateDir' | 'kind' | 'catalog'>): Promise<void> {
  const { stateDir, kind } = options;
  const catalog: CatalogFile | undefined = options.catalog === undefined ? undefined : readCatalog(options.catalog);
  const running = await runningServer(stateDir);
  if (running) {
    const status = await askServer(running, 'POST', 'reset', JSON.stringify({ kind, catalog }));
    if (status !== 204) throw new Error(`The running org of ${stateDir} answered ${status} to the reset`);
    return;
  }
  writeJsonFile(
    path.join(stateDir, 'state.json'),
    newState({ kind, ...(catalog ? { catalog } : {}), now: () => new Date() })
  );
}

/** What `server.json` says, when that server answers. */
async function runningServer(stateDir: string): Promise<ServerFile | undefined> {
  const file = readJsonFile(path.join(stateDir, 'server.json')) as ServerFile | undefined;
  if (!file) return undefined;
  try {
    return (await askServer(file, 'GET', 'settings')) === 200 ? file : undefined;
  } catch {
    return undefined;
  }
}

const readTls = ({ keyFile, certFile }: NonNullable<ServeOptions['tls']>): Tls => ({
  key: readFileSync(keyFile, 'utf8'),
  cert: readFileSync(certFile, 'utf8')
});

function untilTold(idleExit: number | undefined, lastRequestAt: () => number): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
    if (idleExit === undefined) return;
    const look = setInterval(
      () => {
        if (Date.now() - lastRequestAt() < idleExit) return;
        clearInterval(look);
        resolve();
      },
      Math.min(1000, idleExit)
    );
  });
}
