import path from 'node:path';
import { parseArgs } from 'node:util';
import type { OpenOptions } from './open-options';
import { readConsoleSettings } from './read-console-settings';
import { reps } from './server/demo-settings';

/** What the console prints for `--help`, and below what it does not understand. */
export const usage = `npm run console                                   everything of Ringdown
npm run console -- --connector URL --login URL    the connector of any vendor
npm run console -- --open-cti                     the app of Open CTI, with Ringdown's softphone
npm run console -- --adapter URL                  the Open CTI adapter of any vendor
  --user priya|sam     who works; twice for two browsers
  --settings FILE      JSON that replaces what the console says of org, user, labels, statuses and sections
  --trust FILE         certificate (PEM) that the browser trusts besides; may be given again
  --folder DIR         where keys, profiles and databases are kept, instead of .ringdown/console
  --port N             of the console's own server, from 0 to 65535; 0 takes one that is free
  --no-open            serves only, and prints how to start the browser
`;

/** What keeps the console from starting, and the exit code that says who must act: 64 whoever typed it, 78 whoever wrote the file. */
export class ConsoleRefusal extends Error {
  constructor(
    message: string,
    readonly exitCode: 64 | 78
  ) {
    super(message);
    this.name = 'ConsoleRefusal';
  }
}

/** Reads the command line, and the file that it names; nothing when only help was asked for. Throws a ConsoleRefusal. */
export function readArguments(args: readonly string[]): Omit<OpenOptions, 'root' | 'say'> | undefined {
  const values = parsed(args);
  if (values.help) return undefined;
  for (const address of [values.connector, values.login, values.adapter])
    if (address !== undefined && !(URL.canParse(address) && /^https?:\/\//.test(address)))
      throw wrong(`${address} is no https address`);
  if (values.connector !== undefined && (values['open-cti'] || values.adapter !== undefined))
    throw wrong('--connector is of Voice, --open-cti and --adapter are of Open CTI: choose one');
  const users = values.user.filter((name): name is keyof typeof reps => Object.hasOwn(reps, name));
  if (users.length !== values.user.length) throw wrong(`--user must be ${Object.keys(reps).join(' or ')}`);
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw wrong(`--port must be a whole number from 0 to 65535, got ${values.port}`);
  return {
    connector: values.connector,
    login: values.login,
    isOpenCti: values['open-cti'],
    adapter: values.adapter,
    users,
    port: Number(values.port),
    opensBrowser: values.open,
    trust: values.trust,
    more: values.settings === undefined ? {} : settingsOf(values.settings),
    ...(values.folder === undefined ? {} : { folder: path.resolve(values.folder) })
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        connector: { type: 'string' },
        login: { type: 'string' },
        'open-cti': { type: 'boolean', default: false },
        adapter: { type: 'string' },
        user: { type: 'string', multiple: true, default: ['priya'] },
        settings: { type: 'string' },
        trust: { type: 'string', multiple: true, default: [] },
        folder: { type: 'string' },
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false }
      }
    }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

const wrong = (what: string): ConsoleRefusal => new ConsoleRefusal(`${what}\n${usage}`, 64);

function settingsOf(file: string): OpenOptions['more'] {
  const read = readConsoleSettings(file);
  if ('settings' in read) return read.settings;
  throw new ConsoleRefusal(read.problems.map((problem) => `${file} ${problem}`).join('\n'), 78);
}
