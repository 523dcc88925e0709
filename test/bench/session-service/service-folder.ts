import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashPassword } from '../../../web/session-service/authenticators/password-hash';

export const orgId = '00D000000000001AAA';
export const origin = 'https://voice.ringdown.test';
export const password = 'correct horse battery staple';
/** As many, so that no rep logs in twice and none waits for another's failures. */
export const userCount = 2000;
export const userNameOf = (index: number): string => `rep${index % userCount}`;

/** Where a service keeps its sessions, as its settings say it. */
export type Store = { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'redis' };

/** Writes what every service of the measurement shares: the org, and reps who all have the same password. */
export async function writeShared(folder: string): Promise<void> {
  const hash = await hashPassword(password);
  const users = Array.from({ length: userCount }, (_, index) => ({ name: userNameOf(index), password: hash }));
  const org = {
    orgId,
    name: 'bench',
    frameAncestors: ['https://acme.lightning.force.com'],
    scrtUrl: 'https://acme.my.salesforce-scrt.com',
    callCenter: 'Support',
    loginFrameHeight: 350
  };
  write(folder, 'users.json', { version: 1, users });
  write(folder, 'session-service.json', { version: 1, orgs: [org] });
}

/** Writes the settings of one service beside what is shared, and says where they are; `more` is added as it is. */
export function writeSettings(folder: string, name: string, store: Store, more: object = {}): string {
  return write(folder, `${name}.json`, {
    listen: { host: '127.0.0.1', port: 0 },
    origin,
    // The measuring client is the proxy: it names another address for each rep.
    trustProxy: ['127.0.0.1/8'],
    orgsFile: 'session-service.json',
    store: store.kind === 'sqlite' ? store : { ...store, url: { env: 'BENCH_REDIS_URL' } },
    authenticators: { '*': [{ kind: 'users', file: 'users.json' }] },
    auditFile: `${name}.audit.log`,
    ...more
  });
}

function write(folder: string, name: string, content: object): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  return file;
}
