import { parseArgs } from 'node:util';
import type { CommandOptions } from './commands/command';
import { wrongCommandLine } from './errors/run';

export const commandNames = [
  'validate',
  'build',
  'plan',
  'apply',
  'verify',
  'config explain',
  'agents check',
  'match explain',
  'logs reconcile',
  'local'
] as const;
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
  const words = commandNames.some((known) => known.startsWith(`${positionals[0] ?? ''} `)) ? 2 : 1;
  const name = positionals.length === 0 ? undefined : positionals.slice(0, words).join(' ');
  const command = commandNames.find((known) => known === name);
  if (name !== undefined && command === undefined) {
    throw wrongCommandLine(`"${name}" is no command; there are ${commandNames.join(', ')}`, 'npx ringdown --help');
  }
  const wait = Number(values.wait ?? '60');
  if (!(wait > 0))
    throw wrongCommandLine(`--wait takes minutes, got "${values.wait ?? ''}"`, 'npx ringdown apply --help');
  const rest = positionals.slice(words);
  // A number may stand there in groups, as people write it.
  const allowed = command === 'match explain' ? 8 : command === 'apply' || command === 'local' ? 1 : 0;
  if (rest.length > allowed)
    throw wrongCommandLine(`"${rest[allowed] ?? ''}" is one word too many`, `npx ringdown ${command ?? ''} --help`);
  for (const [option, owners] of Object.entries(owned)) {
    if (values[option as keyof typeof owned] === undefined || owners.some((owner) => owner === command)) continue;
    throw wrongCommandLine(`--${option} goes with ${owners.join(' and ')}`, `npx ringdown ${owners[0] ?? ''} --help`);
  }
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
      agents: values.agents,
      country: values.country,
      export: values.export,
      from: values.from,
      to: values.to,
      repair: values.repair ?? false,
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
  agents: { type: 'string' },
  country: { type: 'string' },
  export: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  repair: { type: 'boolean' },
  wait: { type: 'string' },
  json: { type: 'boolean' },
  color: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' }
} as const;

/** Options that only some commands know; anywhere else they would be silently without effect. */
const owned: Partial<Record<keyof typeof options, readonly CommandName[]>> = {
  'rotate-keys': ['apply', 'plan'],
  agents: ['agents check'],
  country: ['match explain'],
  export: ['logs reconcile'],
  from: ['logs reconcile'],
  to: ['logs reconcile'],
  repair: ['logs reconcile']
};

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true, strict: true });
  } catch (error) {
    throw wrongCommandLine((error as Error).message, 'npx ringdown --help');
  }
}
