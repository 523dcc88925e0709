import assert from 'node:assert/strict';
import { recordIn } from './record-address';

describe('The address of a record', () => {
  const recordId = '003000000000001AAA';

  it('is the one of Lightning, with the object or without, and the short one', () => {
    for (const url of [`/lightning/r/Contact/${recordId}/view`, `/lightning/r/${recordId}/edit?a=1`, `/${recordId}`])
      assert.equal(recordIn(url), recordId);
  });

  it('is no address of something else', () => {
    for (const url of ['/lightning/o/Contact/home', '/lightning/page/home', '/apex/Page', `/lightning/r/${recordId}/x`])
      assert.equal(recordIn(url), undefined);
  });
});
