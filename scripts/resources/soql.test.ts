import assert from 'node:assert/strict';
import { soqlList, soqlText } from './soql';

describe('SOQL literals', () => {
  it('cannot be ended by their value', () => {
    assert.equal(soqlText("O'Brien"), "'O\\'Brien'");
    assert.equal(soqlText("\\' OR Name != '"), "'\\\\\\' OR Name != \\''");
    assert.equal(soqlText('a\nb'), "'a\\nb'");
  });

  it('lists each value once, in the order given', () => {
    assert.equal(soqlList(['b', 'a', 'b']), "('b', 'a')");
  });
});
