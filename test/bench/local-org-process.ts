import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type OrgProcess = {
  readonly url: string;
  readonly accessToken: string;
  readonly username: string;
  settings(given: Readonly<Record<string, unknown>>): Promise<void>;
  /** Method and path of every request since the last call of this. */
  takeRequests(): Promise<readonly string[]>;
  stateHash(): Promise<string>;
  stop(): Promise<void>;
};

type Server = { readonly url: string; readonly accessToken: string; readonly username: string };

const main = join(__dirname, '../../dist/local/main.js');

/** The local org as a process of its own, so that measuring a client never measures the org's work in the same process. */
export async function startOrgProcess(stateDirectory: string, catalog: string): Promise<OrgProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    [main, 'org', 'serve', '--state', stateDirectory, '--kind', 'sandbox', '--catalog', catalog],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  );
  if (child.stdout === null) throw new Error('the local org has no standard output');
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  const { url, accessToken, username } = JSON.parse(
    readFileSync(join(stateDirectory, 'server.json'), 'utf8')
  ) as Server;
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/__local/${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body)
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  return {
    url,
    accessToken,
    username,
    settings: async (given) => void (await control('PATCH', 'settings', given)),
    takeRequests: async () => {
      const requests = (await control('GET', 'requests')) as readonly { method: string; path: string }[];
      await control('DELETE', 'requests');
      return requests.filter(({ path }) => !path.startsWith('/__local')).map(({ method, path }) => `${method} ${path}`);
    },
    stateHash: async () => ((await control('GET', 'state-hash')) as { stateHash: string }).stateHash,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  };
}
