import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openConsole } from './open-console';
import type { ConsoleSettings } from './protocol/connector-config';
import { reps } from './server/demo-settings';

const usage = `npm run console                                   everything of Ringdown
npm run console -- --connector URL --login URL    the connector of any vendor
npm run console -- --open-cti                     the app of Open CTI, with Ringdown's softphone
npm run console -- --adapter URL                  the Open CTI adapter of any vendor
  --user priya|sam     who works; twice for two browsers
  --settings FILE      JSON that replaces what the console says of org, user, labels, statuses and sections
  --trust FILE         certificate (PEM) that the browser trusts besides; may be given again
  --port N             of the console's own server
  --no-open            serves only, and prints how to start the browser
`;

/** Runs the console until the browser is closed or Ctrl-C is pressed. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      connector: { type: 'string' },
      login: { type: 'string' },
      'open-cti': { type: 'boolean', default: false },
      adapter: { type: 'string' },
      user: { type: 'string', multiple: true, default: ['priya'] },
      settings: { type: 'string' },
      trust: { type: 'string', multiple: true, default: [] },
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false }
    }
  });
  if (values.help) return void process.stdout.write(usage);
  for (const address of [values.connector, values.login, values.adapter])
    if (address !== undefined && !/^https?:\/\//.test(address))
      throw new Error(`${address} is no https address\n${usage}`);
  if (values.connector !== undefined && (values['open-cti'] || values.adapter !== undefined))
    throw new Error(`--connector is of Voice, --open-cti and --adapter are of Open CTI: choose one\n${usage}`);
  const users = values.user.filter((name): name is keyof typeof reps => Object.hasOwn(reps, name));
  if (users.length !== values.user.length)
    throw new Error(`--user must be ${Object.keys(reps).join(' or ')}\n${usage}`);
  const { ended, close } = await openConsole({
    root: path.join(__dirname, '../..'),
    connector: values.connector,
    login: values.login,
    isOpenCti: values['open-cti'],
    adapter: values.adapter,
    users,
    port: Number(values.port),
    opensBrowser: values.open,
    trust: values.trust,
    more: values.settings === undefined ? {} : readMore(values.settings),
    say: (line) => void process.stdout.write(`${line}\n`)
  });
  process.stdout.write('Ctrl-C ends it\n');
  await Promise.race([ended, told()]);
  await close();
}

const told = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

function readMore(file: string): Partial<ConsoleSettings> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<ConsoleSettings>;
  } catch (error) {
    throw new Error(`${file} is no JSON file: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error
    });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
);
