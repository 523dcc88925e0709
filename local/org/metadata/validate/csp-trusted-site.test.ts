import assert from 'node:assert/strict';
import { deploySite } from '../testing/deploy-one';

describe('a trusted site', () => {
  it('needs a secure URL and a use', () => {
    const use = '<isActive>true</isActive><isApplicableToConnectSrc>true</isApplicableToConnectSrc>';
    assert.equal(deploySite(`<endpointUrl>wss://cti.example.com</endpointUrl>${use}`), undefined);
    assert.ok(deploySite(`<endpointUrl>http://cti.example.com</endpointUrl>${use}`));
    assert.ok(deploySite(`<endpointUrl>cti.example.com</endpointUrl>${use}`));
    assert.ok(deploySite('<endpointUrl>https://cti.example.com</endpointUrl><isActive>true</isActive>'));
    assert.match(
      deploySite(`<context>Everywhere</context><endpointUrl>https://cti.example.com</endpointUrl>${use}`)?.problem ??
        '',
      /enum/
    );
  });
});
