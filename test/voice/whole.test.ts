import { guideSteps } from './guide-steps';
import { handshakeInConsole } from './life/handshake-in-console';
import { inConsole } from './life/in-console';
import { twoReps } from './two-reps';
import { openWholeWorld, type WholeWorld } from './whole-world';

/** Divided storage by `npm test`; both ways by `npm run test:thorough`. */
const ways = process.env.THOROUGH === '1' ? [true, false] : [true];

describe('Ringdown as a whole, in the console', function () {
  this.timeout(90_000);
  let world: WholeWorld;
  before(async function () {
    // The package is deployed into the local org when it is new, and its components are compiled.
    this.timeout(300_000);
    world = await openWholeWorld();
  });
  after(() => world?.close());

  describe('the six steps of the guide', () => guideSteps(() => world, ways));

  for (const partitioning of ways)
    describe(`with storage partitioning ${partitioning ? 'on' : 'off'}`, () => {
      describe('two reps', () => twoReps(() => world, partitioning));
      describe('the handshake in the console', () => handshakeInConsole(inConsole(() => world, partitioning)));
    });
});
