import { createElement } from 'lwc';
import { EnclosingUtilityId, open, updatePanel, updateUtility } from 'lightning/platformUtilityBarApi';
import { MessageContext } from 'lightning/messageService';
import { IsConsoleNavigation, openTab } from 'lightning/platformWorkspaceApi';
import org from '@salesforce/apex/RingdownOrgs.current';
import unlinked from '@salesforce/apex/CallLogs.unlinked';
import channels from '@salesforce/apex/PhoneSettings.channels';
import dispositions from '@salesforce/apex/PhoneSettings.dispositions';
import { keepAgentActivities } from 'c/agentActivities';
import CallLog from 'c/callLog';
import { openOutbox, type OutboxChange } from 'c/callLogOutbox';
import { connectPhone, type Interaction, type PhoneMessage } from 'c/phoneBridge';
import { recordPage } from 'c/taskPage';
import { fakeOutbox, interactionOf, ongoing } from './fakes';

jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PhoneSettings.channels', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PhoneSettings.dispositions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CallLogs.unlinked', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.objects', () => ({ default: () => Promise.resolve([]) }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.unlinked', () => ({ default: () => Promise.resolve([]) }), { virtual: true });
jest.mock('c/callLogOutbox', () => ({ openOutbox: jest.fn() }));
jest.mock('c/phoneBridge', () => ({ connectPhone: jest.fn() }));
jest.mock('c/agentActivities', () => ({ keepAgentActivities: jest.fn() }));

const mockWent = jest.fn();
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (Base: new () => object): object =>
    class extends Base {
      [Navigate](page: object): void {
        mockWent(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }) };
});

type Emitting = { emit(value: unknown): void };
type Form = HTMLElement & {
  wrapUp: { callKey: string; notes: string };
  gaps: readonly string[];
  isSaving: boolean;
  isLogged: boolean;
  isKept: boolean;
};

const orgId = '00D000000000001AAA';
const phone = { send: jest.fn(), close: jest.fn(), said: (_message: PhoneMessage): void => undefined };
const stopKeeping = jest.fn();
let fake: ReturnType<typeof fakeOutbox>;
let told: (change: OutboxChange) => void;
let drain: jest.Mock;

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  mocked(org).mockResolvedValue({ ConfiguredFor__c: orgId, SetupOwnerId: orgId.slice(0, 15), DefaultCountry__c: 'GB' });
  mocked(channels).mockResolvedValue([
    { Channel__c: 'Phone', AutoLog__c: true, OpensWrapUp__c: true, AfterSave__c: 'LeaveClosed' },
    { Channel__c: 'Chat', AutoLog__c: false, OpensWrapUp__c: true, AfterSave__c: 'Pop' },
    { Channel__c: 'Voicemail', AutoLog__c: false, OpensWrapUp__c: true, AfterSave__c: 'Edit' }
  ]);
  mocked(dispositions).mockResolvedValue([
    { MasterLabel: 'Resolved', Value__c: 'Resolved', RequiresNotes__c: false },
    { MasterLabel: 'Escalated', Value__c: 'Escalated', RequiresNotes__c: true, FollowUpDays__c: 2 }
  ]);
  mocked(unlinked).mockResolvedValue([]);
  fake = fakeOutbox();
  drain = jest.fn().mockResolvedValue(undefined);
  const listeners = new Set<(change: OutboxChange) => void>();
  told = (change) => listeners.forEach((listener) => listener(change));
  const subscribe = (listener: (change: OutboxChange) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  mocked(openOutbox).mockResolvedValue({ ...fake.outbox, subscribe, drain, durability: 'indexed-db' });
  mocked(keepAgentActivities).mockReturnValue(stopKeeping);
  mocked(connectPhone).mockImplementation((_context: object, listener: (message: PhoneMessage) => void) => {
    phone.said = listener;
    return phone;
  });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

async function show(options: { utility?: boolean; console?: boolean } = {}): Promise<HTMLElement> {
  const panel = createElement('c-call-log', { is: CallLog });
  document.body.appendChild(panel);
  (MessageContext as unknown as Emitting).emit({});
  if (options.console) (IsConsoleNavigation as unknown as Emitting).emit(true);
  if (options.utility) (EnclosingUtilityId as unknown as Emitting).emit('utility-1');
  await turn();
  return panel;
}

async function say(interaction: Interaction): Promise<void> {
  phone.said({ type: 'interaction', body: { interaction } });
  await turn();
}

const all = <Found extends HTMLElement = HTMLElement>(panel: HTMLElement, selector: string): Found[] => [
  ...panel.shadowRoot!.querySelectorAll<Found>(selector)
];
const form = (panel: HTMLElement): Form => all<Form>(panel, 'c-call-log-form')[0]!;
const sent = (type: string): readonly unknown[] =>
  phone.send.mock.calls.map(([message]: [PhoneMessage]) => message).filter((message) => message.type === type);

async function write(panel: HTMLElement, change: object): Promise<void> {
  form(panel).dispatchEvent(new CustomEvent('edit', { detail: { change } }));
  await turn();
}

/** A voicemail that the rep saved and that Salesforce has. */
async function savedVoicemail(options: { console: boolean }): Promise<HTMLElement> {
  const panel = await show(options);
  await say(interactionOf({ channel: 'voicemail' }));
  form(panel).dispatchEvent(new CustomEvent('save'));
  await turn();
  fake.deliver('leg-1', '00T1');
  told({ type: 'confirmed', callKey: 'leg-1', taskId: '00T1' });
  await turn();
  return panel;
}

describe('c-call-log', () => {
  it('says that nothing is to wrap up', async () => {
    const panel = await show();
    expect(all(panel, '[data-id="empty"]')).toHaveLength(1);
    await expect(panel).toBeAccessible();
  });

  it('says that it is opening until its store is open, and not that there is nothing', async () => {
    let resolveStore: (value: unknown) => void = () => undefined;
    const opened: unknown = await openOutbox();
    mocked(openOutbox).mockReturnValue(new Promise((resolve) => (resolveStore = resolve)));
    const panel = await show();
    expect(all(panel, '[data-id="opening"] lightning-spinner')).toHaveLength(1);
    expect(all(panel, '[data-id="empty"]')).toHaveLength(0);
    await expect(panel).toBeAccessible();
    resolveStore(opened);
    await turn();
    expect(all(panel, '[data-id="opening"]')).toHaveLength(0);
    expect(all(panel, '[data-id="empty"]')).toHaveLength(1);
  });

  it('names its utility before anything came, in the language of the rep', async () => {
    await show({ utility: true });
    expect(mocked(updateUtility)).toHaveBeenLastCalledWith('utility-1', {
      label: 'c.CallLogTitle',
      highlighted: false
    });
    expect(mocked(updatePanel).mock.calls).toEqual([['utility-1', { label: 'c.CallLogTitle' }]]);
  });

  it('opens its utility for an answered call, without taking the cursor, and counts on the bar', async () => {
    const panel = await show({ utility: true });
    await say(ongoing());
    expect(mocked(open).mock.calls).toEqual([['utility-1', { autoFocus: false }]]);
    expect(mocked(updateUtility)).toHaveBeenLastCalledWith('utility-1', {
      label: 'c.CallLogTitle (1)',
      highlighted: true
    });
    expect(form(panel).wrapUp.callKey).toBe('leg-1');
    expect(all(panel, '[data-id="status"]')[0]!.textContent).toBe('c.CallLogArrived');
    await expect(panel).toBeAccessible();
  });

  it('says where the logs are, and begins none, where the page of the phone system logs', async () => {
    mocked(org).mockResolvedValue({ ConfiguredFor__c: orgId, SetupOwnerId: orgId, PopsAndLogs__c: 'Vendor' });
    const panel = await show({ utility: true });
    await say(interactionOf());
    expect(all(panel, '[data-id="empty"]')[0]!.textContent).toBe('c.CallLogVendor');
    expect(all(panel, '[data-id="new"]')).toEqual([]);
    expect(open).not.toHaveBeenCalled();
    expect(fake.submitted).toEqual([]);
    await expect(panel).toBeAccessible();
  });

  it('leaves a call alone that Salesforce keeps where calls are not logged by themselves, says so, and leads to it', async () => {
    mocked(channels).mockResolvedValue([{ Channel__c: 'Phone', AutoLog__c: false, OpensWrapUp__c: true }]);
    const panel = await show({ utility: true });
    const attributes = { voiceCallId: '0LQ000000000001AAA' };
    await say(ongoing({ attributes: { voiceCallId: 'leg-1' } }));
    expect(all(panel, '[data-id="kept-call"]')[0]!.textContent).toContain('c.CallLogKeptCall');
    expect(all(panel, '[data-id="open-kept-call"]')).toHaveLength(0);
    expect(all(panel, '[data-id="empty"]')).toHaveLength(0);
    await say(interactionOf({ attributes }));
    expect(all(panel, '[data-id="open-kept-call"]')[0]!.dataset.recordId).toBe('0LQ000000000001AAA');
    await expect(panel).toBeAccessible();
    expect(all(panel, 'c-call-log-form')).toHaveLength(0);
    expect(open).not.toHaveBeenCalled();
    await say(interactionOf({ state: 'done', attributes }));
    expect(all(panel, '[data-id="kept-call"]')).toHaveLength(0);
    expect([fake.submitted, fake.added, fake.drafts.size]).toEqual([[], [], 0]);
  });

  it('wraps up a call that Salesforce keeps as any other, and logs it into that record', async () => {
    const panel = await show({ utility: true });
    const attributes = { voiceCallId: '0LQ000000000001AAA' };
    await say(ongoing({ attributes, match: [{ recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' }] }));
    expect(mocked(open)).not.toHaveBeenCalled();
    expect(form(panel).isKept).toBe(true);
    expect(all(panel, '[data-id="kept-call"]')).toHaveLength(0);
    await write(panel, { notes: 'A', disposition: 'Resolved' });
    await write(panel, { notes: '' });
    await say(interactionOf({ attributes }));
    expect(mocked(open)).toHaveBeenCalledTimes(1);
    const [kept] = [{ id: '0LQ000000000001AAA', isTextTakenBack: true }];
    expect(fake.submitted).toMatchObject([{ callKey: 'leg-1', disposition: 'Resolved', text: '', kept }]);
    expect(fake.submitted[0]).not.toHaveProperty('whoId');
    await write(panel, { notes: 'The lamp works again.' });
    form(panel).dispatchEvent(new CustomEvent('save'));
    await turn();
    const saved = { text: 'The lamp works again.', whoId: '003000000000001AAA', kept: { id: kept?.id } };
    expect(fake.submitted.at(-1)).toMatchObject(saved);
    expect(fake.submitted.at(-1)?.kept).not.toHaveProperty('isTextTakenBack');
    fake.progress('leg-1', 'retrying', 'in English', 'NOT_MADE_YET');
    told({ type: 'changed' });
    await turn();
    expect(all(panel, '[data-id="problem"]')[0]!.textContent).toBe('c.CallLogUnmade');
    await expect(panel).toBeAccessible();
    fake.deliver('leg-1', '0LQ000000000001AAA');
    told({ type: 'confirmed', callKey: 'leg-1', taskId: '0LQ000000000001AAA' });
    await turn();
    const [link] = all<HTMLElement & { label: string }>(panel, '[data-id="open-task"]');
    expect(link!.label).toBe('c.CallLogOpenKeptCall');
    link!.click();
    expect(mockWent.mock.calls).toEqual([[recordPage('0LQ000000000001AAA')]]);
  });

  it('logs nothing of a call that Salesforce keeps and that nobody took', async () => {
    const panel = await show();
    const { answeredAt: _none, ...missed } = interactionOf({ attributes: { voiceCallId: 'leg-1' }, outcome: 'missed' });
    await say(missed);
    expect([fake.submitted, all(panel, 'c-call-log-form')]).toEqual([[], []]);
    await say({ ...missed, callKey: 'leg-2', direction: 'outbound' });
    expect(fake.submitted).toMatchObject([{ callKey: 'leg-2', kept: { id: 'leg-1' } }]);
  });

  it('writes a call that Salesforce keeps no second time when its id becomes known, and adds a recording', async () => {
    await show();
    const call = interactionOf({ attributes: { voiceCallId: 'leg-1' } });
    await say(call);
    const attributes = { voiceCallId: '0LQ000000000001AAA' };
    await say({ ...call, attributes });
    expect(fake.submitted).toHaveLength(1);
    const recordingUrl = 'https://phone.example/recordings/1';
    await say({ ...call, attributes, recordingUrl });
    expect(fake.submitted).toHaveLength(1);
    expect(fake.added).toMatchObject([
      { callKey: 'leg-1', links: { recordingUrl }, kept: { id: attributes.voiceCallId } }
    ]);
  });

  it('logs a chat beside a call that Salesforce keeps', async () => {
    mocked(channels).mockResolvedValue([
      { Channel__c: 'Chat', AutoLog__c: false, OpensWrapUp__c: true, AfterSave__c: 'Pop' }
    ]);
    const panel = await show();
    await say(ongoing({ attributes: { voiceCallId: '0LQ000000000001AAA' } }));
    await say(interactionOf({ callKey: 'chat-1', channel: 'chat' }));
    expect(form(panel).wrapUp.callKey).toBe('chat-1');
    form(panel).dispatchEvent(new CustomEvent('save'));
    await turn();
    expect(fake.submitted.map(({ callKey }) => callKey)).toEqual(['chat-1']);
    expect(all(panel, '[data-id="kept-call"]')).toHaveLength(1);
  });

  it('waits with what the phone says until the settings are read', async () => {
    let answer: (value: unknown) => void = () => undefined;
    mocked(org).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const panel = await show({ utility: true });
    await say(interactionOf());
    expect(fake.submitted).toEqual([]);
    answer({ ConfiguredFor__c: orgId, SetupOwnerId: orgId });
    await turn();
    expect(fake.submitted).toHaveLength(1);
    expect(form(panel).isLogged).toBe(true);
  });

  it('hears the phone again after the platform took it out of the page and put it back', async () => {
    const panel = await show();
    panel.remove();
    expect(phone.close).toHaveBeenCalledTimes(1);
    expect(stopKeeping).toHaveBeenCalledTimes(1);
    document.body.appendChild(panel);
    (MessageContext as unknown as Emitting).emit({});
    await turn();
    expect(connectPhone).toHaveBeenCalledTimes(2);
    expect(keepAgentActivities).toHaveBeenCalledTimes(2);
    await say(ongoing());
    expect(form(panel).wrapUp.callKey).toBe('leg-1');
  });

  it('lists several wrap-ups and shows the one that is chosen', async () => {
    const panel = await show();
    await say(ongoing());
    await say(ongoing({ callKey: 'leg-2', channel: 'chat' }));
    expect(form(panel).wrapUp.callKey).toBe('leg-2');
    const choices = all(panel, '[data-id="choice"]');
    expect(choices.map((choice) => choice.getAttribute('aria-current'))).toEqual(['false', 'true']);
    choices[0]!.click();
    await turn();
    expect(form(panel).wrapUp.callKey).toBe('leg-1');
    await expect(panel).toBeAccessible();
  });

  it('saves once on two clicks, tells the phone, confirms, and opens the Task as the channel says', async () => {
    const panel = await show();
    await say(interactionOf({ channel: 'chat' }));
    await write(panel, { notes: 'n' });
    const before = form(panel);
    before.dispatchEvent(new CustomEvent('save'));
    before.dispatchEvent(new CustomEvent('save'));
    await turn();
    expect(fake.submitted).toHaveLength(1);
    expect(sent('wrap-up-done')).toEqual([{ type: 'wrap-up-done', body: { callKey: 'leg-1' } }]);
    expect(all(panel, '[data-id="confirmation"]')[0]!.textContent).toContain('c.CallLogKept');
    expect(all(panel, '[data-id="open-task"]')).toHaveLength(0);
    fake.deliver('leg-1', '00T1');
    told({ type: 'confirmed', callKey: 'leg-1', taskId: '00T1' });
    await turn();
    expect(sent('log-saved')).toEqual([{ type: 'log-saved', body: { callKey: 'leg-1', taskId: '00T1' } }]);
    expect(all(panel, '[data-id="confirmation"]')[0]!.textContent).toContain('c.CallLogSaved');
    expect(all(panel, '[data-id="open-task"]')[0]!.dataset.taskId).toBe('00T1');
    await expect(panel).toBeAccessible();
    all(panel, '[data-id="dismiss"]')[0]!.click();
    await turn();
    expect(all(panel, '[data-id="confirmation"]')).toHaveLength(0);
  });

  it('opens a saved log in a tab of the console', async () => {
    const panel = await savedVoicemail({ console: true });
    expect(openTab).toHaveBeenCalledTimes(1);
    expect(all(panel, '[data-id="open-task"]')[0]!.dataset.action).toBe('view');
  });

  it('offers a saved log in standard navigation, to be opened as its channel says', async () => {
    const panel = await savedVoicemail({ console: false });
    expect(openTab).not.toHaveBeenCalled();
    expect(all(panel, '[data-id="open-task"]')[0]!.dataset.action).toBe('edit');
    expect(all(panel, '[data-id="status"]')[0]!.textContent).toBe('c.CallLogOffered');
    await expect(panel).toBeAccessible();
  });

  it('links a log of the list by the outbox', async () => {
    const panel = await show();
    const ann = { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' };
    const detail = { callKey: 'leg-9', subject: 'Call', records: [ann] };
    all(panel, 'c-unlinked-logs')[0]!.dispatchEvent(new CustomEvent('link', { detail }));
    await turn();
    expect(fake.added).toEqual([{ callKey: 'leg-9', subject: 'Call', links: { whoId: ann.recordId } }]);
  });

  it('says that a follow-up which was taken back too late is there, and leads to it', async () => {
    const panel = await show();
    await say(interactionOf({ channel: 'chat' }));
    form(panel).dispatchEvent(new CustomEvent('save'));
    await turn();
    expect(all(panel, '[data-id="left-follow-up"]')).toHaveLength(0);
    fake.deliver('leg-1', '00T1', '00T2');
    told({ type: 'confirmed', callKey: 'leg-1', taskId: '00T1' });
    await turn();
    expect(all(panel, '[data-id="left-follow-up"]')[0]!.textContent).toContain('c.CallLogFollowUpLeft');
    expect(all(panel, '[data-id="open-follow-up"]')[0]!.dataset.taskId).toBe('00T2');
    await expect(panel).toBeAccessible();
  });

  it('shows what is missing and keeps the form', async () => {
    const panel = await show();
    await say(interactionOf());
    await write(panel, { disposition: 'Escalated' });
    form(panel).dispatchEvent(new CustomEvent('save'));
    await turn();
    expect(form(panel).gaps).toEqual(['disposition-notes']);
    expect(form(panel).isSaving).toBe(false);
  });

  it('keeps the record of presence as long as it is there', async () => {
    const panel = await show();
    expect([mocked(keepAgentActivities).mock.calls.length, stopKeeping.mock.calls.length]).toEqual([1, 0]);
    panel.remove();
    expect(stopKeeping).toHaveBeenCalledTimes(1);
  });

  it.each(['focusout', 'visibilitychange', 'pagehide', 'disconnect'])('keeps what was typed on %s', async (event) => {
    const panel = await show();
    await say(ongoing());
    form(panel).dispatchEvent(new CustomEvent('edit', { detail: { change: { notes: 'half' } } }));
    if (event === 'focusout') all(panel, '.panel')[0]!.dispatchEvent(new FocusEvent('focusout'));
    if (event === 'visibilitychange') document.dispatchEvent(new Event('visibilitychange'));
    if (event === 'pagehide') window.dispatchEvent(new Event('pagehide'));
    if (event === 'disconnect') panel.remove();
    await turn();
    expect(fake.drafts.get('leg-1')).toMatchObject({ notes: 'half' });
  });

  it('shows the drafts of before a refresh', async () => {
    const first = await show();
    await say(ongoing());
    await write(first, { notes: 'half' });
    first.remove();
    await turn();
    const panel = await show();
    expect(form(panel).wrapUp).toMatchObject({ callKey: 'leg-1', notes: 'half' });
  });

  it('logs without a phone', async () => {
    const panel = await show();
    all(panel, '[data-id="new"]')[0]!.click();
    await turn();
    await write(panel, { subject: 'Met at the fair' });
    form(panel).dispatchEvent(new CustomEvent('save'));
    await turn();
    expect(fake.submitted).toMatchObject([{ subject: 'Met at the fair', direction: 'outbound' }]);
    expect(sent('wrap-up-done')).toEqual([]);
  });

  it('says that the org is not configured, opens nothing, and keeps notes', async () => {
    mocked(org).mockResolvedValue({});
    const panel = await show({ utility: true });
    await say(interactionOf());
    expect(all(panel, '[data-id="not-configured"]')).toHaveLength(1);
    expect(open).not.toHaveBeenCalled();
    expect(fake.submitted).toEqual([]);
    form(panel).dispatchEvent(new CustomEvent('save'));
    await turn();
    expect(fake.submitted).toHaveLength(1);
  });

  it('says that the settings could not be read, keeps notes, and reads them again', async () => {
    mocked(channels).mockRejectedValueOnce({ body: { message: 'No access to PhoneSettings' } });
    const panel = await show();
    const panels = all<HTMLElement & { errors: unknown }>(panel, '[data-id="settings-failure"]');
    expect(panels[0]!.errors).toEqual({ body: { message: 'No access to PhoneSettings' } });
    expect(all(panel, '[data-id="not-configured"]')).toHaveLength(0);
    await say(interactionOf());
    expect([fake.submitted.length, form(panel).wrapUp.callKey]).toEqual([0, 'leg-1']);
    panels[0]!.dispatchEvent(new CustomEvent('retry'));
    await turn();
    expect(all(panel, '[data-id="settings-failure"]')).toHaveLength(0);
    expect(fake.submitted).toHaveLength(1);
  });

  it('logs what the rep missed while the settings could not be read, once they are', async () => {
    mocked(channels).mockRejectedValueOnce({ body: { message: 'Server Unavailable' } });
    const panel = await show();
    const { queue: _queue, answeredAt: _not, ...missed } = interactionOf({ state: 'done', outcome: 'missed' });
    await say({ ...missed, talkSeconds: 0 });
    expect(fake.submitted).toEqual([]);
    all(panel, '[data-id="settings-failure"]')[0]!.dispatchEvent(new CustomEvent('retry'));
    await turn();
    expect(fake.submitted).toMatchObject([{ callKey: 'leg-1', outcome: 'missed' }]);
  });

  it('shows what waits, why, and lets the rep send it or correct it', async () => {
    const panel = await show();
    await say(interactionOf({ channel: 'chat' }));
    await write(panel, { notes: 'n' });
    form(panel).dispatchEvent(new CustomEvent('save'));
    await turn();
    expect(all(panel, '[data-id="waiting-log"]')).toHaveLength(0);
    fake.progress('leg-1', 'blocked', 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
    told({ type: 'changed' });
    await turn();
    expect(all(panel, '[data-id="problem"]')[0]!.textContent).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    await expect(panel).toBeAccessible();
    all(panel, '[data-id="send-now"]')[0]!.click();
    expect(drain).toHaveBeenCalledTimes(1);
    all(panel, '[data-id="correct"]')[0]!.click();
    await turn();
    expect(form(panel).wrapUp.notes).toBe('n');
  });

  it('shows an address that came too late for the log until the rep has read it', async () => {
    fake.deliver('leg-1');
    const panel = await show();
    const url = `https://phone.example/r/${'1'.repeat(255)}`;
    await say(interactionOf({ state: 'done', recordingUrl: url }));
    expect(all<HTMLAnchorElement>(panel, '[data-id="open-link"]').map(({ href }) => href)).toEqual([url]);
    await expect(panel).toBeAccessible();
    all(panel, '[data-id="dismiss-link"]')[0]!.click();
    await turn();
    expect(all(panel, '[data-id="long-link"]')).toHaveLength(0);
  });

  it('warns when the browser keeps nothing', async () => {
    mocked(openOutbox).mockResolvedValue({
      ...fake.outbox,
      subscribe: () => () => undefined,
      drain,
      durability: 'memory'
    });
    expect(all(await show(), '[data-id="memory-only"]')).toHaveLength(1);
  });

  it('says that nothing can be kept when the outbox does not open', async () => {
    mocked(openOutbox).mockRejectedValue(new Error('no'));
    const panel = await show();
    expect(all<HTMLElement & { errors: unknown }>(panel, '[data-id="failure"]')[0]!.errors).toEqual(new Error('no'));
    expect(all(panel, '[data-id="opening"]')).toHaveLength(0);
  });
});
