import { openDesk } from '../desk';
import { emptyDesk, type DeskState } from '../deskState';
import type { Desk, DeskEvents, DeskOutbox } from '../deskTypes';
import { logOf } from '../logOf';
import type { Settings } from '../settings';
import type { WrapUp } from '../wrapUp';
import { fakeOutbox, interactionOf, ongoing, settings } from './fakes';

const same = (template: string) => ({ inbound: template, outbound: template, internal: template });
const words = {
  phone: same('Call with {0}'),
  chat: same('Chat with {0}'),
  voicemail: same('Voicemail from {0}'),
  sms: same('Message from {0}'),
  missed: 'Missed call from {0}',
  withheld: 'withheld'
};

function start(options: { settings?: Settings; fake?: ReturnType<typeof fakeOutbox>; outbox?: DeskOutbox } = {}) {
  const fake = options.fake ?? fakeOutbox();
  const seen = { state: emptyDesk, opened: [] as string[], wrappedUp: [] as string[], saved: [] as object[] };
  const clock = { now: Date.parse('2026-01-05T09:02:10Z') };
  const events: DeskEvents = {
    changed: (state: DeskState) => {
      seen.state = state;
    },
    opened: ({ callKey }: WrapUp) => {
      seen.opened.push(callKey);
    },
    wrappedUp: (callKey) => {
      seen.wrappedUp.push(callKey);
    },
    saved: ({ callKey, taskId, isByRep }) => {
      seen.saved.push({ callKey, taskId, isByRep });
    }
  };
  const desk: Desk = openDesk({
    outbox: options.outbox ?? fake.outbox,
    settings: () => options.settings ?? settings,
    logOf: (wrapUp) => logOf(wrapUp, words),
    now: () => clock.now,
    events
  });
  return { desk, fake, seen, clock };
}

const keys = ({ wrapUps }: DeskState): readonly string[] => wrapUps.map(({ callKey }) => callKey);

describe('the desk', () => {
  it('opens for a call when it is answered, and not while it rings', async () => {
    const { desk, seen } = start();
    const { answeredAt: _not, ...ringing } = ongoing({ state: 'ringing' });
    await desk.hear(ringing);
    expect([keys(seen.state), seen.opened]).toEqual([[], []]);
    await desk.hear(ongoing());
    await desk.hear(ongoing({ state: 'held' }));
    expect([keys(seen.state), seen.opened]).toEqual([['leg-1'], ['leg-1']]);
  });

  it('logs an ended call by itself and leaves it open for the rep', async () => {
    const { desk, fake, seen } = start();
    await desk.hear(ongoing());
    expect(fake.submitted).toEqual([]);
    await desk.hear(interactionOf());
    expect(fake.drafts.has('leg-1')).toBe(true);
    await desk.hear(interactionOf());
    expect(fake.submitted.map(({ callKey, subject }) => [callKey, subject])).toEqual([
      ['leg-1', 'Call with +44 20 7946 0958']
    ]);
    expect([keys(seen.state), seen.state.logged]).toEqual([['leg-1'], ['leg-1']]);
  });

  it('logs a call of which it hears after its end only where nobody has, until the rep saves it', async () => {
    const { desk, fake } = start();
    await desk.hear(interactionOf());
    desk.change('leg-1', { notes: 'All well', disposition: 'Resolved' });
    await desk.save('leg-1');
    await desk.hear(ongoing({ callKey: 'leg-2' }));
    await desk.hear(interactionOf({ callKey: 'leg-2' }));
    const asked = fake.submitted.map(({ callKey, isOnlyIfMissing }) => [callKey, isOnlyIfMissing ?? false]);
    expect(asked).toEqual([
      ['leg-1', true],
      ['leg-1', false],
      ['leg-2', false]
    ]);
  });

  it('goes on completing what it logged itself of a call that it heard of late', async () => {
    const { desk, fake } = start();
    await desk.hear(interactionOf({ outcome: undefined }));
    fake.deliver('leg-1');
    await desk.hear(interactionOf({ outcome: 'answered', talkSeconds: 99 }));
    expect(fake.submitted.map(({ isOnlyIfMissing }) => isOnlyIfMissing ?? false)).toEqual([true, false]);
  });

  it('saves the words of the rep over the log that went by itself', async () => {
    const { desk, fake, seen, clock } = start();
    await desk.hear(interactionOf());
    desk.change('leg-1', { notes: 'All well', disposition: 'Resolved' });
    clock.now += 31_000;
    expect(await desk.save('leg-1')).toEqual([]);
    expect(fake.submitted.at(-1)).toMatchObject({ text: 'All well', disposition: 'Resolved', wrapUpSeconds: 31 });
    expect([keys(seen.state), seen.wrappedUp]).toEqual([[], ['leg-1']]);
    fake.deliver('leg-1');
    await desk.refresh();
    expect(fake.drafts.size).toBe(0);
    expect(seen.state.confirmations).toMatchObject([{ callKey: 'leg-1', subject: 'Call with +44 20 7946 0958' }]);
  });

  it('saves once, however often it is asked', async () => {
    const { desk, fake } = start();
    await desk.hear(interactionOf({ channel: 'chat' }));
    await Promise.all([desk.save('leg-1'), desk.save('leg-1'), desk.save('leg-1')]);
    await desk.save('leg-1');
    expect(fake.submitted).toHaveLength(1);
  });

  it('tells the Task when Salesforce has the log, once', async () => {
    const { desk, fake, seen } = start();
    await desk.hear(interactionOf({ channel: 'chat' }));
    await desk.save('leg-1');
    await desk.refresh();
    expect(seen.saved).toEqual([]);
    fake.deliver('leg-1', '00T1');
    await desk.refresh();
    await desk.refresh();
    expect(seen.saved).toEqual([{ callKey: 'leg-1', taskId: '00T1', isByRep: true }]);
    expect(seen.state.confirmations[0]).toMatchObject({ taskId: '00T1' });
  });

  it('says of a log that another tab saved that it is not by the rep here, after the settings were read again too', async () => {
    const fake = fakeOutbox();
    const [first, second] = [start({ fake }), start({ fake })];
    await Promise.all([first, second].map(({ desk }) => desk.hear(interactionOf({ channel: 'chat' }))));
    await first.desk.save('leg-1');
    await second.desk.refresh();
    expect(keys(second.seen.state)).toEqual([]);
    await second.desk.restore();
    fake.deliver('leg-1', '00T1');
    await Promise.all([first, second].map(({ desk }) => desk.refresh()));
    expect(first.seen.saved).toEqual([{ callKey: 'leg-1', taskId: '00T1', isByRep: true }]);
    expect(second.seen.saved).toEqual([{ callKey: 'leg-1', taskId: '00T1', isByRep: false }]);
  });

  it('adds nothing but what a saved log is about, and does not take it back when the call goes on', async () => {
    const { desk, fake } = start();
    const ann = { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' };
    const acme = { recordId: '001000000000001AAA', name: 'Acme', objectName: 'Account' };
    await desk.hear(ongoing());
    await desk.save('leg-1');
    fake.deliver('leg-1');
    await desk.link({ callKey: 'leg-1', subject: 'Call', records: [ann, acme] });
    expect(fake.added).toEqual([
      { callKey: 'leg-1', subject: 'Call', links: { whoId: ann.recordId, whatId: acme.recordId } }
    ]);
    await desk.hear(interactionOf());
    expect(fake.submitted).toHaveLength(2);
    expect(fake.submitted[1]).toMatchObject({ whoId: ann.recordId, whatId: acme.recordId });
    const earlier = { callKey: 'leg-of-another-day', subject: 'Call' };
    await desk.link({ ...earlier, records: [acme] });
    await desk.link({ ...earlier, records: [] });
    await desk.link({ ...earlier, records: [acme], keptId: '0LQ000000000001AAA' });
    const links = { whatId: acme.recordId };
    expect(fake.added.slice(1)).toEqual([
      { ...earlier, links },
      { ...earlier, links, kept: { id: '0LQ000000000001AAA' } }
    ]);
  });

  it('keeps every open wrap-up when more calls come, and stays with the one that the rep writes in', async () => {
    const { desk, seen } = start();
    await desk.hear(ongoing());
    await desk.hear(ongoing({ callKey: 'leg-2' }));
    expect(seen.state.selected).toBe('leg-2');
    desk.change('leg-2', { notes: 'x' });
    await desk.hear(ongoing({ callKey: 'leg-3', channel: 'chat' }));
    expect([keys(seen.state), seen.state.selected]).toEqual([['leg-1', 'leg-2', 'leg-3'], 'leg-2']);
    await desk.save('leg-2');
    expect([keys(seen.state), seen.state.selected]).toEqual([['leg-1', 'leg-3'], 'leg-3']);
  });

  it('keeps what was typed and shows it after the page is loaded again', async () => {
    const first = start();
    await first.desk.hear(ongoing());
    first.desk.change('leg-1', { notes: 'half a sent' });
    await first.desk.flush();
    const second = start({ fake: first.fake });
    await second.desk.restore();
    expect(second.seen.state.wrapUps[0]).toMatchObject({ callKey: 'leg-1', notes: 'half a sent' });
    await second.desk.hear(interactionOf());
    expect(second.seen.state.wrapUps[0]).toMatchObject({ notes: 'half a sent', interaction: { state: 'wrap-up' } });
  });

  it('shows the other drafts when one cannot be read', async () => {
    const first = start();
    await first.desk.hear(ongoing({ channel: 'chat' }));
    first.fake.drafts.set('broken', { callKey: 'broken', interaction: null } as never);
    const { desk, seen } = start({ fake: first.fake });
    await desk.restore();
    expect([keys(seen.state), seen.state.failure]).toEqual([['leg-1'], undefined]);
  });

  it('logs after a crash what ended before it', async () => {
    const fake = fakeOutbox();
    const { desk } = start({ fake, outbox: { ...fake.outbox, submit: () => new Promise(() => undefined) } });
    void desk.hear(interactionOf());
    await new Promise((resolve) => setTimeout(resolve));
    const again = start({ fake });
    await again.desk.restore();
    expect(fake.submitted.map(({ callKey }) => callKey)).toEqual(['leg-1']);
  });

  it('does not bring back what was saved before the page was loaded again', async () => {
    const first = start();
    await first.desk.hear(interactionOf());
    await first.desk.save('leg-1');
    first.fake.deliver('leg-1');
    const second = start({ fake: first.fake });
    await second.desk.restore();
    await second.desk.hear(interactionOf());
    expect([keys(second.seen.state), first.fake.submitted.length]).toEqual([[], 2]);
  });

  it('lets the rep save while the call goes on, and completes the log when it ends', async () => {
    const { desk, fake, seen } = start();
    await desk.hear(ongoing());
    desk.change('leg-1', { notes: 'early' });
    await desk.save('leg-1');
    expect(seen.wrappedUp).toEqual([]);
    const again = start({ fake });
    await again.desk.restore();
    await again.desk.hear(interactionOf());
    expect(fake.submitted.at(-1)).toMatchObject({ text: 'early', talkSeconds: 100, outcome: 'answered' });
    expect([keys(again.seen.state), again.seen.wrappedUp]).toEqual([[], ['leg-1']]);
  });

  const recordingUrl = 'https://phone.example/r/1';
  const transcriptUrl = 'https://phone.example/t/1';

  it('adds nothing but the recording that comes after the log was saved, before and after Salesforce has it', async () => {
    const { desk, fake } = start();
    await desk.hear(interactionOf());
    desk.change('leg-1', { notes: 'n' });
    await desk.save('leg-1');
    const before = fake.submitted.length;
    await desk.hear(interactionOf({ state: 'done', recordingUrl }));
    fake.deliver('leg-1');
    await desk.refresh();
    await desk.hear(interactionOf({ state: 'done', recordingUrl }));
    await desk.hear(interactionOf({ state: 'done', recordingUrl, transcriptUrl }));
    expect(fake.submitted).toHaveLength(before);
    expect(fake.added.map(({ callKey, links }) => ({ callKey, ...links }))).toEqual([
      { callKey: 'leg-1', recordingUrl },
      { callKey: 'leg-1', recordingUrl, transcriptUrl }
    ]);
    expect(fake.drafts.size).toBe(0);
  });

  it('adds the recording to a log that Salesforce has after the page is loaded again', async () => {
    const first = start();
    await first.desk.hear(interactionOf());
    await first.desk.save('leg-1');
    first.fake.deliver('leg-1');
    await first.desk.refresh();
    const { desk, fake, seen } = start({ fake: first.fake });
    const before = fake.submitted.length;
    await desk.restore();
    await desk.hear(interactionOf({ state: 'done' }));
    expect(fake.added).toEqual([]);
    await desk.hear(interactionOf({ state: 'done', recordingUrl }));
    expect(fake.added).toEqual([{ callKey: 'leg-1', subject: 'Call with +44 20 7946 0958', links: { recordingUrl } }]);
    expect([keys(seen.state), fake.submitted.length]).toEqual([[], before]);
  });

  describe('a recording whose address no field holds', () => {
    const long = `https://phone.example/r/${'1'.repeat(255)}`;
    const urls = ({ longLinks }: DeskState): readonly string[] => longLinks.map(({ url }) => url);

    it('is told once, and its log is not written again, after the page is loaded again', async () => {
      const { fake } = start();
      fake.deliver('leg-1');
      const { desk, seen } = start({ fake });
      await desk.restore();
      await desk.hear(interactionOf({ state: 'done', recordingUrl: long }));
      expect(seen.state.longLinks).toEqual([{ callKey: 'leg-1', subject: 'Call with +44 20 7946 0958', url: long }]);
      desk.dismiss('leg-1');
      await desk.hear(interactionOf({ state: 'done', recordingUrl: long, transcriptUrl: recordingUrl }));
      expect(urls(seen.state)).toEqual([]);
      expect(fake.submitted).toEqual([]);
      expect(fake.added.map(({ links }) => links)).toEqual([{ transcriptUrl: recordingUrl }]);
    });

    it('is told and not written over what others may have edited, once Salesforce has what the rep saved', async () => {
      const { desk, fake, seen } = start();
      await desk.hear(interactionOf());
      desk.change('leg-1', { notes: 'Call back' });
      await desk.save('leg-1');
      fake.deliver('leg-1');
      await desk.refresh();
      const before = fake.submitted.length;
      await desk.hear(interactionOf({ state: 'done', recordingUrl: long }));
      expect([fake.submitted.length, urls(seen.state)]).toEqual([before, [long]]);
    });

    it('stands in the text of a log that waits or is still open, and is not told then or later', async () => {
      const { desk, fake, seen } = start();
      await desk.hear(interactionOf());
      fake.deliver('leg-1');
      await desk.hear(interactionOf({ recordingUrl: long }));
      expect(fake.submitted.at(-1)?.text).toContain(long);
      await desk.save('leg-1');
      fake.deliver('leg-1');
      await desk.hear(interactionOf({ state: 'done', recordingUrl: long }));
      expect(fake.submitted.at(-1)?.text).toContain(long);
      expect(urls(seen.state)).toEqual([]);
    });
  });

  it('overwrites nothing of a log that went by itself when the recording comes, after a refresh too', async () => {
    const first = start();
    await first.desk.hear(interactionOf());
    first.fake.deliver('leg-1');
    await first.desk.refresh();
    first.desk.change('leg-1', { notes: 'half a sent' });
    await first.desk.flush();
    const { desk, fake, seen } = start({ fake: first.fake });
    await desk.restore();
    await desk.hear(interactionOf({ recordingUrl }));
    expect([fake.submitted.length, fake.added.map(({ links }) => links)]).toEqual([1, [{ recordingUrl }]]);
    expect([seen.state.logged, keys(seen.state)]).toEqual([['leg-1'], ['leg-1']]);
    await desk.save('leg-1');
    expect(fake.submitted.at(-1)).toMatchObject({ text: 'half a sent', recordingUrl });
  });

  it('makes a follow-up only when the rep saves, and none that was taken back before', async () => {
    const { desk, fake } = start();
    const followUp = { isWanted: true, subject: 'Send the offer', dueDate: '2026-01-08' };
    await desk.hear(ongoing());
    desk.change('leg-1', { followUp });
    await desk.hear(interactionOf());
    desk.change('leg-1', { followUp: { ...followUp, isWanted: false } });
    await desk.save('leg-1');
    expect(fake.submitted.map((log) => log.followUp)).toEqual([undefined, undefined]);
    await desk.hear(interactionOf({ callKey: 'leg-2' }));
    desk.change('leg-2', { followUp });
    await desk.save('leg-2');
    await desk.hear(interactionOf({ callKey: 'leg-2', text: 'A transcript' }));
    expect(fake.submitted.slice(2).map((log) => log.followUp?.subject)).toEqual([
      undefined,
      'Send the offer',
      'Send the offer'
    ]);
  });

  it('names the follow-up that Salesforce had before the rep took it back', async () => {
    const { desk, fake, seen } = start();
    await desk.hear(interactionOf());
    await desk.save('leg-1');
    fake.deliver('leg-1', '00T1', '00T2');
    await desk.refresh();
    expect(seen.state.confirmations).toMatchObject([{ taskId: '00T1', followUpId: '00T2' }]);
  });

  it('keeps what was said of a chat when the phone page, loaded again, does not know it any more', async () => {
    const { desk, fake } = start();
    const { queue: _queue, ...bare } = interactionOf({ channel: 'chat' });
    await desk.hear(ongoing({ channel: 'chat', text: 'Ann: hello' }));
    await desk.save('leg-1');
    await desk.hear(ongoing({ channel: 'chat', text: 'Ann: hello\nMe: hi' }));
    expect(fake.submitted.at(-1)).toMatchObject({ text: 'Ann: hello\nMe: hi' });
    await desk.hear(bare);
    expect(fake.submitted.at(-1)).toMatchObject({ text: 'Ann: hello\nMe: hi', queue: 'Support', outcome: 'answered' });
  });

  it('names a type only when the rep chose one, and says when they took it back', async () => {
    const { desk, fake } = start();
    await desk.hear(interactionOf());
    expect(fake.submitted.at(-1)).not.toHaveProperty('type');
    desk.change('leg-1', { type: 'Call' });
    desk.change('leg-1', { type: '' });
    await desk.save('leg-1');
    expect(fake.submitted.at(-1)).toMatchObject({ type: '' });
  });

  it('asks for what is missing, and no longer when it is there', async () => {
    const { desk, fake, seen } = start();
    await desk.hear(interactionOf({ channel: 'phone' }));
    const before = fake.submitted.length;
    desk.change('leg-1', {
      disposition: 'Follow-up',
      followUp: { isWanted: true, subject: ' ', dueDate: '2026-02-30x' }
    });
    expect(await desk.save('leg-1')).toEqual(['disposition-notes', 'follow-up-subject', 'follow-up-date']);
    expect(fake.submitted).toHaveLength(before);
    desk.change('leg-1', { notes: 'n' });
    expect(seen.state.gaps['leg-1']).toEqual(['follow-up-subject', 'follow-up-date']);
    desk.change('leg-1', { followUp: { isWanted: true, subject: 'Send it', dueDate: '2026-01-07' } });
    expect(await desk.save('leg-1')).toEqual([]);
    expect(fake.submitted.at(-1)?.followUp).toMatchObject({ subject: 'Send it', dueDate: '2026-01-07' });
  });

  it('keeps the wrap-up and what was typed when the outbox refuses', async () => {
    const fake = fakeOutbox();
    const { desk, seen } = start({
      fake,
      outbox: { ...fake.outbox, submit: () => Promise.reject(new Error('no room')) }
    });
    await desk.hear(interactionOf({ channel: 'chat' }));
    desk.change('leg-1', { notes: 'n' });
    await desk.save('leg-1');
    expect(seen.state).toMatchObject({ saving: [], wrapUps: [{ notes: 'n' }], failure: new Error('no room') });
  });

  it('logs and opens nothing by itself in an org that is not configured, and still keeps notes', async () => {
    const { desk, fake, seen } = start({ settings: { ...settings, isConfigured: false } });
    await desk.hear(interactionOf());
    expect([seen.opened, fake.submitted, keys(seen.state)]).toEqual([[], [], ['leg-1']]);
    await desk.save('leg-1');
    expect(fake.submitted).toHaveLength(1);
  });

  it('shows, opens and logs nothing where the page of the phone system logs', async () => {
    const { desk, fake, seen } = start({ settings: { ...settings, popsAndLogs: 'vendor' } });
    await desk.hear(ongoing());
    await desk.hear(interactionOf());
    expect([seen.opened, fake.submitted, keys(seen.state)]).toEqual([[], [], []]);
  });

  it('leaves what a queue lost to the record of the queue, and logs what the rep missed', async () => {
    const { answeredAt: _not, ...missed } = interactionOf({ state: 'done', outcome: 'missed', talkSeconds: 0 });
    const { queue: _queue, ...direct } = missed;
    const { desk, fake, seen } = start();
    await desk.hear(missed);
    expect(fake.submitted).toEqual([]);
    await desk.hear({ ...direct, callKey: 'leg-2' });
    expect(fake.submitted.map(({ subject }) => subject)).toEqual(['Missed call from +44 20 7946 0958']);
    expect(keys(seen.state)).toEqual([]);
  });

  it('follows the switches of each channel', async () => {
    const { desk, fake, seen } = start();
    await desk.hear(interactionOf({ callKey: 'chat', channel: 'chat' }));
    await desk.hear(interactionOf({ callKey: 'voicemail', channel: 'voicemail', outcome: 'voicemail' }));
    await desk.hear(interactionOf({ callKey: 'sms', channel: 'sms' }));
    expect([keys(seen.state), seen.opened]).toEqual([['chat', 'voicemail'], ['chat']]);
    expect(fake.submitted.map(({ callKey }) => callKey)).toEqual(['voicemail']);
  });

  it('gives up what nobody wants to log, for good', async () => {
    const { desk, fake, seen } = start();
    await desk.hear(interactionOf({ channel: 'chat' }));
    await desk.discard('leg-1');
    await desk.hear(interactionOf({ channel: 'chat', state: 'done' }));
    expect([keys(seen.state), fake.drafts.size]).toEqual([[], 0]);
  });

  it('closes what the rep saved in another tab', async () => {
    const mine = start();
    await mine.desk.hear(ongoing({ channel: 'chat' }));
    const other = start({ fake: mine.fake });
    await other.desk.restore();
    await other.desk.hear(interactionOf({ channel: 'chat' }));
    await other.desk.save('leg-1');
    await mine.desk.refresh();
    expect(keys(mine.seen.state)).toEqual([]);
    expect(mine.seen.state.confirmations).toHaveLength(1);
  });

  it('takes up again what Salesforce refused, after a refresh too', async () => {
    const first = start();
    await first.desk.hear(interactionOf());
    first.desk.change('leg-1', { notes: 'refused' });
    await first.desk.save('leg-1');
    const { desk, fake, seen } = start({ fake: first.fake });
    await desk.restore();
    expect([desk.canReopen('leg-1'), desk.reopen('leg-1'), desk.reopen('leg-1')]).toEqual([true, true, false]);
    expect(seen.state.wrapUps).toMatchObject([{ callKey: 'leg-1', notes: 'refused' }]);
    desk.change('leg-1', { notes: 'better' });
    await desk.save('leg-1');
    expect(fake.submitted.at(-1)).toMatchObject({ text: 'better' });
  });

  it('keeps what Salesforce refused as it was when the rep gives up correcting it', async () => {
    const first = start();
    await first.desk.hear(interactionOf());
    first.desk.change('leg-1', { notes: 'refused' });
    await first.desk.save('leg-1');
    first.desk.reopen('leg-1');
    first.desk.change('leg-1', { notes: 'worse' });
    await first.desk.hear(interactionOf({ state: 'done', recordingUrl }));
    await first.desk.discard('leg-1');
    expect([keys(first.seen.state), first.desk.canReopen('leg-1')]).toEqual([[], true]);
    expect(first.fake.submitted.at(-1)).toMatchObject({ text: 'refused' });
    expect(first.fake.added.map(({ links }) => links)).toEqual([{ recordingUrl }]);
    const { desk, seen } = start({ fake: first.fake });
    await desk.restore();
    desk.reopen('leg-1');
    expect(seen.state.wrapUps).toMatchObject([{ callKey: 'leg-1', notes: 'refused' }]);
  });

  it('never logs by itself what is written without a phone', async () => {
    const first = start();
    first.desk.begin(interactionOf({ callKey: 'manual-1' }));
    first.desk.change('manual-1', { notes: 'n' });
    await first.desk.flush();
    const { desk, fake, seen } = start({ fake: first.fake });
    await desk.restore();
    await desk.restore();
    expect([keys(seen.state), fake.submitted]).toEqual([['manual-1'], []]);
  });

  it('logs without a phone', async () => {
    const { desk, fake, seen } = start();
    desk.begin(interactionOf({ callKey: 'manual-1', direction: 'outbound', from: '', to: '' }));
    desk.change('manual-1', { subject: 'Met at the fair' });
    await desk.save('manual-1');
    expect(fake.submitted.map(({ subject }) => subject)).toEqual(['Met at the fair']);
    expect(seen.wrappedUp).toEqual([]);
  });
});
