import type { CallLog } from 'c/callLogCore';
import type { Interaction } from 'c/phoneBridge';
import { openDesk } from '../desk';
import { emptyDesk, type DeskState } from '../deskState';
import type { Desk, DeskOutbox } from '../deskTypes';
import { logOf } from '../logOf';
import { fakeOutbox, interactionOf, ongoing, settings } from './fakes';

const same = (template: string) => ({ inbound: template, outbound: template, internal: template });
const channels = { phone: same('Call'), chat: same('Chat'), voicemail: same('Voicemail'), sms: same('Message') };
const words = { ...channels, missed: 'Missed', withheld: 'withheld' };

type Fake = ReturnType<typeof fakeOutbox>;

/** A tab of a rep who has others open: they share what the outbox keeps, and not what each heard. */
function openTab(
  fake: Fake,
  change: Partial<DeskOutbox> = {}
): { readonly desk: Desk; readonly state: () => DeskState } {
  let state = emptyDesk;
  const desk = openDesk({
    outbox: { ...fake.outbox, ...change },
    settings: () => settings,
    logOf: (wrapUp) => logOf(wrapUp, words),
    now: () => Date.parse('2026-01-05T09:02:10Z'),
    events: {
      changed: (shown) => {
        state = shown;
      },
      opened: () => undefined,
      wrappedUp: () => undefined,
      saved: () => undefined
    }
  });
  return { desk, state: () => state };
}

const hearBoth = (one: { desk: Desk }, other: { desk: Desk }, said: Interaction): Promise<unknown> =>
  Promise.all([one.desk.hear(said), other.desk.hear(said)]);

const notes = { disposition: 'Resolved', notes: 'Paid by card.' };
const logged = { disposition: 'Resolved', text: 'Paid by card.' };
const newest = ({ submitted }: Fake): CallLog | undefined => submitted.at(-1);
const open = ({ state }: { state: () => DeskState }) => state().wrapUps.map(({ callKey }) => callKey);

describe('a slow tab', () => {
  it('logs the end of a call with what the rep saved in another tab, and closes', async () => {
    const fake = fakeOutbox();
    const [one, slow] = [openTab(fake), openTab(fake)];
    await hearBoth(one, slow, ongoing());
    one.desk.change('leg-1', notes);
    await one.desk.save('leg-1');
    await slow.desk.hear(interactionOf());
    expect(newest(fake)).toMatchObject({ ...logged, endedAt: interactionOf().endedAt });
    expect(open(slow)).toEqual([]);
    await one.desk.hear(interactionOf());
    expect(newest(fake)).toMatchObject({ ...logged, endedAt: interactionOf().endedAt });
  });

  it('writes no log any more when Salesforce has the one that the rep saved elsewhere', async () => {
    const fake = fakeOutbox();
    const [one, slow] = [openTab(fake), openTab(fake)];
    await hearBoth(one, slow, ongoing());
    await one.desk.hear(interactionOf());
    one.desk.change('leg-1', notes);
    await one.desk.save('leg-1');
    fake.deliver('leg-1');
    await one.desk.refresh();
    expect(fake.drafts.size).toBe(0);
    const before = fake.submitted.length;
    // It has not heard of the news of the outbox when the phone speaks.
    await slow.desk.hear(interactionOf({ recordingUrl: 'https://recordings.example.com/1' }));
    expect(fake.submitted.length).toBe(before);
    expect(fake.added).toMatchObject([
      { callKey: 'leg-1', links: { recordingUrl: 'https://recordings.example.com/1' } }
    ]);
    expect(open(slow)).toEqual([]);
  });

  it('leaves the draft of what the rep writes elsewhere, and logs it with the end', async () => {
    const fake = fakeOutbox();
    const [one, slow] = [openTab(fake), openTab(fake)];
    await hearBoth(one, slow, ongoing());
    one.desk.change('leg-1', notes);
    await one.desk.flush();
    await slow.desk.hear(interactionOf());
    expect(fake.drafts.get('leg-1')).toMatchObject({ ...notes, isTouched: true, interaction: { state: 'wrap-up' } });
    expect(newest(fake)).toMatchObject({ ...logged, endedAt: interactionOf().endedAt });
    expect(open(slow)).toEqual(['leg-1']);
    await one.desk.save('leg-1');
    await slow.desk.refresh();
    expect(open(slow)).toEqual([]);
  });

  it('begins anew when the rep saves between its look and its log', async () => {
    const fake = fakeOutbox();
    const one = openTab(fake);
    let saves: Promise<unknown> | undefined;
    const slow = openTab(fake, {
      submitOver: async (log, read) => {
        saves ??= one.desk.save('leg-1');
        await saves;
        return fake.outbox.submitOver(log, read);
      }
    });
    await hearBoth(one, slow, ongoing());
    one.desk.change('leg-1', notes);
    await slow.desk.hear(interactionOf());
    expect(saves).toBeDefined();
    expect(newest(fake)).toMatchObject({ ...logged, endedAt: interactionOf().endedAt });
    expect(fake.drafts.get('leg-1')).toMatchObject({ ...notes, isSaved: true });
  });

  it('does not take an end back of which it has not heard', async () => {
    const fake = fakeOutbox();
    const [one, slow] = [openTab(fake), openTab(fake)];
    await hearBoth(one, slow, ongoing());
    one.desk.change('leg-1', notes);
    await one.desk.hear(interactionOf());
    await slow.desk.hear(ongoing({ state: 'held' }));
    expect(fake.drafts.get('leg-1')).toMatchObject({ ...notes, interaction: { endedAt: interactionOf().endedAt } });
  });

  it('keeps what the rep writes in it when another tab logged the call by itself', async () => {
    const fake = fakeOutbox();
    const [one, slow] = [openTab(fake), openTab(fake)];
    await hearBoth(one, slow, ongoing());
    slow.desk.change('leg-1', notes);
    await one.desk.hear(interactionOf());
    await slow.desk.hear(interactionOf());
    expect(slow.state().wrapUps).toMatchObject([{ ...notes, interaction: { state: 'wrap-up' } }]);
    await slow.desk.save('leg-1');
    expect(newest(fake)).toMatchObject({ ...logged, endedAt: interactionOf().endedAt });
  });
});
