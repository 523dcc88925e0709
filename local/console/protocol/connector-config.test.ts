import assert from 'node:assert/strict';
import { demoSettings } from '../server/demo-settings';
import { connectorConfig } from './connector-config';

describe('What a connector is given', () => {
  const config = connectorConfig(
    demoSettings('https://v.test/connector', 'https://v.test/login', {
      sections: { providerSettings1: { policy: 'strict' } }
    })
  );

  it('holds every key that the guide names', () => {
    const named =
      'scvVendorLoginUrl isACWAllowed callCenterId organizationId scrtUrl phoneServiceChannelName callCenterType phoneServiceChannelId orgDomainName userName userId';
    for (const key of named.split(' ')) assert.notEqual(config[key], undefined, key);
  });
  it('flattens the items of the contact center, those of the vendor too', () => {
    assert.equal(config['/providerSettings1/policy'], 'strict');
    assert.equal(config['/reqGeneralInfo/reqAdapterUrl'], 'https://v.test/connector');
  });
  it('tells the statuses as text, with Offline among them', () => {
    const statuses = JSON.parse(String(config['userPresenceStatuses'])) as Record<string, Record<string, string>>;
    assert.equal(statuses['0']?.['isOffline'], 'true');
    assert.equal(Object.values(statuses).filter(({ hasChannels }) => hasChannels === 'true').length, 1);
  });
});
