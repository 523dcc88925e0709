import assert from 'node:assert/strict';
import { libraryAddresses } from './library-addresses';

describe('where Open CTI is loaded from', () => {
  const own = ['https://acme.lightning.force.com', 'https://acme.my.salesforce.com', 'https://acme--c.vf.force.com'];
  const hosts = (search: string): readonly string[] =>
    libraryAddresses(search, own).map((address) => new URL(address).host.replace('.force.com', ''));

  it('is the host that frames the page, and then the other hosts of the org', () => {
    const all = ['acme.lightning', 'acme.my.salesforce.com', 'acme--c.vf'];
    assert.deepEqual(hosts(''), all);
    for (const name of ['sfdcIframeOrigin', 'sfdcIFrameOrigin'])
      assert.deepEqual(hosts(`?mode=Lightning&${name}=https%3A%2F%2Facme--c.vf.force.com`), [all[2], all[0], all[1]]);
    assert.match(
      libraryAddresses('', own)[0]!,
      /^https:\/\/acme\.lightning\.force\.com\/support\/api\/[\d.]+\/lightning\/opencti_min\.js$/
    );
  });

  it('is never a host that only the address names', () => {
    for (const other of [
      'https://evil.test',
      'https://other.lightning.force.com',
      'javascript:alert(1)',
      'http://acme.lightning.force.com'
    ])
      assert.equal(hosts(`?sfdcIframeOrigin=${encodeURIComponent(other)}`).length, 3, other);
  });
});
