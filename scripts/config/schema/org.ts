import { z } from 'zod';
import { salesforceId } from './id';
import { secretEnv, secretFromStdin, secretSource } from './secret-source';
import { myDomainUrl, salesforceUrl } from './url';
import { about, oneOf, text } from './words';

export const orgKind = oneOf(['production', 'sandbox', 'scratch', 'developer']);

const jwt = z.strictObject({
  clientId: about('Consumer key of the connected app or external client app.', text('text')),
  username: about('Salesforce user name.', text('a user name, name@domain', /^\S+@\S+$/)),
  privateKey: about('Where the private key (PEM) is.', secretSource),
  loginUrl: about(
    'Default: login.salesforce.com, or test.salesforce.com for a sandbox or scratch org.',
    salesforceUrl
  ).optional()
});

export const login = z.union(
  [
    z.literal('local', { error: 'local' }),
    z.strictObject({
      local: z.strictObject({
        catalog: about(
          'voice for the Voice licence, or the path of a catalog file (JSON), relative to this file.',
          text('voice, or the path of a catalog file')
        )
      })
    }),
    z.strictObject({ sf: about('Alias or user name of a login that the sf CLI stored.', text('text')) }),
    z.strictObject({ jwt }),
    z.strictObject({ authUrl: z.union([secretEnv, secretFromStdin], { error: '{ env: NAME } or stdin' }) }),
    z.strictObject({ accessToken: secretSource, instanceUrl: about('The org’s own URL.', salesforceUrl) })
  ],
  { error: 'local, { local: … }, { sf: … }, { jwt: … }, { authUrl: … } or { accessToken: …, instanceUrl: … }' }
);

/** An org without its overrides. */
export const orgFields = {
  kind: about('What the org is; it is asked on every run and refused when it is something else.', orgKind),
  orgId: about('00D…; an org with another id is refused.', salesforceId('00D', 'an org id')).optional(),
  myDomain: about(
    'https://example.my.salesforce.com; whose pages may frame the login page. Default: read from the org.',
    myDomainUrl
  ).optional(),
  login: about('How to log in. local is the stand-in org on this computer.', login)
};

export type LoginSettings = z.infer<typeof login>;

/** An org as its own login and kind see it. */
export const orgWithoutOverrides = z.strictObject(orgFields);
export type OrgSettings = z.infer<typeof orgWithoutOverrides>;
