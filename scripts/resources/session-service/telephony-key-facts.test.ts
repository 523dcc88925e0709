import assert from 'node:assert/strict';
import { certificateEnd, keyInForce, type TelephonyKey } from './telephony-key-facts';

/** Good from 21 November 2026 for ten years; its private key was thrown away. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIDCTCCAfGgAwIBAgIUfkTuxSyBhVNmUPlZX5RVZic8R0YwDQYJKoZIhvcNAQEL
BQAwFDESMBAGA1UEAwwJQWNtZVZvaWNlMB4XDTI2MTEyMTIxMTMxOVoXDTM2MTEx
ODIxMTMxOVowFDESMBAGA1UEAwwJQWNtZVZvaWNlMIIBIjANBgkqhkiG9w0BAQEF
AAOCAQ8AMIIBCgKCAQEA1WycLdY/yVGEj6s/ngAWCuaf35OUMBJKF0EUpAMlCMKP
eF7fpeP3VHlmdjmkImXVnqhZYrBSYSF2cawJUl89iguOzQZA/3JTK2hC3Y0IID/z
jo8lFAtn3C3z0hN9+xrxvxq/NpBswYiyqNtv1bNSziIL4MgBBuXa/148IX6DhGlN
+nxLAWXDXOsNPwWPIbuOsyoC4jjIlzDGv9L1oPflQ4rFgOfVwpZcOD2Ck6K+K42a
kaTNBhdjEB40KiPvN+wIsXvWmTd+vhhTmWv/dDCFuHvVuurGevDulsPhKsA5fJQj
ZloEDztBMOITbN05vn7kcZKRV+zauwNj8uWffhgl6wIDAQABo1MwUTAdBgNVHQ4E
FgQU/I558J0abt4nw+2aEd1RwWbrFiUwHwYDVR0jBBgwFoAU/I558J0abt4nw+2a
Ed1RwWbrFiUwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEA0X8t
glKpFPZNKnEYW9oe2AVdJXmto210UnjQHJ1IcHNiRhyjlRJEiP3sjzW7im4yk4Ci
o4Ma0LAZExquHyyZ7pCglnvXBdy/Sion3B7PcCUVQiwkgzky+7/yAfHFQgbdorTf
O7RngmpjyFrp3Xp6jEvAEChRhI8Ogg9thNo29aEd2uH1gFMSjoS/k4YZcwYZGay1
y+3RymUgPQBUD8JQYvYr0hVpeU/SxHLBiEkoQ/QVeTBN7vomxklSoPqEhvA7YkwJ
Qsk7INFDfeYT80tcDL00bJ6mafBRV7v+b/v4Gvx7PWOohNRTVl9PJDUH94cwocX7
W+gbIQYupQeh3tDwlg==
-----END CERTIFICATE-----`;
const inTime = Date.UTC(2027, 0, 1);
const key = (keyId: string, state: TelephonyKey['state'], createdAt: string): TelephonyKey => ({
  keyId,
  state,
  createdAt,
  certificate
});
const inForce = (keys: readonly TelephonyKey[], now = inTime): string | undefined => keyInForce(keys, now)?.keyId;

describe('the key that the org is to know', () => {
  it('is none without keys, and with retired ones alone', () => {
    assert.equal(inForce([]), undefined);
    assert.equal(inForce([key('old', 'retired', '2026-11-01')]), undefined);
  });

  it('is one that waits since the active one was made: a change of keys that somebody began', () => {
    const active = key('active', 'active', '2026-11-10');
    assert.equal(inForce([active, key('new', 'pending', '2026-11-11')]), 'new');
    assert.equal(inForce([key('one', 'pending', '2026-11-11'), active, key('two', 'pending', '2026-11-12')]), 'two');
  });

  it('is the active one where what waits is older: a change that was given up', () => {
    assert.equal(inForce([key('left', 'pending', '2026-11-01'), key('active', 'active', '2026-11-10')]), 'active');
  });

  it('is never one whose certificate has ended', () => {
    const end = certificateEnd(certificate) ?? 0;
    assert.ok(end > inTime);
    assert.equal(inForce([key('active', 'active', '2026-11-10')], end), undefined);
  });

  it('has a certificate that can be read', () => {
    assert.equal(certificateEnd('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'), undefined);
  });
});
