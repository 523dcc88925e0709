import { inConsole } from './life/in-console';
import { loginBegins } from './life/login-begins';
import { loginElsewhere } from './life/login-elsewhere';
import { loginEnds } from './life/login-ends';
import { loginLasts } from './life/login-lasts';
import { loginWithstands } from './life/login-withstands';
import { openWholeWorld, type WholeWorld } from './whole-world';

describe('The life of a login in the console', function () {
  this.timeout(90_000);
  let world: WholeWorld;
  before(async function () {
    // The package is deployed into the local org when it is new, and its components are compiled.
    this.timeout(300_000);
    world = await openWholeWorld();
  });
  after(() => world?.close());

  for (const partitioning of [true, false])
    describe(`with storage partitioning ${partitioning ? 'on' : 'off'}`, () => {
      const suite = inConsole(() => world, partitioning);
      describe('the login begins', () => loginBegins(suite));
      describe('the login lasts', () => loginLasts(suite));
      describe('the login ends', () => loginEnds(suite));
      describe('the login elsewhere', () => loginElsewhere(suite));
      describe('the login withstands', () => loginWithstands(suite));
    });
});
