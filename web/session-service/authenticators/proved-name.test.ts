import assert from 'node:assert/strict';
import { isComparable, provedName, type Claims } from './proved-name';

const told = { userName: 'ada@acme.com.uat', email: 'ada@acme.com', federationId: 'A-17' };
const onVoice = { userName: told.userName };
const verified: Claims = { email: 'Ada@acme.com', email_verified: true };

describe('the name that a provider proves', () => {
  it('is the value of the org’s field as the provider says it, never as the page does', () => {
    assert.equal(provedName('Email', told, verified, {}), 'Ada@acme.com');
    assert.equal(provedName('FederationIdentifier', told, { oid: 'A-17' }, { federationIdClaim: 'oid' }), 'A-17');
    assert.equal(provedName('Username', told, { preferred_username: 'ADA@acme.com.uat' }, {}), 'ADA@acme.com.uat');
    assert.equal(provedName('Email', told, { preferred_username: told.userName }, {}), undefined);
    assert.equal(provedName('FederationIdentifier', told, { sub: 'A-17' }, {}), undefined);
  });

  it('is no address that the provider has not verified, or of which it does not say', () => {
    for (const email_verified of [false, 'false', undefined, null, 1, 'yes'])
      assert.equal(provedName('Email', told, { email: 'ada@acme.com', email_verified }, {}), undefined);
    assert.equal(provedName('Email', told, { ...verified, email_verified: 'true' }, {}), 'Ada@acme.com');
    const asName = { userNameClaim: 'email' };
    assert.equal(provedName('Username', { userName: 'ada@acme.com' }, { email: 'ada@acme.com' }, asName), undefined);
  });

  it('is not that of another user than the page’s, by whatever of the two can be compared', () => {
    assert.equal(provedName('Email', { ...told, email: 'bob@acme.com' }, verified, {}), undefined);
    const names = { userNameClaim: 'upn' };
    assert.equal(provedName('Email', onVoice, { ...verified, upn: told.userName }, names), 'Ada@acme.com');
    assert.equal(provedName('Email', onVoice, { ...verified, upn: 'bob@acme.com.uat' }, names), undefined);
    assert.equal(provedName('Email', told, verified, names), undefined);
    const byId = { federationIdClaim: 'oid' };
    assert.equal(provedName('FederationIdentifier', told, { oid: 'a-17' }, byId), undefined, 'capitals count');
  });

  it('is known to be comparable before the provider is asked', () => {
    assert.equal(isComparable('Username', onVoice, {}), true);
    assert.equal(isComparable('Email', told, {}), true);
    assert.equal(isComparable('Email', onVoice, {}), false);
    assert.equal(isComparable('Email', { ...onVoice, email: '' }, {}), false);
    assert.equal(isComparable('FederationIdentifier', onVoice, { userNameClaim: 'upn' }), true);
  });

  it('is found inside a claim that has claims of its own, and not in what every object has', () => {
    const custom = { custom_attributes: { FederationIdentifier: 'A-17' } };
    const inside = { federationIdClaim: 'custom_attributes.FederationIdentifier' };
    assert.equal(provedName('FederationIdentifier', told, custom, inside), 'A-17');
    const dotted = { 'https://idp.example.com/fed': 'A-17' };
    assert.equal(
      provedName('FederationIdentifier', told, dotted, { federationIdClaim: 'https://idp.example.com/fed' }),
      'A-17'
    );
    const everywhere = { federationIdClaim: 'constructor.name' };
    assert.equal(provedName('FederationIdentifier', { userName: 'x' }, {}, everywhere), undefined);
  });
});
