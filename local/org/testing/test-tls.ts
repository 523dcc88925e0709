import path from 'node:path';

/** The files of a self-signed certificate for 127.0.0.1 whose key everybody knows: for tests only. */
export const testTlsFiles = {
  keyFile: path.join(__dirname, 'tls', 'test-only.key.pem'),
  certFile: path.join(__dirname, 'tls', 'test-only.cert.pem')
} as const;
