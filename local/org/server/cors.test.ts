import assert from 'node:assert/strict';
import { startOrg } from '../start-org';

describe('a page of another origin', () => {
  it('may ask below /__local/ when it is of this computer, and nobody else may', async () => {
    const org = await startOrg({ kind: 'sandbox' });
    const allowed = async (method: string, path: string, origin: string): Promise<string | null> => {
      const headers = { origin, authorization: `Bearer ${org.accessToken}` };
      const response = await fetch(org.url + path, { method, headers });
      return response.headers.get('access-control-allow-origin');
    };
    const page = 'http://127.0.0.1:4321';
    assert.equal(await allowed('OPTIONS', '/__local/apex/CallLogs/find', page), page);
    assert.equal(await allowed('POST', '/__local/apex/CallLogs/find', page), page);
    assert.equal(
      await allowed('GET', '/__local/ui-api/object-info/Task', 'http://localhost:80'),
      'http://localhost:80'
    );
    assert.equal(await allowed('OPTIONS', '/__local/apex/CallLogs/find', 'https://evil.example.com'), null);
    assert.equal(await allowed('GET', '/services/data/v67.0/limits', page), null);
    assert.equal(org.requests.length, 3);
    await org.close();
  });

  it('gets a token of a seeded user by name, in every kind of org', async () => {
    const org = await startOrg({ kind: 'sandbox' });
    const logIn = (username: string): Promise<Response> =>
      fetch(`${org.url}/__local/logins`, {
        method: 'POST',
        headers: { authorization: `Bearer ${org.accessToken}` },
        body: JSON.stringify({ username })
      });
    assert.equal((await logIn('priya.raman@example.com')).status, 200);
    assert.equal((await logIn('priya.raman@example.com.uat')).status, 200);
    assert.equal((await logIn('nobody@example.com')).status, 404);
    assert.throws(() => org.accessTokenOf('nobody@example.com'));
    await org.close();
  });
});
