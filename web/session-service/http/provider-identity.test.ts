import assert from 'node:assert/strict';
import { createOidcAuthenticator, type OidcOptions } from '../authenticators/oidc';
import type { MatchBy } from '../authenticators/proved-name';
import { providerClient, startTestProvider, type TestProvider } from '../provider-harness';
import { orgId, startTestService, testSettings, type Browser, type TestService } from '../service-harness';

/** What the page says of its user: Open CTI's the three, Voice's the first only. */
type Told = { readonly userName: string; readonly email?: string; readonly federationId?: string };

/** The browser at the provider, and what its user takes out of the address before it goes there. */
type Way = { readonly cookies?: Map<string, string>; readonly takenOut?: readonly string[] };

describe('the name under which a rep reaches the phone system', function () {
  this.timeout(60_000);
  let provider: TestProvider;
  const services: TestService[] = [];
  before(async () => {
    provider = await startTestProvider();
  });
  after(() => provider.close());
  afterEach(async () => {
    for (const service of services.splice(0)) {
      await service.close();
      await service.store.close();
    }
  });

  const serviceBy = async (matchBy: MatchBy, claims: Partial<OidcOptions> = {}): Promise<TestService> => {
    const { issuer } = provider;
    const oidc = createOidcAuthenticator({ ...providerClient, issuer, label: 'Provider', ...claims });
    const orgs = testSettings().orgs.map((org) => ({ ...org, matchBy }));
    const service = await startTestService({ authenticators: { '*': [oidc] }, settings: { orgs } });
    services.push(service);
    return service;
  };
  const begin = async (browser: Browser, told: Told) => {
    const body = { userId: '005000000000001AAA', callCenter: 'Support', ...told };
    const { attemptId, secret, methods } = (await browser.ask('POST', `/orgs/${orgId}/attempts`, { body })).body;
    const [method] = methods;
    assert.ok(method?.kind === 'oidc');
    const started = await browser.ask('GET', method.startUrl);
    assert.equal(started.status, 302);
    return { held: { attemptId, secret }, method, start: String(started.headers.location) };
  };
  /** Signs in there as that user for the page's, and gives the name in the ticket for the phone system; nothing when it was refused. */
  const agentOf = async (service: TestService, told: Told, user: string, way: Way = {}) => {
    const popUp = service.browser();
    const { held, start } = await begin(popUp, told);
    const url = new URL(start);
    for (const name of way.takenOut ?? []) url.searchParams.delete(name);
    const location = await provider.signIn(url.href, user, way.cookies);
    const window = await popUp.ask('GET', `/orgs/${orgId}/oidc/callback${new URL(location).search}`);
    const code = /<output id="code">([^<]+)</.exec(window.text)?.[1];
    if (code === undefined) return undefined;
    const page = service.browser();
    await page.ask('POST', `/orgs/${orgId}/redeem`, { body: { ...held, code } });
    const { ticket } = (await page.ask('POST', `/orgs/${orgId}/phone-ticket`)).body;
    return (JSON.parse(Buffer.from(ticket.split('.')[1]!, 'base64url').toString()) as { readonly sub: string }).sub;
  };
  const userName = 'ada.lovelace@acme.com';
  const ada = 'ada@example.com';

  it('is the verified address where the org knows its agents by that, and the Federation ID where by that', async () => {
    assert.equal(await agentOf(await serviceBy('Email'), { userName, email: 'ADA@example.com' }, ada), ada);
    const byId = await serviceBy('FederationIdentifier', { federationIdClaim: 'oid' });
    assert.equal(await agentOf(byId, { userName, federationId: 'ADA' }, ada), 'ADA');
  });

  it('is nobody’s whose address the provider has not verified, though the page says it too', async () => {
    const service = await serviceBy('Email');
    for (const email of ['liar@example.com', 'silent@example.com'])
      assert.equal(await agentOf(service, { userName, email }, email), undefined, email);
  });

  it('is nobody’s when the provider’s user is not the page’s', async () => {
    const service = await serviceBy('Email');
    assert.equal(await agentOf(service, { userName, email: 'bob@example.com' }, ada), undefined);
    const byId = await serviceBy('FederationIdentifier', { federationIdClaim: 'oid' });
    assert.equal(await agentOf(byId, { userName, federationId: 'BOB' }, ada), undefined);
    const withNames = await serviceBy('Email', { userNameClaim: 'preferred_username' });
    assert.equal(await agentOf(withNames, { userName }, ada), undefined);
    assert.equal(await agentOf(withNames, { userName: ada }, ada), ada);
  });

  it('is that of who signs in afresh where Voice tells nothing to compare, never of whom somebody left signed in', async () => {
    const service = await serviceBy('Email');
    const cookies = new Map<string, string>();
    const { start, method } = await begin(service.browser(), { userName });
    assert.equal(new URL(start).searchParams.get('prompt'), 'login');
    assert.equal(method.silentUrl, undefined);
    const forced = await service.browser().ask('GET', `${method.startUrl}&silent=yes`, {
      headers: { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' }
    });
    assert.equal(forced.status, 403);
    assert.equal(await agentOf(service, { userName }, ada, { cookies }), ada);
    // Whoever sits there now takes the demand out of the address: the provider asks nothing, and its answer is not enough.
    const takenOut = ['prompt', 'max_age'];
    assert.equal(await agentOf(service, { userName }, 'nobody', { cookies, takenOut }), undefined);
  });
});
