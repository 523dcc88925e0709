import { checkClasses, checkObjects } from '../checkAccess';
import { checkPermissions } from '../checkPeople';
import { checkPresence } from '../checkPresence';
import { checkReps } from '../checkReps';
import { checkMicrophone, checkSites } from '../checkSites';
import type { Evidence } from '../finding';
import { openedClasses, roles } from '../roles';

const codes = (evidence: readonly Evidence[]): readonly string[] => evidence.map(({ code }) => code);
const told = (evidence: readonly Evidence[]): readonly (readonly string[])[] =>
  evidence.map(({ code, values }) => [code, ...values]);

describe('user permissions', () => {
  const holds = (name: string): object => ({ Assignee: { Username: name }, PermissionSet: { Name: 'RingdownAgent' } });
  const held = ['Ann@x', 'bob@x', 'cy@x'].map(holds);

  it('name who may not edit tasks or use the API, and count who may do both', () => {
    expect(
      told(checkPermissions([{ Username: 'bob@x' }], [{ Username: 'bob@x' }, { Username: 'cy@x' }], held))
    ).toEqual([
      ['permissions-ok', '1'],
      ['permissions-no-tasks', 'bob@x'],
      ['permissions-no-api', 'bob@x, cy@x']
    ]);
    expect(checkPermissions([], [], held)).toEqual([{ code: 'permissions-ok', values: ['3'], verdict: 'ok' }]);
  });

  it('are worse without tasks, which no log can do without', () => {
    const ann = [{ Username: 'ann@x' }];
    expect(checkPermissions(ann, [], held)[1]!.verdict).toBe('failed');
    expect(checkPermissions([], ann, held)[1]!.verdict).toBe('warning');
  });
});

describe('objects', () => {
  const rows = roles.flatMap(({ set, objects }) =>
    Object.entries(objects).map(([SobjectType, rights]) => ({
      Parent: { Name: set },
      SobjectType,
      ...Object.fromEntries(rights.map((right) => [`Permissions${right}`, true]))
    }))
  );

  it('are in order when every permission set opens them as far as its file', () => {
    expect(codes(checkObjects(rows))).toEqual(['objects-ok', 'objects-ok', 'objects-ok']);
  });

  it('name what a permission set lacks, and let it give more', () => {
    const less = rows.map((row) =>
      row.Parent.Name === 'RingdownAgent' && row.SobjectType === 'CallLogPart__c'
        ? { ...row, PermissionsEdit: false, PermissionsModifyAllRecords: true }
        : row
    );
    expect(checkObjects(less)[0]).toEqual({
      code: 'opens-less',
      values: ['Ringdown Agent', 'CallLogPart__c (Edit)'],
      verdict: 'failed'
    });
    expect(codes(checkObjects([]))).toEqual(['opens-less', 'opens-less', 'opens-less']);
  });
});

describe('classes', () => {
  const classes = openedClasses.map((Name) => ({ Name, Id: `01p-${Name}` }));
  const access = roles.flatMap(({ set, classes: names }) =>
    names.map((name) => ({ Parent: { Name: set }, SetupEntityId: `01p-${name}` }))
  );

  it('are in order when every permission set opens its own', () => {
    expect(told(checkClasses(classes, access))).toEqual([
      ['classes-ok', 'Ringdown Agent', '13'],
      ['classes-ok', 'Ringdown Supervisor', '13'],
      ['classes-ok', 'Ringdown Admin', '17']
    ]);
  });

  it('name what a permission set does not open', () => {
    const closed = access.filter(
      ({ Parent, SetupEntityId }) => Parent.Name !== 'RingdownAgent' || SetupEntityId !== '01p-CallLogs'
    );
    expect(told(checkClasses(classes, closed))[0]).toEqual(['opens-less', 'Ringdown Agent', 'CallLogs']);
  });

  it('name once what is not there, and take no class of another package for it', () => {
    const other = classes.map((row) => (row.Name === 'CallLogs' ? { ...row, NamespacePrefix: 'other' } : row));
    expect(told(checkClasses(other, access))[0]).toEqual(['classes-gone', 'CallLogs']);
    expect(codes(checkClasses(other, access)).slice(1)).toEqual(['classes-ok', 'classes-ok', 'classes-ok']);
  });
});

describe('trusted URLs', () => {
  const site = {
    EndpointUrl: 'https://phone.example',
    IsActive: true,
    Context: 'LEX',
    IsApplicableToFrameSrc: true,
    IsApplicableToConnectSrc: true
  };
  const center = { AdapterUrl: 'https://phone.example/softphone/' };

  it.each([
    ['one for Lightning', [site], ['plain']],
    ['one for all pages', [{ ...site, Context: 'All' }], ['plain']],
    ['one for communities only', [{ ...site, Context: 'Communities' }], ['sites-none']],
    ['one that is off', [{ ...site, IsActive: false }], ['sites-none']],
    ['one with a path', [{ ...site, EndpointUrl: 'https://Phone.example/a/' }], ['plain']],
    ['one for every host below', [{ ...site, EndpointUrl: 'https://*.example' }], ['plain']],
    ['one for every host below another', [{ ...site, EndpointUrl: 'https://*.phone.example' }], ['sites-none']],
    ['one whose name only ends alike', [{ ...site, EndpointUrl: 'https://*.one.example' }], ['sites-none']],
    ['one without frames', [{ ...site, IsApplicableToFrameSrc: false }], ['sites-unframed']],
    ['one without connections', [{ ...site, IsApplicableToConnectSrc: false }], ['sites-unconnected']],
    [
      'two that share the uses',
      [
        { ...site, IsApplicableToConnectSrc: false },
        { ...site, IsApplicableToFrameSrc: false }
      ],
      ['plain']
    ],
    ['none', [], ['sites-none']]
  ])('%s', (_name, sites, expected) => {
    expect(codes(checkSites([center], sites))).toEqual(expected);
  });

  it('are needed for the pages that a definition names too, which are framed only', () => {
    const CustomSettings = JSON.stringify({
      reqStandbyUrl: 'https://standby.example/x',
      scvVendorLoginUrl: 'https://login.example'
    });
    const framed = { ...site, EndpointUrl: 'https://standby.example', IsApplicableToConnectSrc: false };
    expect(told(checkSites([{ ...center, CustomSettings }, center], [site, framed]))).toEqual([
      ['plain', 'https://phone.example'],
      ['plain', 'https://standby.example'],
      ['sites-none', 'https://login.example']
    ]);
  });

  it('are not needed for pages of the org itself', () => {
    expect(codes(checkSites([{ AdapterUrl: '/apex/Softphone', CustomSettings: 'no JSON' }, {}], []))).toEqual([
      'sites-unneeded'
    ]);
  });

  it('that may use the microphone ask a person to look', () => {
    expect(checkMicrophone([{ ...site, CanAccessMicrophone: true }])).toEqual([
      { code: 'microphone-header', values: ['https://phone.example'], verdict: 'unknown' }
    ]);
    expect(codes(checkMicrophone([site]))).toEqual(['microphone-unneeded']);
  });
});

describe('presence', () => {
  const map = [
    { PhoneState__c: 'available', PresenceStatus__c: 'Available' },
    { PhoneState__c: 'break', PresenceStatus__c: 'OnBreak' },
    { PhoneState__c: 'busy', PresenceStatus__c: null },
    { PhoneState__c: 'offline', PresenceStatus__c: 'Offline' }
  ];

  it('names each state whose status the org does not have; nobody needs a record for being offline', () => {
    expect(told(checkPresence(map, [{ DeveloperName: 'available' }]))).toEqual([
      ['presence-ok', '2'],
      ['presence-unknown', 'break', 'OnBreak'],
      ['presence-unknown', 'busy', '–']
    ]);
  });

  it.each([
    ['without Omni-Channel', map, undefined, ['presence-off']],
    ['without a map', [], [{ DeveloperName: 'Available' }], ['presence-none']]
  ])('has nothing to compare %s', (_name, rows, statuses, expected) => {
    const evidence = checkPresence(rows, statuses);
    expect(codes(evidence)).toEqual(expected);
    expect(evidence[0]!.verdict).toBe('ok');
  });
});

describe('what reps start with', () => {
  const [login, ring, message] = ['AutoLogin', 'RingSound', 'MessageSound'].map((name) => `c.PhonePreferences${name}`);

  it.each([
    [{}, [['reps-unset']]],
    [
      { Id: 'a01', AutoLogin__c: 'on', RingSound__c: 'Off', MessageSound__c: 'on' },
      [
        ['reps-on', `${login}, ${message}`],
        ['reps-off', ring]
      ]
    ],
    [{ Id: 'a01' }, [['reps-on', `${login}, ${ring}, ${message}`]]],
    [
      { Id: 'a01', AutoLogin__c: 'off', RingSound__c: 'yes', MessageSound__c: 'no' },
      [
        ['reps-unclear', `${ring}, ${message}`],
        ['reps-on', `${ring}, ${message}`],
        ['reps-off', login]
      ]
    ]
  ])('%j', (row, expected) => {
    expect(told(checkReps(row))).toEqual(expected);
  });
});
