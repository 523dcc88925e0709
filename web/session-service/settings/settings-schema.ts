import { z } from 'zod';
import { matchFields } from '../authenticators/proved-name';
import { defaultPolicy } from './policy';

/** A secret is never written into the settings: they name the variable or the file that holds it. */
const secret = z.union(
  [
    z.strictObject({
      env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable')
    }),
    z.strictObject({ file: z.string().min(1) })
  ],
  'must be {"env": "NAME"} or {"file": "path"}; a secret is never written into this file'
);

export type SecretSource = z.infer<typeof secret>;

const orgKey = z.union(
  [z.literal('*'), z.string().regex(/^00D[A-Za-z0-9]{15}$/)],
  'must be * or an org id of 18 characters'
);
const origin = z.string().refine(isHttpsOrigin, 'must be an origin such as https://voice.example.com, without a path');
const whole = (least: number, most: number, what: string): z.ZodNumber => {
  const words = `must be a whole number of ${what} from ${least} to ${most}`;
  return z.int(words).min(least, words).max(most, words);
};

const issuer = z.string().refine(isSafeIssuer, 'must be an https address, or http on this computer only');

const authenticator = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('users'), file: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('oidc'),
    issuer,
    clientId: z.string().min(1),
    clientSecret: secret.optional(),
    label: z.string().min(1).max(64),
    userNameClaim: z.string().min(1).optional(),
    federationIdClaim: z.string().min(1).optional()
  })
]);

const policy = z
  .strictObject({
    idleMinutes: whole(1, 1440, 'minutes').default(defaultPolicy.idleMinutes),
    absoluteHours: whole(1, 168, 'hours').default(defaultPolicy.absoluteHours),
    warnMinutes: whole(0, 60, 'minutes').default(defaultPolicy.warnMinutes),
    duringCall: z.enum(['defer', 'cut'], 'must be defer or cut').default(defaultPolicy.duringCall),
    longestDeferMinutes: whole(0, 480, 'minutes').default(defaultPolicy.longestDeferMinutes),
    sessionsPerUser: whole(1, 100, 'sessions').default(defaultPolicy.sessionsPerUser),
    rotateMinutes: whole(1, 1440, 'minutes').default(defaultPolicy.rotateMinutes)
  })
  .default(defaultPolicy);

/** Beside the settings. */
const sessionsFile = 'sessions.db';

/** The operator's file. */
export const settingsSchema = z
  .strictObject({
    listen: z
      .strictObject({ host: z.string().min(1).default('127.0.0.1'), port: whole(0, 65_535, 'a port').default(8443) })
      .default({ host: '127.0.0.1', port: 8443 }),
    origin,
    tls: z.strictObject({ keyFile: z.string().min(1), certFile: z.string().min(1) }).optional(),
    trustProxy: z
      .union([z.literal(false), z.array(z.string().min(1)).min(1)], 'must be false or a list of networks')
      .default(false),
    orgsFile: z.string().min(1),
    store: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('sqlite'), file: z.string().min(1).default(sessionsFile) }),
        z.strictObject({ kind: z.literal('redis'), url: secret, prefix: z.string().min(1).default('ringdown:') })
      ])
      .default({ kind: 'sqlite', file: sessionsFile }),
    authenticators: z.record(orgKey, z.array(authenticator).min(1)),
    policy,
    adminToken: secret.optional(),
    phoneSystemToken: secret.optional(),
    phone: z
      .strictObject({ url: z.string().refine(isWebSocketUrl, 'must be a wss address'), ticketSecret: secret })
      .optional(),
    /** Where the key pairs of the orgs are; without it the service creates no VoiceCalls. */
    keysFolder: z.string().min(1).optional(),
    /** Where calls wait for Salesforce. */
    callsFile: z.string().min(1).default('calls.db'),
    /** How many passwords are checked at once, 128 MiB each, and how many wait for it. */
    passwordWork: z
      .strictObject({ running: whole(1, 64, 'checks').default(2), waiting: whole(0, 10_000, 'checks').default(40) })
      .default({ running: 2, waiting: 40 }),
    auditFile: z.string().min(1).optional(),
    /** The built pages, when they are not beside the program. */
    pagesFolder: z.string().min(1).optional()
  })
  .refine(({ listen, tls, trustProxy }) => tls !== undefined || trustProxy !== false || isThisComputer(listen.host), {
    path: ['listen', 'host'],
    message: 'is reached by other computers: it needs tls, or trustProxy with the network of the proxy that has it'
  });

export type SettingsFile = z.infer<typeof settingsSchema>;

/** What the tool writes: the orgs and who may frame their pages. */
export const orgsSchema = z.strictObject({
  version: z.literal(1),
  orgs: z
    .array(
      z.strictObject({
        orgId: z.string().regex(/^00D[A-Za-z0-9]{15}$/, 'must be an org id of 18 characters'),
        name: z.string().min(1),
        frameAncestors: z.array(origin).min(1),
        scrtUrl: origin,
        callCenter: z.string().min(1),
        loginFrameHeight: whole(1, 4096, 'pixels'),
        /** The field of the Salesforce user that is the agent's name; Username when absent. */
        matchBy: z.enum(matchFields, `must be one of ${matchFields.join(', ')}`).optional(),
        /** Reps of this org sign in with the org itself, by a client that has no secret. */
        signOn: z.strictObject({ issuer, clientId: z.string().min(1) }).optional()
      })
    )
    .refine((orgs) => new Set(orgs.map(({ orgId }) => orgId)).size === orgs.length, 'must not name an org twice')
});

/** Exactly an origin: it goes into a policy, where a path, a wildcard or a second word would mean something else. */
export function isHttpsOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && text.startsWith('https://') && !text.includes('*');
}

function isThisComputer(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host);
}

function isSafeIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

function isWebSocketUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'wss:' || (protocol === 'ws:' && hostname === '127.0.0.1');
}
