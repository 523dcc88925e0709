import { build } from './build.mjs';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { root } from './places.mjs';

/** apply and verify end with this when all that is left is a click that no API can make. */
const waitingForPerson = 80;

const story = [
  ['local', 'reset', '--org', 'uat'],
  ['plan', '--org', 'uat'],
  ['apply', '--org', 'uat'],
  ['verify', '--org', 'uat'],
  ['plan', '--org', 'uat']
];

/** Shows the tool at work on an org that runs on this computer, from an empty org to "nothing to change". */
export async function start() {
  // Ctrl-C ends the command that runs; this one goes on to stop the local org.
  process.on('SIGINT', () => undefined);
  const ready = await build();
  if (ready !== 0) return ready;
  try {
    for (const args of story) {
      const code = await ringdown(args);
      if (code !== 0 && code !== waitingForPerson) return code;
    }
  } finally {
    await ringdown(['local', 'stop', '--org', 'uat']);
  }
  process.stdout.write(closing);
  return 0;
}

async function ringdown(args) {
  process.stdout.write(`\n$ npx ringdown ${args.join(' ')}\n`);
  const { code } = await runProgram(process.execPath, ['scripts/ringdown.cjs', ...args], {
    cwd: root,
    show: true,
    env: cleanEnvironment()
  });
  return code;
}

const closing = `
What is now true: the org "uat" of config/ringdown.yaml, a sandbox that runs on this computer, holds the packages, the
call center, the permission set and the users that the file asks for; everything was read back, and a second plan found
nothing to change.

Try next:
  npx ringdown plan --org uat            the same comparison, whenever you like
  edit config/ringdown.yaml, then        for example another tenant or softphone size
  npx ringdown apply --org uat           only the difference is written
  npx ringdown config explain --org uat  every value and where it came from
  npm run console                        the service console with a phone system, in a browser on this computer

Your own orgs: docs/install.md (production, sandbox), docs/ci.md (pipelines).
`;
