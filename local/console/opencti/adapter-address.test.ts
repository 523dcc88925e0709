import assert from 'node:assert/strict';
import { adapterAddress } from './adapter-address';

const framed = {
  origin: 'https://acme.lightning.force.com',
  appId: '06m',
  navigation: 'console',
  nonce: 'ab'
} as const;

describe('The address of an adapter', () => {
  it('keeps its own query and gets what Lightning adds', () => {
    const url = new URL(adapterAddress('https://phone.test/softphone?tenant=7#top', framed));
    assert.equal(url.searchParams.get('tenant'), '7');
    assert.equal(url.searchParams.get('mode'), 'Lightning');
    assert.equal(url.searchParams.get('sfdcIframeOrigin'), framed.origin);
    assert.equal(url.searchParams.get('clc'), '1');
    assert.equal(url.hash, '#top');
  });

  it('says that an app navigates from page to page', () => {
    const url = new URL(adapterAddress('https://phone.test/', { ...framed, navigation: 'standard' }));
    assert.equal(url.searchParams.get('clc'), '0');
  });

  it('takes a page of the org by its path', () => {
    assert.match(adapterAddress('/apex/Phone', framed), /^https:\/\/acme\.lightning\.force\.com\/apex\/Phone\?/);
  });
});
