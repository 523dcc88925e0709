import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exitCode } from '../../scripts/exit-code';
import { errorCatalogue, errorDefinitions } from '../../scripts/errors/write-error-catalogue';

describe('docs/errors.md', () => {
  it('is what the error definitions say (npm run generate writes it)', () => {
    assert.equal(readFileSync(path.join(__dirname, '../../docs/errors.md'), 'utf8'), errorCatalogue());
  });

  it('has each code once, spelled as codes are, with an exit code that exists', () => {
    const definitions = errorDefinitions();
    assert.ok(definitions.length > 10);
    assert.equal(new Set(definitions.map(({ code }) => code)).size, definitions.length);
    const codes: readonly number[] = Object.values(exitCode);
    for (const { code, exitCode: status, summary, fix } of definitions) {
      assert.match(code, /^[A-Z][A-Z0-9_]+$/);
      assert.ok(codes.includes(status), `${code} ends with ${status}`);
      assert.ok(summary.endsWith('.') && fix.length > 0, `${code} says what happened and what to do`);
    }
  });
});
