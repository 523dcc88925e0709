import assert from 'node:assert/strict';
import { logsOf } from './logs';
import { bridges, type Bridge, type Scenario } from './read-scenario';
import { scenariosIn } from './scenarios-in';
import { openStage, type Stage } from './stage';
import { vocabulary } from './vocabulary';

/** What `npm test` plays; `npm run test:thorough` plays all. */
const few = ['inbound-known', 'chat-with-case', 'wrap-up'];
const scenarios = scenariosIn(__dirname, vocabulary).filter(
  ({ file }) => process.env.THOROUGH === '1' || few.some((name) => file.endsWith(`/${name}.scenario`))
);

for (const bridge of bridges)
  describe(`Situations of a rep's day on ${bridge}`, function () {
    this.timeout(120_000);
    let stage: Stage;
    before(async function () {
      // The package is deployed into the local org when it is new, and its components are compiled.
      this.timeout(300_000);
      stage = await openStage(bridge);
    });
    after(() => stage?.close());
    for (const scenario of scenarios) tell(scenario, bridge, () => stage);
  });

function tell(scenario: Scenario<Stage>, bridge: Bridge, stage: () => Stage): void {
  const { title, only, pending } = scenario;
  if (only && only.bridge !== bridge) return;
  if (pending && (pending.bridge ?? bridge) === bridge) return void it(`${title} (not yet: ${pending.because})`);
  it(title, () => play(scenario, stage()));
}

/** Plays the steps; what is expected last holds at the end of everything too. */
async function play({ file, steps }: Scenario<Stage>, stage: Stage): Promise<void> {
  await stage.begin();
  for (const { phrase, given, line, text } of steps)
    await phrase.does(stage, given).catch((error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`${file}:${line} ${text}\n${words}`, { cause: error });
    });
  const logs = await logsOf(stage);
  const said = [...stage.reps.values()].flatMap((rep) => rep.said);
  await stage.world.hangUp();
  assert.deepEqual(said, [], 'a page had a mistake');
  assert.equal((await logsOf(stage)).length, logs.length, 'a log came late');
}
