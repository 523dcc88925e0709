import assert from 'node:assert/strict';
import { guardProduction } from './guard-production';
import type { OrgFacts } from './plan';

const production: OrgFacts = {
  id: '00D000000000001EAA',
  name: 'Acme',
  kind: 'production',
  domain: 'acme.my.salesforce.com'
};
const sandbox: OrgFacts = { ...production, kind: 'sandbox' };
const refused = { code: 'PRODUCTION_NOT_CONFIRMED', exitCode: 77 };

describe('guardProduction', () => {
  it('lets a sandbox through without a question', async () => {
    await guardProduction(sandbox, 'uat', {});
  });

  it('refuses production that nobody confirmed', async () => {
    await assert.rejects(guardProduction(production, 'prod', {}), refused);
  });

  it('accepts the id of the org in both lengths', async () => {
    await guardProduction(production, 'prod', { confirmOrg: '00D000000000001' });
    await guardProduction(production, 'prod', { confirmOrg: '00D000000000001EAA' });
  });

  it('refuses the id of another org, a sandbox too', async () => {
    await assert.rejects(guardProduction(production, 'prod', { confirmOrg: '00D000000000002EAA' }), refused);
    await assert.rejects(guardProduction(sandbox, 'uat', { confirmOrg: '00D000000000002' }), refused);
    await assert.rejects(guardProduction(production, 'prod', { confirmOrg: '00D' }), refused);
  });

  it('takes the typed domain for a yes and nothing else', async () => {
    await guardProduction(production, 'prod', { ask: () => Promise.resolve('acme.my.salesforce.com\n') });
    await assert.rejects(guardProduction(production, 'prod', { ask: () => Promise.resolve('yes') }), refused);
  });
});
