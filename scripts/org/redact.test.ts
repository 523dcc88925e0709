import assert from 'node:assert/strict';
import { redact } from './redact';

describe('redact', () => {
  for (const [name, text, secret] of [
    ['a session id', 'token 00D000000000001!AQEAQ.abc_def refused', 'AQEAQ.abc_def'],
    ['an auth URL', 'from force://PlatformCLI::5Aep861@acme.my.salesforce.com', '5Aep861'],
    ['a JWT', 'assertion=eyJhbGciOi.eyJpc3Mi.c2lnbmF0dXJl', 'c2lnbmF0dXJl'],
    ['an installation key in SOQL', "WHERE Id = '04t' AND InstallationKey = 'open sesame'", 'open sesame'],
    ['an installation key in a URL', 'q=SELECT%20InstallationKey%20%3D%20%27open%20sesame%27', 'sesame'],
    ['an installation key with a quote in it', "WHERE InstallationKey = 'it\\'s sesame' AND", 'sesame'],
    ['an installation key behind half a field name', "tionKey = 'open sesame'", 'sesame'],
    ['an installation key without its end', "InstallationKey = 'open sesa", 'sesa'],
    ['a password in JSON', '{"Password":"open sesame"}', 'sesame']
  ] as const) {
    it(`takes ${name} out`, () => assert.ok(!redact(text).includes(secret), redact(text)));
  }

  for (const [name, form] of [
    ['as it is', "it's 100% \\ mine"],
    ['quoted for SOQL', "it\\'s 100% \\\\ mine"],
    ['encoded for a URL', encodeURIComponent("it's 100% \\ mine")],
    ['quoted and encoded', encodeURIComponent("it\\'s 100% \\\\ mine")]
  ] as const) {
    it(`takes a known secret out that is quoted ${name}`, () =>
      assert.equal(redact(`y = '${form}' z`, ["it's 100% \\ mine"]), "y = '[redacted]' z"));
  }

  it('leaves other text as it is', () => {
    assert.equal(redact('Required field is missing: label'), 'Required field is missing: label');
  });
});
