/** What every component reads from Apex and sends to it where the package has a namespace. */
const fieldsOf: Readonly<Record<string, string>> = {
  AgentActivity__c:
    'ActivityKey__c Agent__c Channel__c EndedAt__c FromNumber__c Kind__c OccurredAt__c Outcome__c PresenceStatus__c PreviousStatus__c Queue__c WaitSeconds__c',
  CallLogPart__c: 'CallKey__c PartCount__c PartKey__c PartNumber__c Text__c',
  RepPreference__c: 'AutoLogin__c MessageSound__c RingSound__c',
  RingdownOrg__c:
    'ConfiguredAt__c ConfiguredFor__c DefaultCountry__c PhoneOrigin__c PopInStandard__c PopOnCall__c PopOutbound__c PopTab__c PopWindow__c PopWindowHeight__c PopWindowLeft__c PopWindowTop__c PopWindowWidth__c PopsAndLogs__c',
  Task: 'AnsweredAt__c CallKey__c Channel__c ContinuesElsewhere__c Direction__c EndedAt__c FirstPart__c FromNumber__c HoldSeconds__c InteractionKey__c Outcome__c Queue__c RecordingUrl__c StartedAt__c TalkSeconds__c ToNumber__c TranscriptUrl__c WrapUpSeconds__c'
};

const named = (name: string): string => (name.endsWith('__c') ? `ns__${name}` : name);

function mock(module: string, value: object): void {
  jest.doMock(`@salesforce/schema/${module}`, () => ({ default: value, __esModule: true }), { virtual: true });
}

for (const [object, fields] of Object.entries(fieldsOf)) {
  mock(object, { objectApiName: named(object) });
  for (const field of fields.split(' '))
    mock(`${object}.${field}`, { fieldApiName: named(field), objectApiName: named(object) });
}

const log = {
  callKey: 'leg-1',
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  startedAt: '2026-01-05T09:00:00Z',
  talkSeconds: 1,
  holdSeconds: 0,
  wrapUpSeconds: 0,
  durationSeconds: 1,
  subject: 'Call',
  text: 'x',
  followUp: { key: 'leg-1:follow-up', subject: 'Call back', dueDate: '2026-01-08' }
} as const;
const org = '00D000000000001EAA';
const readTask = jest
  .fn()
  .mockResolvedValue([{ Id: '00T1', ns__CallKey__c: 'leg-1', ns__ContinuesElsewhere__c: true }]);
const readParts = jest
  .fn()
  .mockResolvedValue([{ Id: 'a01', ns__PartNumber__c: 1, ns__PartCount__c: 1, ns__Text__c: 'whole' }]);

describe('in a package with a namespace', () => {
  it('wrap-up goes by the channels and results of the org', async () => {
    const { settingsOf } = await import('../../callLog/settings');
    const settings = settingsOf(
      { isConfigured: true, popsAndLogs: 'ringdown' },
      [{ ns__Channel__c: 'Phone', ns__AutoLog__c: true, ns__OpensWrapUp__c: true, ns__AfterSave__c: 'Edit' }],
      [{ MasterLabel: 'Resolved', ns__Value__c: 'R', ns__Channels__c: 'Phone', ns__FollowUpDays__c: 2 }]
    );
    expect(settings.channels).toEqual({ phone: { autoLog: true, opensWrapUp: true, afterSave: 'Edit' } });
    expect(settings.dispositions).toMatchObject([{ value: 'R', channels: ['phone'], followUpDays: 2 }]);
  });

  it('the org is known as configured', async () => {
    const { orgSettingsOf } = await import('../../orgSettings/orgSettings');
    const row = {
      ns__ConfiguredFor__c: org,
      SetupOwnerId: org,
      ns__PopsAndLogs__c: 'Vendor',
      ns__DefaultCountry__c: 'DE'
    };
    expect(orgSettingsOf(row)).toEqual({ isConfigured: true, popsAndLogs: 'vendor', country: 'DE' });
  });

  it('the history shows what the log holds', async () => {
    const { historyRows } = await import('../../callHistory/historyRow');
    const names = { channel: {}, direction: {}, outcome: {} };
    const task = {
      Id: '00T1',
      ns__Channel__c: 'Chat',
      ns__Direction__c: 'Outbound',
      ns__ToNumber__c: '+442079460958',
      ns__Outcome__c: 'Missed',
      ns__StartedAt__c: '2026-01-05T09:00:00.000Z',
      ns__RecordingUrl__c: 'https://phone.example/r/1',
      Who: { Name: 'Ann' }
    };
    expect(historyRows([task], names, 'Untitled')).toMatchObject([
      {
        at: '2026-01-05T09:00:00.000Z',
        channel: 'Chat',
        direction: 'Outbound',
        outcome: 'Missed',
        number: '+44 20 7946 0958',
        person: 'Ann',
        recordingUrl: 'https://phone.example/r/1'
      }
    ]);
  });

  it('a long text is whole', async () => {
    const { noPages, withPage } = await import('../../callLogText/textPages');
    const part = (number: number): object => ({
      ns__PartNumber__c: number,
      ns__PartCount__c: 2,
      ns__Text__c: `t${number}`
    });
    expect(withPage(noPages, [part(1), part(2)], 4)).toEqual({
      parts: [
        { number: 1, text: 't1' },
        { number: 2, text: 't2' }
      ],
      total: 2,
      state: 'whole'
    });
  });

  it('the rules for screen pops are read', async () => {
    const { popRules } = await import('../../screenPop/popRules');
    const rule = {
      DeveloperName: 'ns__ByPhone',
      ns__Order__c: 10,
      ns__Attribute__c: 'caller-number',
      ns__SObjectName__c: 'Contact',
      ns__FieldName__c: 'Phone',
      ns__IsActive__c: true
    };
    expect(popRules([rule])).toMatchObject([{ order: 10, attribute: 'caller-number', fieldName: 'Phone' }]);
  });

  it('what a rep chose is shown', async () => {
    const { preferencesOf } = await import('../../repPreferences/preferences');
    const row = { SetupOwnerId: '005A', ns__AutoLogin__c: 'off', ns__RingSound__c: 'off', ns__MessageSound__c: 'on' };
    expect(preferencesOf([row])).toEqual({ autoLogin: false, ringSound: false, messageSound: true });
  });

  it('the checks of the setup see what is there', async () => {
    const { checkChannels, checkResults, checkRules } = await import('../../setupHealth/checkSettings');
    const { checkPresence } = await import('../../setupHealth/checkPresence');
    const { checkReps } = await import('../../setupHealth/checkReps');
    const { checkOrg } = await import('../../setupHealth/checkOrg');
    const rule = { ns__Attribute__c: 'caller-number', ns__SObjectName__c: 'Contact', ns__FieldName__c: 'Phone' };
    const map = [{ ns__PhoneState__c: 'available', ns__PresenceStatus__c: 'Available' }];
    const rows = ['Phone', 'Chat', 'Voicemail', 'SMS'].map((channel) => ({
      ns__Channel__c: channel,
      ns__AutoLog__c: true
    }));
    const row = {
      ns__ConfiguredFor__c: org,
      SetupOwnerId: org,
      ns__DefaultCountry__c: 'DE',
      ns__PhoneOrigin__c: 'https://p'
    };
    const codes = (evidence: readonly { readonly code: string }[]): readonly string[] =>
      evidence.map(({ code }) => code);

    expect(codes(await checkRules([rule], async () => new Set(['phone'])))).toEqual(['rules-ok']);
    expect(codes(checkResults([{ ns__Value__c: 'A' }, { ns__Value__c: 'A' }]))).toEqual([
      'results-ok',
      'results-twice'
    ]);
    expect(codes(checkChannels(rows))).toEqual(['channels-ok']);
    expect(codes(checkPresence(map, [{ DeveloperName: 'Available' }]))).toEqual(['presence-ok']);
    expect(codes(checkOrg(row, (moment) => moment))).toEqual(['org-ok']);
    const defaults = { Id: 'a01', ns__AutoLogin__c: 'off', ns__RingSound__c: 'off', ns__MessageSound__c: 'off' };
    expect(codes(checkReps(defaults))).toEqual(['reps-off']);
  });

  it('logs, follow-ups and parts are sent with it, and found again by it', async () => {
    const { followUpRecord, idsByCallKey, partRecords, taskRecord } = await import('../../callLogOutbox/recordMapping');
    const text = { description: 'x', parts: ['x'], continues: true };
    const options = { text, isNew: true, firstPartId: 'a00', timeZone: 'UTC' };
    expect(taskRecord(log, options)).toMatchObject({
      sobjectType: 'Task',
      Subject: 'Call',
      ns__CallKey__c: 'leg-1',
      ns__Channel__c: 'Phone',
      ns__FirstPart__c: 'a00',
      ns__ContinuesElsewhere__c: true
    });
    expect(followUpRecord(log, true)).toMatchObject({ ns__CallKey__c: 'leg-1:follow-up' });
    expect(partRecords(log, text)).toEqual([
      {
        sobjectType: 'ns__CallLogPart__c',
        ns__PartKey__c: 'leg-1#0001',
        ns__CallKey__c: 'leg-1',
        ns__PartNumber__c: 1,
        ns__PartCount__c: 1,
        ns__Text__c: 'x'
      }
    ]);
    for (const sent of [taskRecord(log, options), followUpRecord(log, true), ...partRecords(log, text)])
      expect(Object.keys(sent!).filter((name) => /^(?!ns__).*__c$/.test(name))).toEqual([]);
    expect(idsByCallKey([{ Id: '00T1', ns__CallKey__c: 'leg-1' }])).toEqual({ 'leg-1': '00T1' });
  });

  it('what the agents did is sent with it', async () => {
    const { presenceRows } = await import('../../agentActivities/activityRows');
    const [row] = presenceRows('005A', undefined, {
      agentName: 'Rep',
      status: 'available',
      statusName: 'Ready',
      since: '2026-01-05T09:00:00Z'
    });
    expect(row!.record).toMatchObject({ sobjectType: 'ns__AgentActivity__c', ns__Agent__c: '005A' });
    expect(Object.keys(row!.record).filter((name) => /^(?!ns__).*__c$/.test(name))).toEqual([]);
  });

  it('the page of a task shows its long text', async () => {
    jest.doMock('@salesforce/apex/CallLogs.read', () => ({ default: readTask, __esModule: true }), { virtual: true });
    jest.doMock('@salesforce/apex/CallLogParts.read', () => ({ default: readParts, __esModule: true }), {
      virtual: true
    });
    const { createElement } = await import('lwc');
    const { default: CallLogText } = await import('../../callLogText/callLogText');
    const element = createElement('c-call-log-text', { is: CallLogText });
    Object.assign(element, { recordId: '00T1', objectApiName: 'Task' });
    document.body.appendChild(element);
    await new Promise((resolve) => setTimeout(resolve));
    expect(readParts).toHaveBeenCalledWith(expect.objectContaining({ callKey: 'leg-1' }));
    expect(element.shadowRoot!.querySelector('[data-id="part"]')!.textContent).toBe('whole');
    document.body.replaceChildren();
  });
});
