import { verify, X509Certificate } from 'node:crypto';
import type { SendRequest, TelephonyAnswer, TelephonyRequest } from '../salesforce/send-request';

/** What goes wrong with one request: nothing; lost, or left hanging, before or after the work is done; a status instead of the work. */
export type Mishap = 'none' | 'lost-before' | 'lost-after' | 'unreachable' | 'hang-before' | 'hang-after' | number;

export type StandInCall = {
  readonly voiceCallId: string;
  readonly parent?: unknown;
  readonly patches: readonly object[];
};

/** A small Salesforce in memory, for tests: takes each token once, and only those that the certificates of `certificates` prove. */
export type SalesforceStandIn = {
  readonly send: SendRequest;
  /** What the next requests meet, in order; those after them meet nothing. */
  readonly mishaps: Mishap[];
  readonly certificates: Set<string>;
  readonly calls: Map<string, StandInCall>;
  readonly seen: (TelephonyRequest & { readonly did: 'create' | 'complete' | 'nothing' })[];
  /** Keys of calls that were created twice: no document of today says what Salesforce does then. */
  readonly createdTwice: string[];
  /** Answers what hangs. */
  readonly letGo: () => void;
};

export function createSalesforceStandIn(): SalesforceStandIn {
  const used = new Set<string>();
  const calls: SalesforceStandIn['calls'] = new Map();
  const seen: SalesforceStandIn['seen'] = [];
  const mishaps: Mishap[] = [];
  const createdTwice: string[] = [];
  const certificates = new Set<string>();
  let hanging: (() => void)[] = [];

  const answer = (request: TelephonyRequest): TelephonyAnswer => {
    const [header = '', claims = '', signature = ''] = request.token.split('.');
    const { jti } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { readonly jti: string };
    const isSigned = [...certificates].some((certificate) =>
      verify(
        'RSA-SHA256',
        Buffer.from(`${header}.${claims}`),
        new X509Certificate(certificate).publicKey,
        Buffer.from(signature, 'base64url')
      )
    );
    if (!isSigned || used.has(jti)) return { kind: 'answered', status: 401, body: {} };
    used.add(jti);
    return work(request);
  };
  const work = (request: TelephonyRequest): TelephonyAnswer => {
    const body = request.body as Readonly<Record<string, unknown>>;
    const done = (status: number, told: object, did: SalesforceStandIn['seen'][number]['did']): TelephonyAnswer => {
      seen.push({ ...request, did });
      return { kind: 'answered', status, body: told };
    };
    if (/\/voiceCalls\/(?:[^/]+\/\w+|messages)$/.test(request.url)) return done(200, { result: 'Accepted' }, 'nothing');
    if (request.method === 'POST') {
      const key = body.vendorCallKey;
      if (typeof key !== 'string' || body.from === 'refuse me') return done(400, { message: 'Required' }, 'nothing');
      if (calls.has(key)) createdTwice.push(key);
      const voiceCallId = `0LQ${String(calls.size + 1).padStart(12, '0')}AAA`;
      calls.set(key, { voiceCallId, parent: body.parentVoiceCallId, patches: [] });
      const errors = body.from === 'too long' ? 'We created your voice call but there were some errors' : [];
      return done(200, { voiceCallId, errors }, 'create');
    }
    const name = decodeURIComponent(request.url.split('/').at(-1) ?? '');
    const key = [...calls].find(([vendorKey, each]) => vendorKey === name || each.voiceCallId === name)?.[0] ?? name;
    const known = calls.get(key) ?? { voiceCallId: `0LQ${String(calls.size + 1).padStart(12, '0')}AAA`, patches: [] };
    calls.set(key, { ...known, patches: [...known.patches, body] });
    return done(200, { status: 'pending' }, 'complete');
  };

  return {
    ...{ mishaps, certificates, calls, seen, createdTwice },
    letGo: () => {
      for (const go of hanging) go();
      hanging = [];
    },
    send: async (request) => {
      const mishap = mishaps.shift() ?? 'none';
      if (mishap === 'unreachable') return { kind: 'not-sent', reason: 'ECONNREFUSED' };
      if (mishap === 'lost-before') return { kind: 'lost', reason: 'ECONNRESET' };
      if (typeof mishap === 'number') return { kind: 'answered', status: mishap, body: { message: 'No' } };
      const hang = (): Promise<void> => new Promise((resolve) => hanging.push(resolve));
      if (mishap === 'hang-before') await hang();
      const answered = answer(request);
      if (mishap === 'hang-after') await hang();
      return mishap === 'lost-after' ? { kind: 'lost', reason: 'ECONNRESET' } : answered;
    }
  };
}
