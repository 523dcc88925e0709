import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shortRefusal } from './short-refusal';

describe('a refusal in short', () => {
  it('leaves out the query that Salesforce repeats, and its advice', () => {
    const message =
      "\nConfiguredFor__c FROM RingdownOrg__c\n                      ^\nERROR at Row:1:Column:52\nsObject type 'RingdownOrg__c' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.";
    assert.equal(
      shortRefusal({ ok: false, code: 'INVALID_TYPE', message }),
      "sObject type 'RingdownOrg__c' is not supported. [INVALID_TYPE]"
    );
  });

  it('keeps what is short, and names the code where nothing was said', () => {
    assert.equal(shortRefusal({ ok: false, code: 'NO_ACCESS', message: 'no access' }), 'no access [NO_ACCESS]');
    assert.equal(shortRefusal({ ok: false, code: 'NO_ACCESS', message: '' }), '[NO_ACCESS]');
  });

  it('cuts what is long', () => {
    const said = shortRefusal({ ok: false, code: 'MALFORMED_QUERY', message: 'x'.repeat(5000) });
    assert.ok(said.length < 200, String(said.length));
  });
});
