import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from './generate';

describe('the generated schema', () => {
  it('is what the generator makes of the installed packages, to the byte', async function () {
    this.timeout(60_000);
    for (const [name, text] of Object.entries(await generate())) {
      assert.equal(
        await readFile(join(__dirname, name), 'utf8'),
        text,
        `${name}: run ts-node local/org/metadata/schema/generate.ts`
      );
    }
  });
});
