import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Row } from '../../local/org/org-data';
import { startOrg, type RunningOrg } from '../../local/org/start-org';
import { servePhone, type RunningPhone } from '../../local/phone/serve-phone';
import { startTestService, testSettings, type TestService } from '../../web/session-service/service-harness';
import { systemClock } from '../../web/session-service/time/clock';
import { type CallAuditEvent } from '../../web/voice-calls/call-audit';
import { openVoiceCalls } from '../../web/voice-calls/voice-calls';
import { giveCertificate, voiceOrg } from './contact-center';

const tokens = { adminToken: 'the-token-of-the-admin', phoneSystemToken: 'the-token-of-the-phone-system' };

/** A Salesforce org, our service and a phone system on this computer, each over HTTP; the doors of the service are the real ones. */
export type CallsWorld = {
  readonly org: RunningOrg;
  readonly phone: RunningPhone;
  readonly log: CallAuditEvent[];
  readonly admin: (
    method: string,
    rest: string,
    body?: object
  ) => Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  readonly tell: (
    report: object,
    token?: string
  ) => Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  /** A new key pair, whose certificate the contact center has from now on. */
  readonly newKey: () => Promise<string>;
  readonly calls: () => readonly Row[];
  readonly requests: (method: 'POST' | 'PATCH', status?: number) => number;
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openCallsWorld(): Promise<CallsWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'voice-calls-'));
  const org = await startOrg({ kind: 'sandbox', catalog: 'voice' });
  voiceOrg(org);
  const log: CallAuditEvent[] = [];
  const { orgId, url } = org;
  const voice = { orgId, scrtUrl: url, callCenter: 'Support' };
  const openService = async (): Promise<{
    readonly service: TestService;
    readonly address: string;
    readonly close: () => Promise<void>;
  }> => {
    const plugins = openVoiceCalls({
      ...{ orgs: [voice], keysFolder: path.join(folder, 'keys'), outboxFile: path.join(folder, 'calls.db') },
      ...{ hasOtherNodes: false, clock: systemClock, completeAfter: 300 },
      writeAudit: (line) => log.push(JSON.parse(line) as CallAuditEvent)
    });
    const settings = testSettings();
    const orgs = settings.orgs.slice(0, 1).map((each) => ({ ...each, ...voice }));
    const service = await startTestService({ settings: { ...tokens, orgs }, plugins });
    const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
    const close = async (): Promise<void> => {
      await service.close();
      await plugins.close();
      await service.store.close();
    };
    return { service, address, close };
  };
  let running = await openService();
  let phone = await servePhone({
    ticketSecret: 'secret',
    reports: { url: `${running.address}/phone-system`, token: tokens.phoneSystemToken }
  });
  const ask = async (method: string, where: string, token: string, body?: object) => {
    const response = await fetch(`${running.address}${where}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' })
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>
    };
  };
  const admin: CallsWorld['admin'] = (method, rest, body) =>
    ask(method, `/admin/orgs/${orgId}${rest}`, tokens.adminToken, body);
  return {
    ...{ org, log, admin },
    get phone() {
      return phone;
    },
    tell: (report, token = tokens.phoneSystemToken) => ask('POST', `/phone-system/orgs/${orgId}/calls`, token, report),
    newKey: async () => {
      const { body } = await admin('POST', '/keys');
      giveCertificate(org, String(body.certificate));
      return String(body.keyId);
    },
    calls: () => org.data.rows('VoiceCall'),
    requests: (method, status) =>
      org.requests.filter(
        (each) =>
          each.method === method &&
          each.path.startsWith('/telephony/v1/voiceCalls') &&
          (status === undefined ? each.status === 200 || each.status === 0 : each.status === status)
      ).length,
    restart: async () => {
      await phone.stop();
      await running.close();
      running = await openService();
      phone = await servePhone({
        ticketSecret: 'secret',
        reports: { url: `${running.address}/phone-system`, token: tokens.phoneSystemToken }
      });
    },
    close: async () => {
      await phone.stop();
      await running.close();
      await org.close();
      rmSync(folder, { recursive: true });
    }
  };
}
