import { createHash, createPrivateKey, createPublicKey, KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { developmentPackage } from './development-package';

/** A self-signed certificate with its private key, both PEM. */
export type Certificate = {
  readonly key: string;
  readonly cert: string;
  /** What Chromium's `--ignore-certificate-errors-spki-list` takes: it trusts this key and no other. */
  readonly keyHash: string;
};

type X509 = {
  readonly X509CertificateGenerator: {
    createSelfSigned(options: object, crypto: unknown): Promise<{ toString(format: 'pem'): string }>;
  };
  readonly SubjectAlternativeNameExtension: new (names: readonly { type: 'dns' | 'ip'; value: string }[]) => object;
  readonly BasicConstraintsExtension: new (isAuthority: boolean) => object;
};

const day = 24 * 60 * 60 * 1000;

/** The certificate of the folder when it is good for these names for another day; else a new one, kept there. */
export async function certificateIn(folder: string, root: string, names: readonly string[]): Promise<Certificate> {
  const [keyFile, certFile] = [path.join(folder, 'console.key'), path.join(folder, 'console.crt')];
  if (existsSync(keyFile) && existsSync(certFile)) {
    const kept = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
    if (isGood(kept, names)) return { ...kept, keyHash: keyHash(kept.cert) };
  }
  const made = await newCertificate(root, names);
  mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile, made.key, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
  writeFileSync(certFile, made.cert);
  return made;
}

/** Makes a key and a certificate that says these names. */
export async function newCertificate(root: string, names: readonly string[]): Promise<Certificate> {
  const { X509CertificateGenerator, SubjectAlternativeNameExtension, BasicConstraintsExtension } = x509(root);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=Ringdown console',
      notBefore: new Date(Date.now() - day),
      notAfter: new Date(Date.now() + 30 * day),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new BasicConstraintsExtension(true),
        new SubjectAlternativeNameExtension([
          ...names.map((value) => ({ type: 'dns' as const, value })),
          { type: 'ip', value: '127.0.0.1' }
        ])
      ]
    },
    webcrypto
  );
  const cert = made.toString('pem');
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string;
  return { key, cert, keyHash: keyHash(cert) };
}

/**
 * Loads the library, whose container refuses to load without a polyfill of metadata on `Reflect`. It injects nothing by type, so that
 * metadata is never there to be found, and the names can go again.
 */
function x509(root: string): X509 {
  const missing = { getMetadata: () => undefined, getOwnMetadata: () => undefined, defineMetadata: () => undefined };
  const added = Object.entries(missing).filter(([name]) => !Reflect.has(Reflect, name));
  for (const [name, value] of added) Reflect.set(Reflect, name, value);
  try {
    return developmentPackage<X509>(root, '@peculiar/x509');
  } finally {
    for (const [name] of added) Reflect.deleteProperty(Reflect, name);
  }
}

/** Base64 of the SHA-256 of the public key. */
export function keyHash(cert: string): string {
  const spki = createPublicKey(cert).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64');
}

function isGood({ key, cert }: Omit<Certificate, 'keyHash'>, names: readonly string[]): boolean {
  try {
    const read = new X509Certificate(cert);
    return (
      read.checkPrivateKey(createPrivateKey(key)) &&
      new Date(read.validTo).getTime() > Date.now() + day &&
      names.every((name) => read.checkHost(name) !== undefined)
    );
  } catch {
    return false;
  }
}
