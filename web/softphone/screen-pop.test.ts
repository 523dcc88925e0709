import assert from 'node:assert/strict';
import { screenPopOf } from './screen-pop';

describe('a screen pop of a component', () => {
  it('is one of Open CTI', () => {
    assert.deepEqual(screenPopOf({ kind: 'search', term: 'Carol' }), {
      type: 'SEARCH',
      params: { searchString: 'Carol' }
    });
    assert.deepEqual(screenPopOf({ kind: 'new-record', objectName: 'Contact', fields: { Phone: '+44' } }), {
      type: 'NEW_RECORD_MODAL',
      params: { entityName: 'Contact', defaultFieldValues: { Phone: '+44' } }
    });
  });
});
