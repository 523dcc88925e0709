/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-call, typescript/no-unsafe-assignment -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf, type Answer } from '../testing/org-client';

const started: RunningOrg[] = [];
async function open(catalog?: string): Promise<RunningOrg> {
  const org = await startOrg({ kind: 'production', ...(catalog === undefined ? {} : { catalog }) });
  started.push(org);
  deployCallPackage(org.data);
  return org;
}
const ask = (org: RunningOrg, vendorCallKey: string | null): Promise<Answer> =>
  clientOf(org).ask('POST', '/__local/apex/CallLogs/keptBySalesforce', { vendorCallKey });

describe('the records that Salesforce itself keeps of a call', () => {
  after(async () => {
    for (const org of started) await org.close();
  });

  it('are found by the key of the phone system, the newest first', async () => {
    const org = await open('voice');
    const keep = (VendorCallKey: string): string => org.data.insert('VoiceCall', { VendorCallKey }).Id;
    const [first, , second] = [keep('call-1'), keep('call-2'), keep('call-1')];
    org.data.insert('VoiceCall', {});
    const ids = async (key: string | null): Promise<unknown> =>
      (await ask(org, key)).body.returnValue.map(({ Id }: { readonly Id: string }) => Id);
    assert.deepEqual(await ids('call-1'), [second, first]);
    assert.deepEqual(await ids('nowhere'), []);
    assert.deepEqual(await ids(null), []);
  });

  it('are refused in an org without Voice', async () => {
    const { status, body } = await ask(await open(), 'call-1');
    assert.deepEqual([status, body.exceptionType], [400, 'System.QueryException']);
  });
});
