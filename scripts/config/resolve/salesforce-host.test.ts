import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { kindOfHost } from './salesforce-host';

describe('a host', () => {
  for (const [url, kind] of [
    ['https://login.salesforce.com', 'production'],
    ['https://test.salesforce.com', 'sandbox'],
    ['https://acme.my.salesforce.com', 'production'],
    ['https://acme--uat.sandbox.my.salesforce.com', 'sandbox'],
    ['https://acme--uat.my.salesforce.com', 'sandbox'],
    ['https://acme--uat.sandbox.lightning.force.com', 'sandbox'],
    ['https://acme--ns.vf.force.com', 'production'],
    ['https://acme.scratch.my.salesforce.com', 'scratch'],
    ['https://acme-dev-ed.develop.my.salesforce.com', 'developer'],
    ['https://phone.example.com', undefined],
    ['https://salesforce.com.example.com', undefined]
  ] as const) {
    it(`${url} belongs to ${kind ?? 'no Salesforce org'}`, () => assert.equal(kindOfHost(url), kind));
  }
});
