import assert from 'node:assert/strict';
import { isOneOf, isSalesforceOrigin } from './origin';

describe('the origin of a page', () => {
  it('is Salesforce by https and host name, whatever the port', () => {
    for (const origin of [
      'https://acme.lightning.force.com',
      'https://acme.lightning.force.com:8443',
      'https://acme--uat.sandbox.lightning.force.com',
      'https://acme.my.salesforce.com',
      'https://acme--c.vf.force.com'
    ])
      assert.equal(isSalesforceOrigin(origin), true, origin);
  });

  it('is not Salesforce by a name that only looks like it', () => {
    for (const origin of [
      'http://acme.lightning.force.com',
      'https://acme.lightning.force.com.evil.test',
      'https://evil.test/.lightning.force.com',
      'https://acmelightning.force.com',
      'null',
      ''
    ])
      assert.equal(isSalesforceOrigin(origin), false, origin);
  });

  it('is one of the org’s own by scheme, host and port', () => {
    const own = ['https://acme.lightning.force.com', 'https://*.my.salesforce.com'];
    assert.equal(isOneOf('https://acme.lightning.force.com', own), true);
    assert.equal(isOneOf('https://acme.my.salesforce.com', own), true);
    for (const other of [
      'https://other.lightning.force.com',
      'https://acme.lightning.force.com:8443',
      'http://acme.lightning.force.com',
      'https://my.salesforce.com',
      'https://evilmy.salesforce.com',
      'https://acme.lightning.force.com/',
      'null'
    ])
      assert.equal(isOneOf(other, own), false, other);
  });
});
