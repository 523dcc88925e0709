import { scenariosIn } from '../scenarios-in';
import { openVendorStage, type VendorStage } from './vendor-stage';
import { vendorVocabulary } from './vendor-vocabulary';

/** What `npm test` plays; `npm run test:thorough` plays all. */
const scenarios = scenariosIn(__dirname, vendorVocabulary).filter(
  ({ file }) => process.env.THOROUGH === '1' || file.endsWith('/inbound.scenario')
);

describe('Situations with a page of another vendor, who pops and logs', function () {
  this.timeout(120_000);
  let stage: VendorStage;
  before(async function () {
    // The package is deployed into the local org when it is new, and its components are compiled.
    this.timeout(300_000);
    stage = await openVendorStage();
  });
  after(() => stage?.close());
  for (const { title, steps, file } of scenarios)
    it(title, async () => {
      await stage.begin();
      for (const { phrase, given, line, text } of steps)
        await phrase.does(stage, given).catch((error: unknown) => {
          throw new Error(`${file}:${line} ${text}`, { cause: error });
        });
    });
});
