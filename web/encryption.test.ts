import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, type ConnectionOptions } from 'node:tls';
import { startTestService, type TestService } from './session-service/service-harness';
import { makeKeyPair } from './voice-calls/keys/key-pair';

describe('the encryption of the service’s own', function () {
  this.timeout(60_000);
  let service: TestService;
  let port: number;
  before(async () => {
    const { privateKey, certificate } = await makeKeyPair('voice.example.com', Date.now());
    service = await startTestService({ settings: { tls: { key: privateKey, cert: certificate } } });
    await service.app.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = service.app.server.address() as AddressInfo);
  });
  after(async () => {
    await service.close();
    await service.store.close();
  });
  /** The version and the cipher that both sides agree on, or why they do not. */
  const agree = async (options: ConnectionOptions): Promise<string> => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options });
    try {
      await once(socket, 'secureConnect', { signal: AbortSignal.timeout(10_000) });
      return `${socket.getProtocol()} ${socket.getCipher().name}`;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? String(error);
    } finally {
      socket.destroy();
    }
  };

  it('prefers the newest version and the strongest cipher', async () => {
    assert.equal(await agree({}), 'TLSv1.3 TLS_AES_256_GCM_SHA384');
    const ciphers = 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384';
    assert.equal(await agree({ maxVersion: 'TLSv1.2', ciphers }), 'TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384');
  });

  const old: readonly ConnectionOptions[] = [
    { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' },
    { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA@SECLEVEL=0' },
    { maxVersion: 'TLSv1.2', ciphers: 'AES256-GCM-SHA384' },
    { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES256-SHA384' }
  ];
  for (const options of old) {
    it(`refuses ${options.maxVersion} with ${options.ciphers}`, async () => {
      assert.doesNotMatch(await agree(options), /^TLSv/);
    });
  }
});
