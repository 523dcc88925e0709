import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApiRequest, ApiResponse } from './api';
import { ApiError, restErrorOf } from './api-error';
import type { CatalogFile } from './catalog/catalog';
import { readCatalog, usualCatalogs } from './catalog/read-catalog';
import type { Fault } from './faults/fault-rule';
import { createFaults, type Faults } from './faults/faults';
import { answerUnder } from './faults/under-fault';
import { newAccessToken, newRefreshToken } from './oauth/login';
import type { OrgData } from './org-data';
import { createCursors } from './rest/cursors';
import { addCatalog } from './seed/add-catalog';
import { mergedCatalog, newState, type OrgIdentity } from './seed/new-state';
import { control, isControlPath, type ResetBody } from './server/control';
import { corsHeaders, preflight } from './server/cors';
import { listen, readRequest, type Tls } from './server/listen';
import { queriesIn, recordedRequest, type RecordedRequest } from './server/requests';
import { loadMetadata, type Metadata } from './server/load-metadata';
import { needsMetadata, route } from './server/route';
import { send } from './server/send';
import { readJsonFile, writeJsonFile } from './state/json-file';
import { openOrg } from './state/open-org';
import { stateHash } from './state/state-hash';
import type { LocalOrg, LocalSettings, OrgKind, State } from './state/state';

export type StartOptions = {
  readonly kind: OrgKind;
  /** Keeps the org in `state.json` of this folder; without one it lives as long as the process. */
  readonly stateDir?: string;
  /** What another org of this kind was; begins there, when no folder holds one. */
  readonly from?: State;
  /** Users, packages, licences and connected apps beyond the usual: a catalog, a JSON file, or `voice`. */
  readonly catalog?: CatalogFile | string;
  readonly port?: number;
  readonly settings?: Partial<LocalSettings>;
  readonly now?: () => Date;
  /** Listens with TLS; clients need the certificate. */
  readonly tls?: Tls;
  /** Who a new org is, when there are several of one kind. */
  readonly identity?: OrgIdentity;
};

/** An org that answers until it is closed. */
export type RunningOrg = {
  readonly url: string;
  readonly port: number;
  /** Of the administrator. */
  readonly accessToken: string;
  readonly orgId: string;
  readonly username: string;
  /** The org's contents, as they are now. */
  readonly data: OrgData;
  readonly requests: readonly RecordedRequest[];
  readonly faults: Pick<Faults, 'add' | 'clear'>;
  readonly changeSettings: (settings: Partial<LocalSettings>) => void;
  /** A new refresh token of a user, for logins that want one. */
  readonly refreshToken: (username?: string) => string;
  /** Logs a user in and gives the access token; the name of a seeded user is enough, as it stands in the catalog. */
  readonly accessTokenOf: (username: string) => string;
  readonly stateHash: () => string;
  /** When the last request came, in milliseconds since 1970. */
  readonly lastRequestAt: () => number;
  readonly close: () => Promise<void>;
};

/** Starts an org on this computer, or goes on with the one that the folder holds. */
export async function startOrg(options: StartOptions): Promise<RunningOrg> {
  const { stateDir, tls, now = () => new Date() } = options;
  const file = stateDir === undefined ? undefined : path.join(stateDir, 'state.json');
  let org = openState(options, file, now);
  let saved = -1;
  let lastRequestAt = now().getTime();
  let metadata: Metadata | undefined;
  let cursors = createCursors();
  const faults = createFaults();
  const requests: RecordedRequest[] = [];

  const save = (): void => {
    if (file !== undefined && org.changes() !== saved) writeJsonFile(file, org.state());
    saved = org.changes();
  };
  const reset = ({ kind = org.kind, catalog }: ResetBody): void => {
    const fresh = newState({ kind, catalog, now });
    // Whoever controls this org stays logged in.
    org = openOrg({ ...fresh, accessTokens: { ...fresh.accessTokens, ...adminLogin(org, fresh) } }, now);
    cursors = createCursors();
    saved = -1;
    faults.clear();
  };
  const answer = (request: ApiRequest, fault: Fault | undefined): ApiResponse => {
    if (isControlPath(request.path)) return control({ org, faults, requests, reset }, request);
    const soapFault = metadata?.soapFault ?? ((code: string) => code);
    return answerUnder(fault, { org, request, soapFault }, (isLocked) =>
      route({ org, cursors, metadata, ...(isLocked ? { isLocked } : {}) }, request)
    );
  };
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(message, tls ? 'https' : 'http');
    lastRequestAt = now().getTime();
    const asked = preflight(request);
    if (asked) return void send(response, asked, false);
    const isControl = isControlPath(request.path);
    const fault = isControl ? undefined : faults.next({ ...request, queries: queriesIn(request) });
    const keep = (status: number): unknown => !isControl && requests.push(recordedRequest(request, status));
    if (fault?.kind === 'reset-before') {
      keep(0);
      return void message.socket.resetAndDestroy();
    }
    if (needsMetadata(request.path)) metadata ??= loadMetadata();
    const answered = safely(() => answer(request, fault));
    save();
    if (fault?.kind === 'reset-after') {
      keep(0);
      return void message.socket.resetAndDestroy();
    }
    const delay = (isControl ? 0 : org.settings.latency) + (fault?.kind === 'slow' ? fault.milliseconds : 0);
    if (delay > 0) await wait(delay);
    keep(answered.status);
    const headers = {
      'sforce-limit-info': `api-usage=${requests.length}/100000`,
      ...corsHeaders(request),
      ...answered.headers
    };
    send(response, { ...answered, headers }, request.method === 'HEAD');
  };

  const server = await listen(
    (message, response) => void handle(message, response).catch(() => message.socket.destroy()),
    options.port ?? 0,
    tls
  );
  save();
  const [accessToken = '', admin] = Object.entries(org.state().accessTokens)[0] ?? [];
  return {
    url: server.url,
    port: server.port,
    accessToken,
    orgId: org.orgId,
    username: String(org.row('User', admin?.userId ?? '')?.Username),
    get data() {
      return org;
    },
    requests,
    faults,
    changeSettings: (settings) => org.changeSettings(settings),
    refreshToken: (username) => {
      const user = org.rows('User').find((row) => row.Username === username)?.Id ?? admin?.userId ?? '';
      return newRefreshToken(org, user);
    },
    accessTokenOf: (username) => newAccessToken(org, username),
    stateHash: () => stateHash(org.state()),
    lastRequestAt: () => lastRequestAt,
    close: async () => {
      await server.close();
      save();
    }
  };
}

/** The org in the folder with what the options add to it, or a new one. */
function openState(options: StartOptions, file: string | undefined, now: () => Date): LocalOrg {
  const catalog = options.catalog === undefined ? undefined : readCatalog(options.catalog);
  const kept = file === undefined ? options.from : ((readJsonFile(file) as State | undefined) ?? options.from);
  if (!kept) {
    const { kind, settings, identity } = options;
    return openOrg(newState({ kind, catalog, settings, identity, now }), now);
  }
  if (kept.format !== 1 || kept.kind !== options.kind)
    throw new Error(`${file ?? 'The given state'} holds another kind of org: ${kept.kind}`);
  const merged = catalog ? mergedCatalog([...usualCatalogs, kept.catalog, catalog]) : kept.catalog;
  const org = openOrg({ ...kept, catalog: merged, settings: { ...kept.settings, ...options.settings } }, now);
  const admin = Object.values(kept.accessTokens)[0]?.userId ?? '';
  if (catalog) org.as(admin, () => addCatalog(org, catalog));
  return org;
}

function adminLogin(org: LocalOrg, fresh: State): State['accessTokens'] {
  const admin = Object.values(fresh.accessTokens)[0];
  const [token] = Object.keys(org.state().accessTokens);
  return admin && token !== undefined ? { [token]: admin } : {};
}

/** A defect of this org is an answer, so that a test sees it and not a broken connection. */
function safely(work: () => ApiResponse): ApiResponse {
  try {
    return work();
  } catch (error) {
    const known =
      error instanceof ApiError
        ? error
        : new ApiError(500, 'UNKNOWN_EXCEPTION', String(error instanceof Error ? error.stack : error));
    return { status: known.status, body: [restErrorOf(known)] };
  }
}
