type HelpPage = {
  readonly usage: string;
  readonly what: string;
  readonly options?: readonly string[];
  readonly example: string;
};

const everywhere = [
  '--config FILE        the configuration (default config/ringdown.yaml)',
  '--json               print exactly one JSON object on standard output',
  '--no-color           no colors (also: NO_COLOR=1)'
];

const pages: Readonly<Record<string, HelpPage>> = {
  validate: {
    usage: 'ringdown validate [--org NAME]',
    what: 'Checks the configuration file without any org: every error at once, with file, line and column.',
    example: 'npx ringdown validate'
  },
  build: {
    usage: 'ringdown build --org NAME --out DIR',
    what: 'Writes what apply would deploy: source, package.xml, and call center files for the Import button in Setup.',
    options: ['--out DIR            a new directory, or one that build wrote before'],
    example: 'npx ringdown build --org uat --out build/uat'
  },
  plan: {
    usage: 'ringdown plan --org NAME [--out plan.json] [--detailed-exitcode]',
    what: 'Reads the org and prints what apply would change. Writes nothing to the org.',
    options: [
      '--out FILE           also save the plan, for: apply --org NAME FILE',
      '--detailed-exitcode  exit 2 when changes are pending, 0 when none are'
    ],
    example: 'npx ringdown plan --org uat --out plan.json'
  },
  apply: {
    usage: 'ringdown apply --org NAME [plan.json] [--confirm-org 00D…] [--rotate-keys] [--wait MINUTES]',
    what: 'Makes the org what the configuration says and reads everything back. Safe to run again at any time.',
    options: [
      '--rotate-keys        a new key pair for the contact center; the old one signs until the org has its certificate',
      '--confirm-org ID     the id of the production org you mean (pipelines)',
      '--wait MINUTES       how long to wait for each job of the org (default 60)'
    ],
    example: 'npx ringdown apply --org production --confirm-org 00D000000000001EAA'
  },
  verify: {
    usage: 'ringdown verify --org NAME [--confirmed STEP,STEP|all]',
    what: 'Reads everything back and says what holds and what differs (exit 2). Writes nothing to the org.',
    options: ["--confirmed STEPS    steps in the vendor's console that you have done"],
    example: 'npx ringdown verify --org uat --confirmed all'
  },
  'config explain': {
    usage: 'ringdown config explain --org NAME',
    what: 'Prints every value that holds for one org, and where it came from.',
    example: 'npx ringdown config explain --org production'
  },
  'agents check': {
    usage: 'ringdown agents check --org NAME [--agents FILE]',
    what: 'Compares the users who should be agents with the agents of the phone system (exit 2 when they differ). Writes nothing.',
    options: [
      '--agents FILE        export of the agents: CSV with a line of column names, or JSON; docs/rep-day.md lists the columns',
      '                     without it, the users who should be agents'
    ],
    example: 'npx ringdown agents check --org uat --agents agents.csv'
  },
  'match explain': {
    usage: 'ringdown match explain NUMBER --org NAME [--country CC]',
    what: 'Says how a phone number is read, which records it matches and why, and which of them would pop. Writes nothing.',
    options: ['--country CC         country of a number without a country code (default: logging.defaultCountry)'],
    example: "npx ringdown match explain '+44 20 7946 0958' --org uat"
  },
  'logs reconcile': {
    usage:
      'ringdown logs reconcile --org NAME --export FILE [--from DATE] [--to DATE] [--repair] [--out FILE] [--confirm-org 00D…]',
    what: 'Compares the calls of the phone system with the call logs of the org (exit 2 when they differ), and repairs them when told to.',
    options: [
      '--export FILE        export of the calls: CSV or JSON lines; docs/rep-day.md lists the columns',
      '--from, --to DATE    only calls that started then: 2026-11-01, or a time with its zone; --to includes its day',
      '--repair             create what is missing and complete what is incomplete, by call key; safe to run again',
      '--out FILE           every finding as a line of JSON: the output lists the first of each kind',
      '--confirm-org ID     the id of the production org you mean (pipelines)'
    ],
    example: 'npx ringdown logs reconcile --org uat --export calls.csv --from 2026-11-01'
  },
  local: {
    usage: 'ringdown local start|stop|reset|status --org NAME',
    what: 'The stand-in for a Salesforce org on this computer, for orgs with `login: local`.',
    example: 'npx ringdown local reset --org uat'
  }
};

/** The help of one command, or the overview. Loads nothing. */
export function helpText(command?: string): string {
  const page =
    command === undefined
      ? undefined
      : (pages[command] ?? pages[command.split(' ', 2).join(' ')] ?? pages[command.split(' ')[0] ?? '']);
  if (page === undefined) return overview();
  const options = [...(page.options ?? []), ...everywhere].map((line) => `  ${line}`);
  return [
    page.what,
    '',
    'Usage',
    `  ${page.usage}`,
    '',
    'Options',
    ...options,
    '',
    'Example',
    `  ${page.example}`,
    ''
  ].join('\n');
}

function overview(): string {
  const width = Math.max(...Object.keys(pages).map((name) => name.length)) + 2;
  return [
    'Ringdown turns a Salesforce org into a working call center from one file.',
    '',
    'Usage',
    '  ringdown COMMAND --org NAME [options]',
    '',
    'Commands',
    ...Object.entries(pages).map(([name, { what }]) => `  ${name.padEnd(width)}${what}`),
    '',
    'Options everywhere',
    ...everywhere.map((line) => `  ${line}`),
    '  --help               help for a command: ringdown apply --help',
    '  --version            the version',
    '',
    'Example',
    '  npx ringdown plan --org uat',
    ''
  ].join('\n');
}
