import { checkIds, runChecks, sourceNames, type Sources } from '../checks';
import { checkFields } from '../checkFields';
import { checkCallCenters, checkOrg } from '../checkOrg';
import { checkMembers, checkSeats, checkSets } from '../checkPeople';
import { checkChannels, checkResults, checkRules } from '../checkSettings';
import { describeObjects } from '../describeObjects';
import { findingOf, isNoAccess, type Evidence, type Finding } from '../finding';
import { packageFields } from '../packageFields';
import { roles } from '../roles';

const codes = (evidence: readonly Evidence[]): readonly string[] => evidence.map(({ code }) => code);
const verdict = (evidence: readonly Evidence[]): string => findingOf('org', evidence).verdict;
const same = (text: string): string => text;

describe('the org', () => {
  const org = {
    SetupOwnerId: '00D000000000001EAA',
    ConfiguredFor__c: '00D000000000001',
    ConfiguredAt__c: '2026-11-21T10:00:00Z',
    DefaultCountry__c: 'GB',
    PhoneOrigin__c: 'https://phone.example'
  };
  it.each([
    ['set up', org, ['org-ok'], 'ok'],
    [
      'without country and phone page',
      { ...org, DefaultCountry__c: null, PhoneOrigin__c: '' },
      ['org-ok', 'org-no-country', 'org-no-origin'],
      'warning'
    ],
    [
      'whose phone system has its own page',
      { ...org, PhoneOrigin__c: null, PopsAndLogs__c: 'Vendor' },
      ['org-ok', 'org-vendor'],
      'ok'
    ],
    ['of another id', { ...org, ConfiguredFor__c: '00D000000000009EAA' }, ['org-other'], 'failed'],
    ['never set up', {}, ['org-missing'], 'failed'],
    ['not answered', undefined, ['org-missing'], 'failed']
  ])('%s', (_name, answer, expected, worst) => {
    const evidence = checkOrg(answer, same);
    expect(codes(evidence)).toEqual(expected);
    expect(verdict(evidence)).toBe(worst);
  });
});

describe('call centers', () => {
  it.each([
    [[], 'failed'],
    [[{ Name: 'A', AdapterUrl: 'https://phone.example/softphone' }], 'ok'],
    [[{ Name: 'A', AdapterUrl: 'http://phone.example' }], 'failed'],
    [[{ Name: 'A', AdapterUrl: '/apex/softphone' }], 'failed'],
    [
      [
        { Name: 'A', AdapterUrl: null },
        { Name: 'B', AdapterUrl: 'HTTPS://phone.example' }
      ],
      'warning'
    ]
  ])('%j: %s', (answer, worst) => {
    expect(verdict(checkCallCenters(answer))).toBe(worst);
  });
});

describe('people', () => {
  const holds = (name: string, set: string): object => ({ Assignee: { Username: name }, PermissionSet: { Name: set } });
  const users = [
    { Username: 'ann@x', CallCenterId: '04v', UserPermissionsSupportUser: true },
    { Username: 'bob@x', CallCenterId: null, UserPermissionsSupportUser: false },
    { Username: 'boss@x', CallCenterId: null, UserPermissionsSupportUser: false }
  ];
  const held = [holds('Ann@x', 'RingdownAgent'), holds('bob@x', 'RingdownAgent'), holds('boss@x', 'RingdownAdmin')];

  it('names the agents who are in no call center, and no one else', () => {
    const evidence = checkMembers(users, held);
    expect(evidence).toEqual([
      { code: 'members-ok', values: ['1'], verdict: 'ok' },
      { code: 'members-out', values: ['bob@x'], verdict: 'failed' }
    ]);
    expect(codes(checkMembers([], []))).toEqual(['members-none']);
  });

  it('warns about agents who are not Service Cloud Users', () => {
    expect(checkSeats(users, held).map(({ values, verdict: worst }) => [worst, ...values])).toEqual([
      ['ok', '1'],
      ['warning', 'bob@x']
    ]);
  });

  it('names no more people than anybody reads', () => {
    const many = Array.from({ length: 25 }, (_, at) => ({ Username: `u${at}@x` }));
    const [evidence] = checkMembers(
      many,
      many.map(({ Username }) => holds(Username, 'RingdownAgent'))
    );
    expect(evidence!.values[0]).toMatch(/u19@x … \(\+5\)$/);
  });

  it('counts who holds which permission set', () => {
    expect(checkSets(held).map(({ code, values }) => [code, ...values])).toEqual([
      ['sets-ok', 'Ringdown Agent', '2'],
      ['sets-nobody', 'Ringdown Supervisor'],
      ['sets-ok', 'Ringdown Admin', '1']
    ]);
    expect(verdict(checkSets(held))).toBe('warning');
    expect(verdict(checkSets([]))).toBe('failed');
  });
});

describe('fields', () => {
  const given = (set: string, field: string, edit = true): object => ({
    Parent: { Name: set },
    Field: field,
    PermissionsEdit: edit
  });
  const closed = (answer: unknown): string =>
    checkFields(answer).find(({ code }) => code === 'fields-closed')?.values[0] ?? '';
  const everywhere = roles.flatMap(({ set }) => packageFields.map((field) => given(set, field)));

  it('are open by the set of agents or by one that the tool deployed, not by that of another role', () => {
    const answer = [
      given('RingdownAgent', 'Task.CallKey__c'),
      given('RingdownAgent', 'Event.Channel__c'),
      given('RingdownAccess', 'Task.Type'),
      given('RingdownAdmin', 'Task.Queue__c'),
      given('RingdownAgent', 'Task.Outcome__c', false)
    ];
    expect(closed(answer)).not.toMatch(/Task\.(CallKey__c|Channel__c|Type)/);
    expect(closed(answer)).toMatch(/Task\.Queue__c/);
    expect(closed(answer)).toMatch(/Task\.Outcome__c/);
  });

  it('are in order when all are open in every set, and Task.Type to agents', () => {
    expect(closed(everywhere)).toBe('Task.Type');
    expect(checkFields([...everywhere, given('RingdownAccess', 'Task.Type')])).toEqual([
      { code: 'fields-ok', values: [String(packageFields.length + 1)], verdict: 'ok' }
    ]);
  });

  it('of the package are needed by the other roles too', () => {
    const without = everywhere.filter((_row, at) => at !== everywhere.length - 1);
    expect(checkFields(without).find(({ code }) => code === 'opens-less')).toEqual({
      code: 'opens-less',
      values: ['Ringdown Admin', packageFields.at(-1)],
      verdict: 'failed'
    });
  });
});

describe('settings', () => {
  const rule = {
    MasterLabel: 'By phone',
    Attribute__c: 'caller-number',
    SObjectName__c: 'Contact',
    FieldName__c: 'phone'
  };
  const describeObject = async (name: string): Promise<ReadonlySet<string> | undefined> =>
    name === 'Contact' ? new Set(['phone']) : undefined;

  it.each([
    [[], ['rules-none']],
    [[rule], ['rules-ok']],
    [[{ ...rule, SObjectName__c: 'Gone__c' }], ['rules-ok', 'rules-no-object']],
    [[{ ...rule, FieldName__c: 'Fax' }], ['rules-ok', 'rules-no-field']],
    [[{ ...rule, Attribute__c: null }], ['rules-ok', 'rules-incomplete']]
  ])('rules %j', async (answer, expected) => {
    expect(codes(await checkRules(answer, describeObject))).toEqual(expected);
  });

  it.each([
    [[], ['results-none']],
    [[{ Value__c: 'A' }, { MasterLabel: 'B' }], ['results-ok']],
    [
      [{ Value__c: 'A' }, { Value__c: 'A' }],
      ['results-ok', 'results-twice']
    ]
  ])('dispositions %j', (answer, expected) => {
    expect(codes(checkResults(answer))).toEqual(expected);
  });

  it.each([
    [['Phone', 'Chat', 'Voicemail', 'SMS'], true, ['channels-ok']],
    [['Phone', 'Chat', 'Voicemail'], true, ['channels-ok', 'channels-missing']],
    [['Phone', 'Chat', 'Voicemail', 'SMS'], false, ['channels-none']]
  ])('channels %j logged: %s', (names, AutoLog__c, expected) => {
    expect(codes(checkChannels(names.map((Channel__c) => ({ Channel__c, AutoLog__c }))))).toEqual(expected);
  });
});

describe('runChecks', () => {
  const empty = Object.fromEntries(sourceNames.map((name) => [name, jest.fn(async () => [])]));
  const sources = { ...empty, describe: async () => undefined, timeText: same } as unknown as Sources;
  const run = async (changed: Partial<Sources>): Promise<readonly Finding[]> => {
    const findings: Finding[] = [];
    await runChecks({ ...sources, ...changed }, (finding) => findings.push(finding));
    return findings;
  };

  it('asks each source once, and tells every check even when one fails', async () => {
    const refused = new Error('refused');
    const findings = await run({ dispositions: () => Promise.reject(refused) });
    expect(findings.map(({ id }) => id).sort()).toEqual([...checkIds].sort());
    expect(findings.filter((finding) => finding.verdict === 'unknown')).toEqual([
      { id: 'results', verdict: 'unknown', evidence: [], error: refused }
    ]);
    for (const name of ['callCenters', 'trustedSites', 'agents', 'assignments', 'presenceStatuses'] as const)
      expect(sources[name]).toHaveBeenCalledTimes(1);
  });

  it('leaves alone what rests where the page of the phone system opens records and logs calls', async () => {
    const vendor = { org: async () => ({ PopsAndLogs__c: 'Vendor' }) };
    const resting = (findings: readonly Finding[]): readonly string[] =>
      findings.filter(({ evidence: [first] }) => first?.code === 'vendor-does').map(({ id }) => id);
    expect([...resting(await run(vendor))].sort()).toEqual(['channels', 'results', 'rules']);
    expect(resting(await run({ org: () => Promise.reject(new Error('refused')) }))).toEqual([]);
  });

  it.each([
    ['System.QueryException', 'ok', ['presence-off']],
    ['System.NoAccessException', 'unknown', []]
  ])('takes a %s about presence statuses for %s', async (exceptionType, expected, evidence) => {
    const findings = await run({ presenceStatuses: jest.fn().mockRejectedValue({ body: { exceptionType } }) });
    const presence = findings.find(({ id }) => id === 'presence');
    expect(presence?.verdict).toBe(expected);
    expect(codes(presence!.evidence)).toEqual(evidence);
  });
});

describe('isNoAccess', () => {
  it.each([
    [{ body: { exceptionType: 'System.QueryException' } }, true],
    [{ body: { exceptionType: 'System.NoAccessException' } }, true],
    [{ body: { message: "You do not have access to the Apex class named 'SetupHealth'." } }, true],
    [{ body: { message: 'Internal error' } }, false],
    [new TypeError('Failed to fetch'), false],
    [undefined, false]
  ])('%j: %s', (error, expected) => {
    expect(isNoAccess(error)).toBe(expected);
  });
});

describe('describeObjects', () => {
  const info = (apiName: string, ...fields: string[]): { data: { apiName: string; fields: object } } => ({
    data: { apiName, fields: Object.fromEntries(fields.map((name) => [name, {}])) }
  });

  it('asks about one object after the other, each once, and takes no answer for another', async () => {
    const asked: (string | undefined)[] = [];
    const describer = describeObjects((name) => asked.push(name));
    const answers = Promise.all(['Contact', 'Lead', 'contact'].map((name) => describer.describe(name)));
    await Promise.resolve();
    describer.answered({});
    describer.answered(info('Account', 'Name') as never);
    expect(asked).toEqual(['Contact']);
    describer.answered(info('Contact', 'Phone') as never);
    await new Promise((resolve) => setTimeout(resolve));
    describer.answered({ error: { status: 404 } });
    const [contact, lead, again] = await answers;
    expect([...contact!]).toEqual(['phone']);
    expect(lead).toBeUndefined();
    expect(again).toBe(contact);
    expect(asked).toEqual(['Contact', undefined, 'Lead', undefined]);
  });
});
