import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { WindowOmni } from '../../local/console/page/host/window-omni';
import { newCertificate } from '../../local/console/server/certificate';
import { findBrowser } from '../../local/console/server/find-browser';
import { sendFile } from '../../local/lightning/server/static-file';
import { until } from '../scenarios/until';

const root = path.join(__dirname, '../..');

type WithOmni = { readonly __omni: WindowOmni };

describe('The command that opens the console', function () {
  this.timeout(120_000);
  let folder: string;
  const running: ChildProcess[] = [];
  const closing: (() => Promise<unknown>)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ringdown-console-command-'));
  });
  afterEach(async () => {
    for (const each of closing.splice(0)) await each();
    for (const each of running.splice(0)) {
      each.kill('SIGTERM');
      await ended(each);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("opens a vendor's connector from a server of the vendor's own, whose certificate it was told to trust", async () => {
    const vendor = await serveVendor(folder);
    closing.push(vendor.close);
    const { program, said } = start(withoutDisplay(folder), [
      ...['--connector', `${vendor.url}/connector?init=login&height=420`, '--login', `${vendor.url}/login`],
      ...['--trust', vendor.certFile, '--user', 'sam']
    ]);
    const page = await pageOf(path.join(folder, 'console/profile-sam'), program, said);
    await page.waitForFunction(() => '__omni' in globalThis);
    await page.evaluate(() => (globalThis as unknown as WithOmni).__omni.waitFor('LOGIN_SHOWN', 30_000));
    const login = page.locator('iframe[title="Phone login"]');
    assert.equal(await login.getAttribute('src'), `${vendor.url}/login`);
    assert.equal((await login.boundingBox())?.height, 420);
    await page.getByText('Sam Ortiz').waitFor();

    const second = start(withoutDisplay(folder), ['--connector', `${vendor.url}/connector`]);
    assert.equal(await ended(second.program), 1);
    assert.match(second.said(), new RegExp(`A console is open already \\(process ${String(program.pid)}\\)`));

    program.kill('SIGTERM');
    assert.equal(await ended(program), 0, said());
    assert.equal(existsSync(path.join(folder, 'console/console.pid')), false);
  });

  it('ends with the words of a browser that cannot start', async () => {
    const browser = script(folder, 'echo Missing X server >&2\nexit 3');
    const { program, said } = start(browser, ['--connector', 'https://localhost:1/connector']);
    assert.equal(await ended(program), 1);
    assert.match(said(), /The browser ended with code 3\.\n {2}Missing X server\n.*--no-open/);
  });

  it('takes a folder that a console left when it was killed', async () => {
    const args = ['--connector', 'https://localhost:1/connector', '--no-open'];
    const first = start('', args);
    await until(
      () => Promise.resolve(first.said()),
      (words) => words.includes('Ctrl-C ends it'),
      'it is to be open'
    );
    first.program.kill('SIGKILL');
    await ended(first.program);
    const second = start('', args);
    await until(
      () => Promise.resolve(second.said()),
      (words) => words.includes('Ctrl-C ends it'),
      'it is to be open'
    );
  });

  /** Runs the program as `npm run console` does, with a browser of this file. */
  function start(
    browser: string,
    args: readonly string[]
  ): { readonly program: ChildProcess; readonly said: () => string } {
    const given = ['--require', 'ts-node/register/transpile-only', 'local/console/main.ts', ...args];
    const program = spawn(process.execPath, [...given, '--folder', path.join(folder, 'console')], {
      cwd: root,
      env: { ...process.env, ...(browser === '' ? {} : { CHROMIUM_PATH: browser }) },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    running.push(program);
    let words = '';
    for (const stream of [program.stdout, program.stderr]) stream.on('data', (more) => (words += String(more)));
    return { program, said: () => words };
  }
});

/** The browser of this computer as it starts for who has no display: what the console gives it, it is given. */
const withoutDisplay = (folder: string): string =>
  script(
    folder,
    `exec "${findBrowser(process.env)}" --headless=new --disable-gpu --disable-background-networking --remote-debugging-port=0 "$@"`
  );

function script(folder: string, text: string): string {
  const file = path.join(folder, 'browser.sh');
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** The page that the browser of a profile was started with. */
async function pageOf(profile: string, program: ChildProcess, said: () => string): Promise<Page> {
  const portFile = path.join(profile, 'DevToolsActivePort');
  await until(
    () => Promise.resolve(program.exitCode === null && existsSync(portFile)),
    (isThere) => isThere,
    `the browser is to run: ${said()}`
  );
  const [port = ''] = readFileSync(portFile, 'utf8').split('\n');
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = (): readonly Page[] => browser.contexts().flatMap((context) => context.pages());
  const [page] = await until(
    () => Promise.resolve(pages().filter((each) => each.url().includes('/lightning'))),
    (found) => found.length > 0,
    'the page of the console is to be open'
  );
  return page!;
}

const ended = (program: ChildProcess): Promise<number | null> =>
  program.exitCode !== null || program.signalCode !== null
    ? Promise.resolve(program.exitCode)
    : new Promise((resolve) => program.once('exit', (code) => resolve(code)));

/** The plain vendor of the tests on a server and under a certificate of its own. */
async function serveVendor(
  folder: string
): Promise<{ readonly url: string; readonly certFile: string; readonly close: () => Promise<void> }> {
  const { key, cert } = await newCertificate(root, ['localhost']);
  const certFile = path.join(folder, 'vendor.crt');
  writeFileSync(certFile, cert);
  const server: Server = createServer({ key, cert }, ({ url = '/' }, response) => {
    const name = new URL(url, 'https://localhost').pathname.slice(1);
    const vendor = path.join(root, 'local/console/testing/vendor');
    if (name.startsWith('sdk/'))
      return void sendFile(response, path.join(root, 'node_modules/scv-connector-base/dist'), name.slice(4));
    if (name.endsWith('.js')) return void sendFile(response, vendor, name);
    if (name !== 'connector' && name !== 'login') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8' });
    response.end(readFileSync(path.join(vendor, `${name}.html`)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    certFile,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    }
  };
}
