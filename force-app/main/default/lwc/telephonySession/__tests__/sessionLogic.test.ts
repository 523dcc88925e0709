import type { OrgSettings } from 'c/orgSettings';
import { problemsIn, type Facts } from '../facts';
import { asked, heard, waited, type Liveness } from '../liveness';
import { problemWords } from '../problemWords';
import { isInCallCenter } from '../readiness';
import { secondsLeft, stateOf } from '../sessionView';
import { closedFields } from '../taskFields';

jest.mock('@salesforce/label/c.TelephonySessionPhoneSaid', () => ({ default: 'says: {0}', __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/label/c.TelephonySessionSilentChoose', () => ({ default: 'choose {0}', __esModule: true }), {
  virtual: true
});

const configured: OrgSettings = { isConfigured: true, popsAndLogs: 'ringdown' };
const unconfigured: OrgSettings = { isConfigured: false, popsAndLogs: 'ringdown' };
const vendors: OrgSettings = { isConfigured: true, popsAndLogs: 'vendor' };
const well: Facts = { isOnline: true, isSilent: false };
const kinds = (facts: Partial<Facts>): readonly string[] => problemsIn({ ...well, ...facts }).map(({ kind }) => kind);

describe('problems', () => {
  it.each<[string, Partial<Facts>, readonly string[]]>([
    ['nothing known', {}, []],
    ['all well', { org: configured, isInCallCenter: true, closedFields: [] }, []],
    [
      'offline explains the server and the silence',
      { isOnline: false, isSilent: true, failure: { kind: 'server' } },
      ['offline']
    ],
    [
      'offline does not explain the microphone',
      { isOnline: false, failure: { kind: 'microphone-blocked' } },
      ['offline', 'microphone-blocked']
    ],
    ['offline twice', { isOnline: false, failure: { kind: 'offline' } }, ['offline']],
    ['no call center explains the silence', { isInCallCenter: false, isSilent: true }, ['not-in-call-center']],
    [
      'no call center said twice',
      { isInCallCenter: false, failure: { kind: 'not-in-call-center' } },
      ['not-in-call-center']
    ],
    [
      'several',
      { org: unconfigured, isSilent: true, closedFields: ['Type'] },
      ['not-configured', 'silent', 'field-access']
    ],
    [
      'the vendor’s page is no silent phone of ours and writes no log of ours',
      { org: vendors, isSilent: true, closedFields: ['Type'], failure: { kind: 'server' } },
      []
    ],
    [
      'the vendor’s page needs a network and a call center too',
      { org: vendors, isOnline: false, isInCallCenter: false },
      ['offline', 'not-in-call-center']
    ],
    ['a copy of a vendor’s org', { org: { ...vendors, isConfigured: false } }, ['not-configured']]
  ])('%s', (_name, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });

  it('of fields name what is closed here rather than what the phone page said', () => {
    const [problem] = problemsIn({
      ...well,
      closedFields: ['Type', 'Queue'],
      failure: { kind: 'field-access', detail: 'x' }
    });
    expect(problem).toEqual({ kind: 'field-access', detail: 'Type, Queue' });
  });

  it('keep the words of the phone page apart from ours', () => {
    expect(problemWords({ kind: 'server', detail: '503' }).detail).toBe('says: 503');
    expect(problemWords({ kind: 'server' })).not.toHaveProperty('detail');
    expect(problemWords({ kind: 'field-access', detail: 'Type' })).not.toHaveProperty('detail');
  });

  it('name the phone as this app does, and the way to another app where this one has none', () => {
    expect(problemWords({ kind: 'silent' }, 'Omni-Channel').steps).toEqual([
      'choose Omni-Channel',
      'c.TelephonySessionSilentStep3'
    ]);
    expect(problemWords({ kind: 'silent' }).steps).toHaveLength(3);
    expect(problemWords({ kind: 'offline' }, 'Phone').steps).not.toContain('choose Phone');
  });
});

describe('what Apex answered', () => {
  it.each([
    [undefined, undefined],
    [[], undefined],
    [[{ Id: '005' }], false],
    [[{ CallCenterId: null }], false],
    [[{ CallCenterId: '04v' }], true]
  ])('%j: in a call center is %j', (answer, expected) => {
    expect(isInCallCenter(answer)).toBe(expected);
  });
});

describe('the sign of life', () => {
  const hello = asked(undefined, 0);
  const after = (liveness: Liveness, seconds: number): Liveness | 'ask' => waited(liveness, seconds * 1000);

  it('is waited for, missed, and asked for again', () => {
    expect(after(hello, 4)).toBe(hello);
    expect(after(hello, 5)).toMatchObject({ isSilent: true });
    expect(after(asked({ ...hello, isSilent: true }, 0), 5)).toMatchObject({ isSilent: true });
    expect(after(hello, 30)).toBe('ask');
  });

  it('is enough for a while, and a phone that was silent is not when it speaks', () => {
    const alive = heard({ ...hello, isSilent: true }, 2000);
    expect(alive.isSilent).toBe(false);
    expect(after(alive, 31)).toBe(alive);
    expect(after(alive, 32)).toBe('ask');
  });
});

describe('the session', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');
  it.each([
    ['signed-in', '2026-11-21T10:05:01Z', 'signed-in'],
    ['signed-in', '2026-11-21T10:05:00Z', 'expiring'],
    ['signed-in', '2026-11-21T10:00:00Z', 'ended'],
    ['signed-in', 'soon', 'signed-in'],
    ['signed-in', undefined, 'signed-in'],
    ['expiring', '2026-11-21T12:00:00Z', 'expiring'],
    ['reconnecting', '2026-11-21T09:00:00Z', 'reconnecting'],
    ['signed-out', '2026-11-21T09:00:00Z', 'signed-out']
  ] as const)('%s until %s is %s', (state, expiresAt, expected) => {
    expect(stateOf({ state, ...(expiresAt && { expiresAt }) }, false, now)).toBe(expected);
  });

  it('is not known without the phone page', () => {
    expect(stateOf(undefined, false, now)).toBe('looking');
    expect(stateOf({ state: 'signed-in' }, true, now)).toBe('no-phone');
    expect(secondsLeft(undefined, now)).toBeUndefined();
  });
});

describe('closed fields', () => {
  it('are those that nobody sees and those that are read-only', () => {
    const closed = closedFields({
      apiName: 'Task',
      fields: {
        Type: { apiName: 'Type', label: 'Task type', updateable: false },
        Subject: { apiName: 'Subject', label: 'Subject', updateable: true }
      }
    });
    expect(closed).toContain('Task type');
    expect(closed).toContain('CallKey__c');
    expect(closed).not.toContain('Subject');
    expect(closed).not.toContain('TaskSubtype');
  });
});
