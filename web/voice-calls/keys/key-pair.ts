// The certificate library registers its parts with decorators, which need this first.
import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';

/** PEM texts; the private key never leaves this side. */
export type KeyPair = { readonly privateKey: string; readonly certificate: string };

/** Salesforce takes RSA of 1024, 2048 or 4096 bits and advises 2048 [Telephony Integration REST API Authorization]. */
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048
};
const day = 86_400_000;
const validDays = 730;
/** X.509 names hold no more. */
const longestName = 64;

/** Makes a key pair with a certificate that it signs itself; the other side's clock may be a day behind. */
export async function makeKeyPair(name: string, now: number): Promise<KeyPair> {
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const serial = randomBytes(16);
  // Positive, and not shorter for a leading zero.
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [name.slice(0, longestName)] }],
      serialNumber: serial.toString('hex'),
      notBefore: new Date(now - day),
      notAfter: new Date(now + validDays * day),
      signingAlgorithm: rsa,
      keys
    },
    webcrypto as Crypto
  );
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `${certificate.toString('pem').trim()}\n`
  };
}

/** When the certificate ends, in milliseconds since 1970. */
export function endOf(certificate: string): number {
  return Date.parse(new X509Certificate(certificate).validTo);
}

/** Whether both belong together: a file may have been put here by hand. */
export function isPair({ privateKey, certificate }: KeyPair): boolean {
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
}
