import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { replayOf } from './replay';
import { soak } from './soak';

/** Plays interactions under faults for as long as it takes, says how far it is, and how to see a failure again. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, interactions: { type: 'string' } } });
  const seed = wholeNumber('--seed', values.seed) ?? randomInt(1, 2 ** 31);
  const interactions = wholeNumber('--interactions', values.interactions) ?? 2000;
  const begun = performance.now();
  const seconds = (): string => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
  say(`${interactions} interactions with the seed ${seed}`);
  try {
    const { legs, faults, wrong } = await soak({
      seed,
      interactions,
      progress: (done) => say(`${done} interactions begun after ${seconds()}`)
    });
    for (const [fault, count] of Object.entries(faults).sort()) say(`  ${String(count).padStart(6)} ${fault}`);
    const failed = Object.entries(wrong);
    for (const [callKey, what] of failed) say([`${callKey}:`, ...what].join('\n  '));
    if (failed.length === 0) say(`${legs} legs, each as it must be in Salesforce, after ${seconds()}`);
    else say(`${failed.length} of ${legs} legs are wrong. ${replayOf(seed, interactions)}`);
    return failed.length === 0 ? 0 : 1;
  } catch (error) {
    say(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${replayOf(seed, interactions)}`);
    return 1;
  }
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text !== undefined && !/^[1-9]\d{0,9}$/.test(text))
    throw new Error(`${option} must be a whole number from 1, got ${JSON.stringify(text)}`);
  return text === undefined ? undefined : Number(text);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(64);
  }
);
