import type { OutgoingHttpHeaders } from 'node:http';
import type { Authenticators } from './authenticators/authenticator';
import { createBoundedWork } from './authenticators/bounded-work';
import { createUsersFileAuthenticator, parseUsers } from './authenticators/users-file';
import { hashPassword, type HashCost } from './authenticators/password-hash';
import type { LoginAttempt } from '../shared/session-wire/login-attempt';
import type { SessionView } from '../shared/session-wire/session-view';
import type { AuditEvent } from './audit/audit-log';
import type { ListedSession } from './http/listed-session';
import { createSessionService, type SessionService, type SessionServiceOptions } from './session-service';
import { defaultPolicy, type Policy } from './settings/policy';
import type { ServiceSettings } from './settings/service-settings';
import type { SessionStore } from './store/session-store';
import { openSqliteStore } from './store/sqlite-store';
import { createHandClock, type HandClock } from './time/hand-clock';

export const orgId = '00D000000000001AAA';
export const otherOrgId = '00D000000000002AAA';
export const origin = 'https://voice.example.com';
/** Cheap, so that tests are quick; the real cost has a test of its own. */
export const testCost: HashCost = { log2Cost: 4, blockSize: 8, parallel: 1 };

/** Every field that an answer may have; a test that reads one which is not there fails. */
type AnswerBody = SessionView &
  LoginAttempt & {
    readonly state: string;
    readonly reason: string;
    readonly session: SessionView;
    readonly sessions: readonly ListedSession[];
    readonly code: string;
    readonly bearer: string;
    readonly url: string;
    readonly ticket: string;
    readonly retryAfterSeconds: number;
  };
export type Answer = {
  readonly status: number;
  readonly body: AnswerBody;
  readonly text: string;
  readonly headers: OutgoingHttpHeaders;
};
type Ask = {
  readonly body?: unknown;
  readonly headers?: Record<string, string | undefined>;
  readonly address?: string;
};

/** One browser: keeps its cookies, and sends what our pages send. */
export type Browser = {
  readonly cookies: Map<string, string>;
  readonly ask: (method: 'GET' | 'POST' | 'DELETE' | 'PUT', path: string, options?: Ask) => Promise<Answer>;
  readonly attempt: (org?: string, userName?: string) => Promise<LoginAttempt>;
  readonly login: (options?: LoginOptions) => Promise<Answer>;
};

type LoginOptions = {
  readonly username?: string;
  readonly password?: string;
  readonly org?: string;
  readonly address?: string;
};

export type TestService = SessionService & {
  readonly clock: HandClock;
  readonly store: SessionStore;
  readonly log: (AuditEvent & { readonly at: string })[];
  readonly browser: (address?: string) => Browser;
};

export type TestServiceOptions = Partial<Omit<SessionServiceOptions, 'settings' | 'clock'>> & {
  readonly clock?: HandClock;
  readonly policy?: Partial<Policy>;
  readonly settings?: Partial<ServiceSettings>;
};

/** The service for a test: everything real but the clock, and the store in memory. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const clock = options.clock ?? createHandClock();
  const store = options.store ?? openSqliteStore(':memory:');
  const log: TestService['log'] = [];
  const service = await createSessionService({
    authenticators: { '*': [await testUsers()] },
    pages: {
      html: (kind, org, nonce) => `<script nonce="${nonce}">${kind} ${org.orgId}</script>`,
      asset: (name) => (name === 'login.abc.js' ? { body: Buffer.from('1'), type: 'text/javascript' } : undefined)
    },
    writeAudit: (line) => log.push(JSON.parse(line) as TestService['log'][number]),
    ...options,
    settings: { ...testSettings(), ...options.settings, policy: { ...defaultPolicy, ...options.policy } },
    clock,
    store
  });
  return { ...service, clock, store, log, browser: (address) => browserOf(service, address) };
}

export function testSettings(): ServiceSettings {
  const org = (id: string, host: string) => ({
    orgId: id,
    name: host,
    frameAncestors: [`https://${host}.lightning.force.com`, `https://${host}.my.salesforce.com`],
    scrtUrl: `https://${host}.my.salesforce-scrt.com`,
    callCenter: 'Support',
    loginFrameHeight: 350
  });
  return {
    origin,
    orgs: [org(orgId, 'one'), org(otherOrgId, 'other')],
    policy: defaultPolicy,
    trustProxy: false,
    adminToken: 'admin-token',
    phoneSystemToken: 'phone-token',
    phone: { url: 'wss://phone.example.com/agents', ticketSecret: 'ticket-secret' }
  };
}

export const passwords: Readonly<Record<string, string>> = { ada: 'correct horse', bob: 'battery staple' };

// Made once: a service that starts again finds the same lines in its users file.
const testLines = Promise.all(
  Object.entries(passwords).map(async ([name, password]) => ({
    name,
    password: await hashPassword(password, testCost)
  }))
);

async function testUsers(): Promise<Authenticators[string][number]> {
  const users = await testLines;
  const parsed = parseUsers(JSON.stringify({ version: 1, users }), testCost);
  if ('problems' in parsed) throw new Error(parsed.problems.join('; '));
  const work = createBoundedWork({ running: 2, waiting: 1000 });
  return createUsersFileAuthenticator({ users: () => Promise.resolve(parsed.users), work, cost: testCost });
}

export function browserOf({ app }: Pick<SessionService, 'app'>, home = '192.0.2.1'): Browser {
  const cookies = new Map<string, string>();
  const ask: Browser['ask'] = async (method, path, { body, headers, address } = {}) => {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = method === 'GET' ? {} : { origin, 'x-ringdown': '1', 'content-type': 'application/json' };
    const sent = Object.entries({ cookie: jar, ...own, ...headers }).filter(
      ([, value]) => value !== undefined && value !== ''
    );
    const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await app.inject({
      method,
      url: path,
      headers: Object.fromEntries(sent) as Record<string, string>,
      remoteAddress: address ?? home,
      ...(payload === undefined ? {} : { payload })
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      text: answer.body,
      body: (isJson ? answer.json() : undefined) as AnswerBody,
      headers: answer.headers
    };
  };
  const attempt: Browser['attempt'] = async (org = orgId, userName = 'ada@example.com') => {
    const body = { userId: '005000000000001AAA', userName, callCenter: 'Support' };
    return (await ask('POST', `/orgs/${org}/attempts`, { body })).body;
  };
  const login: Browser['login'] = async ({ username = 'ada', password, org = orgId, address } = {}) => {
    const { attemptId, secret } = await attempt(org);
    const body = { attemptId, secret, username, password: password ?? passwords[username] ?? 'wrong' };
    return ask('POST', `/orgs/${org}/login`, { body, ...(address === undefined ? {} : { address }) });
  };
  return { cookies, ask, attempt, login };
}
