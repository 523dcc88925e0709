import assert from 'node:assert/strict';
import { type Browser, type Locator } from 'playwright-core';
import { openRep, type RepConsole } from './rep-console';
import { type WholeWorld } from './whole-world';

type VoiceCallRow = Readonly<Record<string, unknown>>;

/** What only two reps in two browsers can show, over the phone system and the org that they share. */
export function twoReps(world: () => WholeWorld, partitioning: boolean): void {
  let browsers: readonly Browser[] = [];
  let priya: RepConsole;
  let sam: RepConsole;
  before(async () => {
    const [one, other] = [await world().browser(partitioning), await world().browser(partitioning)];
    browsers = [one, other];
    [priya, sam] = await Promise.all([openRep(world(), one, 'priya'), openRep(world(), other, 'sam')]);
    await Promise.all([priya.work(), sam.work()]);
  });
  after(async () => {
    await world().hangUp();
    for (const rep of [priya, sam]) await rep.done();
    for (const browser of browsers) await browser.close();
  });

  const party = (rep: RepConsole, who: string): Locator => rep.page.locator(`.call-card[aria-label^="${who}"]`);
  const control = (rep: RepConsole, who: string, name: string): Promise<void> =>
    party(rep, who).getByRole('button', { name, exact: true }).click();
  const rows = (): Promise<readonly VoiceCallRow[]> =>
    world().query(
      'SELECT Id, VendorCallKey, CallType, CallDisposition, PreviousCallId, CallEndDateTime, NumberOfHolds FROM VoiceCall ORDER BY CreatedDate, Id'
    );
  /** VoiceCalls are completed by the phone side, behind everybody's back. */
  const completed = async (count: number): Promise<readonly VoiceCallRow[]> => {
    const known = new Set(before_.map(({ Id }) => Id));
    for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const found = (await rows()).filter(({ Id }) => !known.has(Id));
      if (found.filter(({ CallDisposition }) => CallDisposition === 'completed').length >= count) return found;
      if (Date.now() > end) throw new Error(JSON.stringify(found));
    }
  };
  let before_: readonly VoiceCallRow[] = [];

  it('hand a call from one to the other after a consultation and a conference', async () => {
    before_ = await rows();
    await world().phone('POST', '/interactions', {
      channel: 'phone',
      from: '+14155550123',
      to: '+442079460000',
      agent: 'priya'
    });
    await priya.card('ringing').waitFor();
    await priya.press('Accept');
    await priya.card('connected').waitFor();
    await priya.page.getByRole('tab', { name: 'Contacts' }).click();
    await priya.page.getByRole('button', { name: 'Search' }).click();
    await priya.page.getByRole('button', { name: /^Add sam/i }).click();
    await priya.card('transferring').waitFor();
    await sam.card('ringing').waitFor();
    await sam.press('Accept');
    await party(priya, 'Third party').and(priya.card('connected')).waitFor();
    assert.match((await party(priya, 'Customer').textContent()) ?? '', /On hold/);
    await control(priya, 'Customer', 'Merge');
    await party(priya, 'Customer').getByText('Conference').waitFor();
    await control(priya, 'Customer', 'End Call');
    await priya.card('wrap-up').waitFor();
    await priya.press('Close');
    await sam.card('connected').first().waitFor();
  });

  it('of whom one listens to the other and joins the call', async () => {
    await world().phone('PUT', '/agents/priya', { name: 'priya', isSupervisor: true });
    const { agents } = (await world().phone('GET', '')) as {
      readonly agents: readonly { readonly agentId: string; readonly calls: readonly { readonly callId: string }[] }[];
    };
    const callId = agents.find(({ agentId }) => agentId === 'sam')!.calls[0]!.callId;
    await priya.send({
      type: 'SUPERVISE_CALL',
      call: { callId, callType: 'inbound', callAttributes: { participantType: 'Supervisor' } }
    });
    await priya.hears('SUPERVISOR_CALL_CONNECTED');
    assert.equal(
      (await sam.heard()).filter(({ name }) => name === 'CALL_BARGED_IN').length,
      0,
      'nobody hears a listener'
    );
    await control(priya, 'Supervised call', 'Barge In');
    await priya.hears('SUPERVISOR_BARGED_IN');
    await sam.hears('CALL_BARGED_IN');
    await sam.page.locator('.call-card-state', { hasText: 'joined' }).waitFor();
    await control(priya, 'Supervised call', 'Stop Listening');
    await priya.hears('SUPERVISOR_HANGUP');
    await sam.press('End Call');
    await sam.card('wrap-up').waitFor();
    await sam.press('Close');
  });

  it('leave a VoiceCall for each part of the call, linked and completed', async () => {
    const [first, second, ...more] = await completed(2);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [first, second].map((row) => [row?.CallType, row?.CallDisposition]),
      [
        ['Inbound', 'completed'],
        ['Transfer', 'completed']
      ]
    );
    assert.equal(second?.PreviousCallId, first?.Id);
    assert.equal(first?.NumberOfHolds, 1);
    const told = await priya.hears('CALL_STARTED');
    assert.equal((told.callAttributes as { voiceCallId?: string }).voiceCallId, first?.Id);
  });
}
