import { getFocusedTabInfo, openSubtab, openTab } from 'lightning/platformWorkspaceApi';
import { decideScreenPop, popPage, popRules, popScreen, type ScreenPopDecision } from 'c/screenPop';

const record = { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' };
const open: ScreenPopDecision = { kind: 'open', interactionKey: 'i', rule: 'r', record };
const fresh: ScreenPopDecision = {
  kind: 'new-record',
  interactionKey: 'i',
  rule: 'r',
  objectName: 'Contact',
  fields: { Phone: '+442079460958' }
};
const search: ScreenPopDecision = { kind: 'search', interactionKey: 'i', rule: 'r', term: '4711' };
const chooser: ScreenPopDecision = { kind: 'chooser', interactionKey: 'i', rule: 'r', records: [record, record] };
const nothing: ScreenPopDecision = { kind: 'nothing', reason: 'policy' };

describe('popScreen', () => {
  beforeEach(() => jest.mocked(getFocusedTabInfo).mockResolvedValue({ tabId: 'tab0' }));
  afterEach(() => jest.clearAllMocks());

  it('opens a record in a tab of the console', async () => {
    expect(await popScreen(open, { isConsole: true })).toBe('popped');
    expect(openTab).toHaveBeenCalledWith({ recordId: record.recordId, focus: true });
  });

  it('opens a prefilled new record and a search', async () => {
    expect(await popScreen(fresh, { isConsole: true })).toBe('popped');
    expect(await popScreen(search, { isConsole: true })).toBe('popped');
    expect(jest.mocked(openTab).mock.calls.map(([page]) => page)).toEqual([
      { pageReference: popPage(fresh), focus: true },
      { pageReference: popPage(search), focus: true }
    ]);
  });

  it.each([
    ['tab1', undefined, 'tab1'],
    ['sub1', 'tab1', 'tab1']
  ])('opens below the workspace of the focused tab %s', async (tabId, parentTabId, parent) => {
    jest.mocked(getFocusedTabInfo).mockResolvedValue({ tabId, parentTabId });
    expect(await popScreen(open, { isConsole: true, asSubtab: true })).toBe('popped');
    expect(openSubtab).toHaveBeenCalledWith(parent, { recordId: record.recordId, focus: true });
  });

  it('opens a tab of its own when no tab is open', async () => {
    jest.mocked(getFocusedTabInfo).mockRejectedValue(new Error('no tab'));
    expect(await popScreen(open, { isConsole: true, asSubtab: true })).toBe('popped');
    expect(openTab).toHaveBeenCalledTimes(1);
  });

  it('waits for a click outside the console, for a chooser, and where no tab can be opened', async () => {
    expect(await popScreen(open, { isConsole: false })).toBe('needs-click');
    expect(await popScreen(chooser, { isConsole: true })).toBe('needs-click');
    expect(openTab).not.toHaveBeenCalled();
    jest.mocked(openTab).mockRejectedValueOnce(new Error('refused'));
    expect(await popScreen(open, { isConsole: true })).toBe('needs-click');
  });

  it('does nothing for nothing', async () => {
    expect(await popScreen(nothing, { isConsole: true })).toBe('nothing');
    expect(openTab).not.toHaveBeenCalled();
  });
});

describe('popPage', () => {
  it('is what a button opens in standard navigation', () => {
    expect(popPage(open)).toMatchObject({ type: 'standard__recordPage', attributes: { recordId: record.recordId } });
    expect(popPage(fresh)).toMatchObject({ type: 'standard__objectPage', attributes: { actionName: 'new' } });
    expect(popPage(search)).toMatchObject({ state: { term: '4711' } });
    expect(popPage(chooser)).toBeUndefined();
    expect(popPage(nothing)).toBeUndefined();
  });
});

describe('popRules', () => {
  const row = {
    DeveloperName: 'ContactByPhone',
    Order__c: 10,
    Attribute__c: 'caller-number',
    SObjectName__c: 'Contact',
    FieldName__c: 'Phone',
    Channels__c: 'Phone;Voicemail',
    Moment__c: 'Offered',
    OneMatch__c: 'Open',
    ManyMatches__c: 'Chooser',
    NoMatch__c: 'NewRecord',
    IsActive__c: true
  };

  it('reads what the settings hold, so that the decision can be made', () => {
    const rules = popRules([row, { ...row, DeveloperName: 'Empty', Attribute__c: null }]);
    expect(rules.map(({ name }) => name)).toEqual(['ContactByPhone']);
    const interaction = {
      callKey: 'k',
      interactionKey: 'i',
      channel: 'phone',
      direction: 'inbound',
      state: 'ringing',
      from: '+442079460958',
      startedAt: '2026-11-21T10:00:00Z',
      talkSeconds: 0,
      holdSeconds: 0,
      attributes: {}
    } as const;
    const decide = (found: readonly (typeof record)[]): string =>
      decideScreenPop(rules, interaction, { ContactByPhone: found }, { moment: 'offered' }).kind;
    expect([decide([record]), decide([record, { ...record, recordId: '003000000000002AAA' }]), decide([])]).toEqual([
      'open',
      'chooser',
      'new-record'
    ]);
  });

  it.each([[undefined], [null], [{}], [[]]])('of %j are none', (answer) => {
    expect(popRules(answer)).toEqual([]);
  });
});
