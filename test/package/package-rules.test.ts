import assert from 'node:assert/strict';
import path from 'node:path';
import { plant } from './planted/plant';
import { planted } from './planted/planted';
import { rules } from './rules/rules';
import type { PackageFile, Violation } from './tree/package-file';
import { readPackageFiles } from './tree/read-package-files';

/** What each rule finds; lines move when something is planted above them. */
const foundIn = (given: readonly PackageFile[]): readonly (readonly Violation[])[] =>
  rules.map(({ rule }) => rule(given).map((violation) => violation.replace(/(:\d+)+ /, ' ')));

describe('the packages', () => {
  let files: readonly PackageFile[];
  let untouched: readonly (readonly Violation[])[];

  before(() => {
    files = readPackageFiles(path.join(__dirname, '../..'));
    untouched = foundIn(files);
  });

  for (const { title, rule } of rules) it(title, () => assert.deepEqual(rule(files), []));

  for (const mistake of planted) {
    it(`would not keep ${mistake.mistake}`, () => {
      const found = foundIn(plant(files, mistake));
      const caughtBy = rules.filter((_, index) => {
        const before = new Set(untouched[index]);
        return found[index]?.some((violation) => !before.has(violation));
      });
      assert.deepEqual(
        caughtBy.map(({ title }) => title),
        rules.filter(({ rule }) => rule === mistake.caughtBy).map(({ title }) => title)
      );
    });
  }

  it('would keep no rule that nothing was planted for', () => {
    const proved = new Set(planted.map(({ caughtBy }) => caughtBy));
    assert.deepEqual(
      rules.filter(({ rule }) => !proved.has(rule)).map(({ title }) => title),
      []
    );
  });
});
