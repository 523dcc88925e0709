import { createElement } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { EnclosingUtilityId, open, updateUtility } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation, getFocusedTabInfo, openSubtab, openTab } from 'lightning/platformWorkspaceApi';
import byNumber from '@salesforce/apex/ScreenPops.byNumber';
import byText from '@salesforce/apex/ScreenPops.byText';
import org from '@salesforce/apex/RingdownOrgs.current';
import rules from '@salesforce/apex/PhoneSettings.screenPopRules';
import { connectPhone, type Interaction, type PhoneMessage } from 'c/phoneBridge';
import ScreenPops from 'c/screenPops';
import { active, ann, ben, caseRule, elsewhere, ringing, ruleRow, ticket } from './fakes';

jest.mock('@salesforce/apex/ScreenPops.byNumber', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScreenPops.byText', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PhoneSettings.screenPopRules', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/phoneBridge', () => ({ connectPhone: jest.fn() }));

type Emitting = { emit(value: unknown): void };

const orgId = '00D000000000001AAA';
const configured = { ConfiguredFor__c: orgId, SetupOwnerId: orgId, DefaultCountry__c: 'US' };
const phone = { send: jest.fn(), close: jest.fn(), said: (_message: PhoneMessage): void => undefined };
const opened = jest.fn<Window | null, [string, string, string]>();
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  mocked(org).mockReset().mockResolvedValue(configured);
  mocked(rules).mockReset().mockResolvedValue([caseRule, ruleRow()]);
  mocked(byNumber)
    .mockReset()
    .mockResolvedValue([[ann, elsewhere]]);
  mocked(byText).mockReset().mockResolvedValue([]);
  mocked(getFocusedTabInfo).mockResolvedValue({ tabId: 'tab-1' });
  opened.mockReturnValue({ focus: jest.fn() } as unknown as Window);
  jest.spyOn(window, 'open').mockImplementation(opened as unknown as typeof window.open);
  mocked(connectPhone).mockImplementation((_context: object, listener: (message: PhoneMessage) => void) => {
    phone.said = listener;
    return phone;
  });
});

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  jest.restoreAllMocks();
  jest.clearAllMocks();
});

async function show(navigation: 'console' | 'standard' = 'console'): Promise<HTMLElement> {
  const panel = createElement('c-screen-pops', { is: ScreenPops });
  document.body.appendChild(panel);
  (MessageContext as unknown as Emitting).emit({});
  (EnclosingUtilityId as unknown as Emitting).emit('utility-1');
  (IsConsoleNavigation as unknown as Emitting).emit(navigation === 'console');
  await turn();
  return panel;
}

async function say(...interactions: readonly Interaction[]): Promise<void> {
  for (const interaction of interactions) phone.said({ type: 'interaction', body: { interaction } });
  await turn();
  await turn();
}

const all = (panel: HTMLElement, id: string): HTMLElement[] => [
  ...panel.shadowRoot!.querySelectorAll<HTMLElement>(`[data-id="${id}"]`)
];
const texts = (panel: HTMLElement, id: string): (string | null)[] => all(panel, id).map((one) => one.textContent);
const tabs = (): readonly unknown[] =>
  mocked(openTab).mock.calls.map(([page]: [{ recordId?: string; pageReference?: object }]) => page);

async function press(panel: HTMLElement, place = 0): Promise<void> {
  all(panel, 'page')[place]!.click();
  await turn();
}

describe('the record that opened', () => {
  it('is told to whoever logs the interaction, and again to one that begins to listen later', async () => {
    await show();
    await say(ringing(), active());
    const told = (): unknown[] =>
      phone.send.mock.calls.flatMap(([message]: [PhoneMessage]) =>
        message.type === 'record-found' ? [message.body] : []
      );
    const { interactionKey } = active();
    const record = { recordId: ann.Id, name: ann.Name, objectName: 'Contact' };
    expect(told()).toEqual([{ interactionKey, record }]);
    phone.said({ type: 'hello', body: {} });
    expect(told()).toEqual([
      { interactionKey, record },
      { interactionKey, record }
    ]);
  });
});

describe('c-screen-pops', () => {
  it('rests until something comes', async () => {
    const panel = await show();
    expect(texts(panel, 'resting')).toEqual(['c.ScreenPopsEmpty']);
    await expect(panel).toBeAccessible();
  });

  it('says that it reads its settings, and pops what was heard meanwhile, once', async () => {
    let answer: (value: unknown) => void = () => undefined;
    mocked(org).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const panel = await show();
    expect(all(panel, 'starting')).toHaveLength(1);
    await expect(panel).toBeAccessible();
    await say(ringing(), active());
    expect(byNumber).not.toHaveBeenCalled();
    answer(configured);
    await turn();
    await turn();
    expect(tabs()).toEqual([{ recordId: ann.Id, focus: true }]);
  });

  it.each([
    ['an org that is not set up', { ...configured, ConfiguredFor__c: '' }, 'c.ScreenPopsNotConfigured'],
    ['the page of the phone system', { ...configured, PopsAndLogs__c: 'Vendor' }, 'c.ScreenPopsVendor']
  ])('leaves records to %s', async (_who, settings, words) => {
    mocked(org).mockResolvedValue(settings);
    const panel = await show();
    await say(active());
    expect(texts(panel, 'resting')).toEqual([words]);
    expect([byNumber, byText, openTab].map((method) => mocked(method).mock.calls.length)).toEqual([0, 0, 0]);
    await expect(panel).toBeAccessible();
  });

  it('says that the settings could not be read, reads them again, and pops what was heard', async () => {
    mocked(rules).mockRejectedValueOnce({ body: { message: 'No access' } });
    const panel = await show();
    await say(active());
    expect(tabs()).toEqual([]);
    all(panel, 'settings-failure')[0]!.dispatchEvent(new CustomEvent('retry'));
    await turn();
    await turn();
    expect(all(panel, 'settings-failure')).toHaveLength(0);
    expect(tabs()).toHaveLength(1);
  });

  it('waits for the moment of the rule, then opens the one record in a tab and lists it', async () => {
    const panel = await show();
    await say(ringing());
    expect(tabs()).toEqual([]);
    await say(active());
    expect(tabs()).toEqual([{ recordId: ann.Id, focus: true }]);
    expect(texts(panel, 'words')).toEqual(['c.ScreenPopsPopped']);
    expect(texts(panel, 'page')).toEqual(['Ann Leec.ScreenPopsContact']);
    expect(texts(panel, 'status')[0]).toContain('Ann Lee');
    await expect(panel).toBeAccessible();
    await press(panel);
    expect(tabs()).toHaveLength(2);
  });

  it('asks for every spelling of the number, and by text for anything else that the phone system sends', async () => {
    await show();
    mocked(byText).mockResolvedValue([ticket]);
    await say(active({ attributes: { 'Case-Number': '00001026' } }));
    const [{ numbers, ...asked }] = mocked(byNumber).mock.calls[0] as [{ numbers: readonly string[] }];
    expect(asked).toEqual({ objectName: 'Contact', fieldName: 'Phone' });
    expect(numbers).toEqual(expect.arrayContaining(['+14155550132', '(415) 555-0132']));
    expect(mocked(byText).mock.calls).toEqual([[{ objectName: 'Case', fieldName: 'CaseNumber', value: '00001026' }]]);
    expect(tabs()).toEqual([{ recordId: ticket.Id, focus: true }]);
  });

  it('searches for the address of a caller who has no number', async () => {
    await show();
    await say(active({ from: 'sip:ann@example.com' }));
    expect(mocked(byText).mock.calls).toEqual([
      [{ objectName: 'Contact', fieldName: 'Phone', value: 'sip:ann@example.com' }]
    ]);
  });

  it('opens what the phone side found without a search', async () => {
    await show();
    await say(active({ match: [{ recordId: ben.Id, name: 'Ben Lee', objectName: 'Contact' }] }));
    expect(byNumber).not.toHaveBeenCalled();
    expect(tabs()).toEqual([{ recordId: ben.Id, focus: true }]);
  });

  it('opens below the tab in front where the settings say so', async () => {
    mocked(org).mockResolvedValue({ ...configured, PopTab__c: 'Subtab' });
    await show();
    await say(active());
    expect(openSubtab).toHaveBeenCalledWith('tab-1', { recordId: ann.Id, focus: true });
  });

  it('lets the rep choose among many, and opens the panel without taking the cursor', async () => {
    mocked(byNumber).mockResolvedValue([[ann, ben]]);
    const panel = await show();
    await say(active());
    expect(tabs()).toEqual([]);
    expect(texts(panel, 'page')).toEqual(['Ann Leec.ScreenPopsContact', 'Ben Leec.ScreenPopsContact']);
    expect(open).toHaveBeenCalledWith('utility-1', { autoFocus: false });
    expect(updateUtility).toHaveBeenLastCalledWith('utility-1', {
      label: 'c.ScreenPopsTitle (1)',
      highlighted: true
    });
    await expect(panel).toBeAccessible();
    await press(panel, 1);
    expect(tabs()).toHaveLength(1);
    expect(texts(panel, 'words')).toEqual(['c.ScreenPopsPopped']);
    expect(all(panel, 'page')).toHaveLength(1);
    expect(updateUtility).toHaveBeenLastCalledWith('utility-1', { label: 'c.ScreenPopsTitle', highlighted: false });
  });

  it('says that nobody has the number and offers a new record and a search', async () => {
    mocked(byNumber).mockResolvedValue([[elsewhere]]);
    const panel = await show();
    await say(active());
    expect(texts(panel, 'words')).toEqual(['c.ScreenPopsNone']);
    expect(texts(panel, 'page')).toEqual(['c.ScreenPopsNew', 'c.ScreenPopsSearch']);
    await expect(panel).toBeAccessible();
    await press(panel);
    expect(tabs()).toMatchObject([
      { pageReference: { type: 'standard__objectPage', attributes: { objectApiName: 'Contact', actionName: 'new' } } }
    ]);
  });

  it.each([
    ['NewRecord', 'standard__objectPage'],
    ['Search', 'standard__search']
  ])('opens what the policy %s says when nobody has the number', async (NoMatch__c, type) => {
    mocked(rules).mockResolvedValue([ruleRow({ NoMatch__c })]);
    mocked(byNumber).mockResolvedValue([[]]);
    await show();
    await say(active());
    expect(tabs()).toMatchObject([{ pageReference: { type } }]);
  });

  it('says that a search failed, makes no new record beside one that may exist, and searches again', async () => {
    mocked(rules).mockResolvedValue([ruleRow({ NoMatch__c: 'NewRecord' })]);
    mocked(byNumber).mockRejectedValueOnce({ body: { message: 'Server Unavailable' } });
    const panel = await show();
    await say(active());
    expect(tabs()).toEqual([]);
    const failed = all(panel, 'failed')[0] as HTMLElement & { errors: unknown };
    expect(failed.errors).toEqual({ body: { message: 'Server Unavailable' } });
    expect(open).toHaveBeenCalledTimes(1);
    await expect(panel).toBeAccessible();
    failed.dispatchEvent(new CustomEvent('retry'));
    await turn();
    await turn();
    expect(tabs()).toEqual([{ recordId: ann.Id, focus: true }]);
    expect(all(panel, 'failed')).toHaveLength(0);
  });

  describe('by two rules for the number', () => {
    const mobileRule = ruleRow({ DeveloperName: 'ContactByMobilePhone', Order__c: 20, FieldName__c: 'MobilePhone' });
    const accountRule = ruleRow({ DeveloperName: 'AccountByPhone', Order__c: 30, SObjectName__c: 'Account' });
    const benByMobile = { Id: ben.Id, Name: ben.Name, MobilePhone: '415 555 0132' };
    const answer = (byField: Readonly<Record<string, unknown>>): void => {
      mocked(byNumber).mockImplementation(
        async ({ objectName, fieldName }: { readonly objectName: string; readonly fieldName: string }) => {
          const found = byField[`${objectName}.${fieldName}`];
          if (found instanceof Error) throw found;
          return [found ?? []];
        }
      );
    };
    beforeEach(() => mocked(rules).mockResolvedValue([ruleRow(), mobileRule, accountRule]));

    it('lets the rep choose between who has it in one field and who in the other', async () => {
      answer({ 'Contact.Phone': [ann], 'Contact.MobilePhone': [benByMobile] });
      const panel = await show();
      await say(active());
      expect(tabs()).toEqual([]);
      expect(texts(panel, 'page')).toEqual(['Ann Leec.ScreenPopsContact', 'Ben Leec.ScreenPopsContact']);
    });

    it('opens nobody while one search failed, offers whom the other found, and is sure after the next', async () => {
      answer({ 'Contact.Phone': [ann], 'Contact.MobilePhone': new Error('Server Unavailable') });
      const panel = await show();
      await say(active());
      expect(tabs()).toEqual([]);
      expect(texts(panel, 'page')).toEqual(['Ann Leec.ScreenPopsContact']);
      await expect(panel).toBeAccessible();
      answer({ 'Contact.Phone': [ann] });
      all(panel, 'failed')[0]!.dispatchEvent(new CustomEvent('retry'));
      await turn();
      await turn();
      expect(tabs()).toEqual([{ recordId: ann.Id, focus: true }]);
    });

    it('opens the account of a person account, of which both halves were found', async () => {
      const account = { Id: '001000000000001AAA', Name: ann.Name, Phone: ann.Phone };
      answer({
        'Contact.Phone': [{ ...ann, AccountId: account.Id, IsPersonAccount: true }],
        'Account.Phone': [account]
      });
      await show();
      await say(active());
      expect(tabs()).toEqual([{ recordId: account.Id, focus: true }]);
    });

    it('opens the contact of a company that has the same number', async () => {
      const account = { Id: '001000000000001AAA', Name: 'Acme', Phone: ann.Phone };
      answer({
        'Contact.Phone': [{ ...ann, AccountId: account.Id, IsPersonAccount: false }],
        'Account.Phone': [account]
      });
      await show();
      await say(active());
      expect(tabs()).toEqual([{ recordId: ann.Id, focus: true }]);
    });
  });

  it('says that it searches', async () => {
    mocked(byNumber).mockReturnValue(new Promise(() => undefined));
    const panel = await show();
    await say(active());
    expect(texts(panel, 'words')).toEqual(['c.ScreenPopsSearching']);
    await expect(panel).toBeAccessible();
  });

  it('pops once for a conversation: its legs, its later moments, and after a reload', async () => {
    mocked(rules).mockResolvedValue([ruleRow(), ruleRow({ DeveloperName: 'Later', Moment__c: 'Completed' })]);
    const panel = await show();
    await say(active(), active(), active({ callKey: 'leg-2' }), active({ state: 'wrap-up' }));
    expect(tabs()).toHaveLength(1);
    panel.remove();
    const reloaded = await show();
    await say(active());
    expect(tabs()).toHaveLength(1);
    expect(texts(reloaded, 'words')).toEqual(['c.ScreenPopsPopped']);
    await say(active({ callKey: 'leg-3', interactionKey: 'call-2' }));
    expect(tabs()).toHaveLength(2);
  });

  it('pops in one of two tabs that hear the same call', async () => {
    await show();
    const first = phone.said;
    await show();
    const message: PhoneMessage = { type: 'interaction', body: { interaction: active() } };
    first(message);
    phone.said(message);
    await turn();
    await turn();
    expect(tabs()).toHaveLength(1);
  });

  it('keeps the record of a second call for a click where the settings say so', async () => {
    mocked(org).mockResolvedValue({ ...configured, PopOnCall__c: 'off' });
    const panel = await show();
    const second = active({ callKey: 'leg-2', interactionKey: 'call-2', answeredAt: '2026-01-05T09:05:00Z' });
    await say(active({ state: 'held' }), second);
    expect(tabs()).toHaveLength(1);
    expect(texts(panel, 'words')).toEqual(['c.ScreenPopsOnCall', 'c.ScreenPopsPopped']);
    await press(panel);
    expect(tabs()).toHaveLength(2);
    await say(active({ state: 'done' }), { ...second, state: 'wrap-up' });
    await say({ ...second, callKey: 'leg-3', interactionKey: 'call-3', answeredAt: '2026-01-05T09:09:00Z' });
    expect(tabs()).toHaveLength(3);
  });

  it.each([
    [undefined, 0],
    ['on', 1]
  ])('pops for what the rep dials where the settings say %j', async (PopOutbound__c, count) => {
    mocked(org).mockResolvedValue({ ...configured, PopOutbound__c });
    await show();
    await say(active({ direction: 'outbound', from: '+18005550100', to: '+14155550132' }));
    expect(tabs()).toHaveLength(count);
  });

  it('goes by the groups that the phone system names', async () => {
    mocked(rules).mockResolvedValue([ruleRow({ AgentGroup__c: 'Sales' })]);
    await show();
    await say(active());
    expect(byNumber).not.toHaveBeenCalled();
    await say(active({ callKey: 'leg-2', interactionKey: 'call-2', attributes: { 'agent-groups': 'Support; Sales' } }));
    expect(tabs()).toHaveLength(1);
  });

  it('lists the last twenty of the session, the newest first', async () => {
    const panel = await show();
    const calls = Array.from({ length: 22 }, (_, place) => place + 1);
    await say(...calls.map((call) => active({ callKey: `leg-${call}`, interactionKey: `call-${call}` })));
    expect(all(panel, 'entry')).toHaveLength(20);
    expect(all(panel, 'page')[0]!.dataset.key).toBe('call-22');
  });

  it('lists what began last on top, however long its search took', async () => {
    let answer: (value: unknown) => void = () => undefined;
    mocked(byNumber).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const panel = await show();
    const earlier = active({ callKey: 'leg-0', interactionKey: 'call-0', startedAt: '2026-01-05T08:00:00Z' });
    await say(active(), earlier);
    answer([[ann]]);
    await turn();
    expect(all(panel, 'page').map(({ dataset }) => dataset.key)).toEqual(['call-1', 'call-0']);
  });

  it('shows after a reload what the rep has still to choose', async () => {
    mocked(byNumber).mockResolvedValue([[ann, ben]]);
    const panel = await show();
    await say(active({ text: 'Visitor: hello' }));
    panel.remove();
    const reloaded = await show();
    await say(active());
    expect(all(reloaded, 'page')).toHaveLength(2);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('hello');
    await press(reloaded, 1);
    expect(tabs()).toEqual([{ recordId: ben.Id, focus: true }]);
  });

  it('stops hearing when it leaves the page', async () => {
    const panel = await show();
    panel.remove();
    expect(phone.close).toHaveBeenCalledTimes(1);
  });

  describe('in standard navigation', () => {
    it('leaves the page as it is, and opens a window with the click', async () => {
      mocked(org).mockResolvedValue({ ...configured, PopWindowWidth__c: 1200, PopWindowLeft__c: 0 });
      const panel = await show('standard');
      await say(active());
      expect(openTab).not.toHaveBeenCalled();
      expect(opened).not.toHaveBeenCalled();
      expect(phone.send).not.toHaveBeenCalled();
      expect(texts(panel, 'words')).toEqual(['c.ScreenPopsOffered']);
      await expect(panel).toBeAccessible();
      await press(panel);
      expect(opened.mock.calls).toEqual([['https://www.example.com', 'ringdown-record', 'popup,width=1200,left=0']]);
      expect(texts(panel, 'words')).toEqual(['c.ScreenPopsPopped']);
    });

    it('opens a window of its own for each where the settings say so', async () => {
      mocked(org).mockResolvedValue({ ...configured, PopWindow__c: 'New' });
      const panel = await show('standard');
      await say(active());
      await press(panel);
      expect(opened.mock.calls).toEqual([['https://www.example.com', '_blank', '']]);
    });

    it('says that the browser blocked the window, and keeps the button', async () => {
      opened.mockReturnValue(null);
      const panel = await show('standard');
      await say(active());
      await press(panel);
      expect(texts(panel, 'blocked')).toEqual(['c.ScreenPopsBlocked']);
      expect(texts(panel, 'words')).toEqual(['c.ScreenPopsOffered']);
      await expect(panel).toBeAccessible();
      opened.mockReturnValue({ focus: jest.fn() } as unknown as Window);
      await press(panel);
      expect(all(panel, 'blocked')).toHaveLength(0);
    });

    it('lets the softphone show the page without a click where the settings say so', async () => {
      mocked(org).mockResolvedValue({ ...configured, PopInStandard__c: 'ScreenPop' });
      const panel = await show('standard');
      await say(active());
      const target = { kind: 'record', recordId: ann.Id };
      expect(phone.send.mock.calls).toEqual([[{ type: 'screen-pop', body: { interactionKey: 'call-1', target } }]]);
      expect(texts(panel, 'words')).toEqual(['c.ScreenPopsSent']);
      expect(open).not.toHaveBeenCalled();
      await press(panel);
      expect(opened).toHaveBeenCalledTimes(1);
    });

    it('chooses in the panel there too', async () => {
      mocked(org).mockResolvedValue({ ...configured, PopInStandard__c: 'ScreenPop' });
      mocked(byNumber).mockResolvedValue([[ann, ben]]);
      const panel = await show('standard');
      await say(active());
      expect(phone.send).not.toHaveBeenCalled();
      await press(panel, 1);
      expect(opened).toHaveBeenCalledTimes(1);
    });
  });
});
