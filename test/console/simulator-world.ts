import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify from 'fastify';
import type { Page } from 'playwright-core';
import { demoOrgId } from '../../local/console/server/demo-settings';
import type { PhoneOrg } from '../../local/phone/engine/phone-org';
import type { AgentEvent, Call } from '../../local/phone/engine/shapes';
import { servePhone } from '../../local/phone/serve-phone';
import { systemClock } from '../../local/phone/engine/clock';
import { createSalesforceStandIn, type SalesforceStandIn } from '../../web/voice-calls/calls/salesforce-stand-in';
import { openVoiceCalls } from '../../web/voice-calls/voice-calls';
import { openTestConsole, type TestConsole } from './open-console';

/** The console over the real phone system, the real keeper of keys and calls, and a small Salesforce. */
export type SimulatorWorld = {
  readonly console: TestConsole;
  readonly phone: PhoneOrg;
  readonly salesforce: SalesforceStandIn;
  /** What the phone system told its agents. */
  readonly events: readonly AgentEvent[];
  /** What was done to programs, such as `stop phone`. */
  readonly programs: readonly string[];
  readonly revoked: readonly string[];
  readonly callsOf: (agentId: string) => readonly Call[];
  /** Buttons of the simulator that were there, and those among them that nobody pressed. */
  readonly buttons: () => { readonly seen: readonly string[]; readonly unpressed: readonly string[] };
  readonly close: () => Promise<void>;
};

/** Opens it for the rep priya. */
export async function openSimulatorWorld(): Promise<SimulatorWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-simulator-'));
  const salesforce = createSalesforceStandIn();
  const calls = openVoiceCalls({
    orgs: [{ orgId: demoOrgId, scrtUrl: 'https://one.my.salesforce-scrt.com', callCenter: 'Support' }],
    ...{ keysFolder: path.join(folder, 'keys'), outboxFile: path.join(folder, 'calls.db'), hasOtherNodes: false },
    ...{ clock: systemClock, sendRequest: salesforce.send, writeAudit: () => undefined }
  });
  const revoked: string[] = [];
  const app = fastify();
  for (const plugin of calls.admin) await app.register(plugin, { prefix: '/admin/orgs/:orgId' });
  for (const plugin of calls.phoneSystem) await app.register(plugin, { prefix: '/phone-system/orgs/:orgId' });
  app.post('/phone-system/orgs/:orgId/revocations', (request) => {
    revoked.push((request.body as { readonly userName: string }).userName);
    return { ended: 1 };
  });
  const keys = `/admin/orgs/${demoOrgId}/keys`;
  const made = await app.inject({ method: 'POST', url: keys, payload: {} });
  const { keyId, certificate } = JSON.parse(made.body) as { readonly keyId: string; readonly certificate: string };
  salesforce.certificates.add(certificate);
  await app.inject({ method: 'POST', url: `${keys}/${keyId}/activate`, payload: {} });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });

  const phone = await servePhone({
    ticketSecret: 'a secret of this test',
    reports: { url: `${url}/phone-system`, token: 'a token of this test' }
  });
  const org = phone.org(demoOrgId);
  org.addAgent('priya', { name: 'Priya Nair', extension: '201', queues: ['Support'] });
  const events: AgentEvent[] = [];
  org.subscribe((_, event) => events.push(event));

  const programs: string[] = [];
  const states: Record<string, string> = { phone: 'running', 'session-service': 'running' };
  const change = (action: string, state: string) => (name: string) => {
    programs.push(`${action} ${name}`);
    states[name] = state;
    return Promise.resolve();
  };
  const processes = { stop: change('stop', 'stopped'), restart: change('start', 'running'), states: () => states };
  const console = await openTestConsole({}, {
    phoneControl: () => phone.control,
    processes
  } as Parameters<typeof openTestConsole>[1]);
  const [seen, pressed] = [new Set<string>(), new Set<string>()];
  await console.context.exposeBinding('noteButton', (_, what: 'seen' | 'pressed', key: string) =>
    (what === 'seen' ? seen : pressed).add(key.replace(/-call-[0-9a-f-]+$/, '').replace(/\+\d+/, 'NUMBER'))
  );
  await console.context.addInitScript(watchButtons);
  return {
    ...{ console, phone: org, salesforce, events, programs, revoked },
    callsOf: (agentId) => org.snapshot(agentId).calls,
    buttons: () => ({ seen: [...seen], unpressed: [...seen].filter((key) => !pressed.has(key)) }),
    close: async () => {
      await console.close();
      await phone.stop();
      await app.close();
      await calls.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** Runs in the page: tells of every button of the simulator, and of each that is pressed. */
function watchButtons(): void {
  if (window !== window.top) return;
  const { noteButton } = globalThis as unknown as { noteButton: (what: 'seen' | 'pressed', key: string) => void };
  const told = new Set<string>();
  const look = (): void => {
    for (const each of document.querySelectorAll<HTMLElement>('.simulator button[data-key]')) {
      const key = each.dataset['key'] ?? '';
      if (!told.has(key)) noteButton('seen', key);
      told.add(key);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  addEventListener(
    'click',
    ({ target }) => {
      const found = (target as Element).closest<HTMLElement>('.simulator button[data-key]');
      if (found) noteButton('pressed', found.dataset['key'] ?? '');
    },
    true
  );
}

/** Presses a button of the simulator by its key. */
export const pressIn = (page: Page, key: string): Promise<void> =>
  page.locator(`.simulator [data-key="${key}"]`).click();
