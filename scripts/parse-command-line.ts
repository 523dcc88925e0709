import { parseArgs } from 'node:util';
import type { CommandOptions } from './commands/command';
import { wrongCommandLine } from './errors/run';

export const commandNames = ['validate', 'build', 'plan', 'apply', 'verify', 'config explain', 'local'] as const;
export type CommandName = (typeof commandNames)[number];

export type CommandLine = {
  readonly command?: CommandName;
  readonly positionals: readonly string[];
  readonly options: CommandOptions;
  readonly help: boolean;
  readonly version: boolean;
  readonly color: boolean;
};

/** Reads the arguments after `ringdown`; throws a usage error (exit 64) for anything it does not know. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  const name = positionals[0] === 'config' ? positionals.slice(0, 2).join(' ') : positionals[0];
  const command = commandNames.find((known) => known === name);
  if (name !== undefined && command === undefined) {
    throw wrongCommandLine(`"${name}" is no command; there are ${commandNames.join(', ')}`, 'npx ringdown --help');
  }
  const wait = Number(values.wait ?? '60');
  if (!(wait > 0))
    throw wrongCommandLine(`--wait takes minutes, got "${values.wait ?? ''}"`, 'npx ringdown apply --help');
  const rest = positionals.slice(1);
  const allowed = command === 'apply' || command === 'local' || command === 'config explain' ? 1 : 0;
  if (rest.length > allowed)
    throw wrongCommandLine(`"${rest[allowed] ?? ''}" is one word too many`, `npx ringdown ${command ?? ''} --help`);
  if (values['rotate-keys'] === true && command !== 'apply' && command !== 'plan')
    throw wrongCommandLine('--rotate-keys goes with plan and apply', 'npx ringdown apply --help');
  return {
    command,
    positionals: rest,
    options: {
      config: values.config ?? 'config/ringdown.yaml',
      org: values.org,
      out: values.out,
      detailedExitCode: values['detailed-exitcode'] ?? false,
      confirmOrg: values['confirm-org'],
      confirmed: values.confirmed,
      rotateKeys: values['rotate-keys'] ?? false,
      wait,
      json: values.json ?? false
    },
    help: values.help ?? false,
    version: values.version ?? false,
    color: values.color ?? true
  };
}

const options = {
  config: { type: 'string' },
  org: { type: 'string' },
  out: { type: 'string' },
  'detailed-exitcode': { type: 'boolean' },
  'confirm-org': { type: 'string' },
  confirmed: { type: 'string' },
  'rotate-keys': { type: 'boolean' },
  wait: { type: 'string' },
  json: { type: 'boolean' },
  color: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' }
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true, strict: true });
  } catch (error) {
    throw wrongCommandLine((error as Error).message, 'npx ringdown --help');
  }
}
