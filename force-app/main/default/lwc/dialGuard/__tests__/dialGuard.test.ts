import contact from '@salesforce/apex/CalledRecords.contact';
import contactOfCase from '@salesforce/apex/CalledRecords.contactOfCase';
import lead from '@salesforce/apex/CalledRecords.lead';
import personAccount from '@salesforce/apex/CalledRecords.personAccount';
import { calledRecords, judgeDial } from 'c/dialGuard';

jest.mock('@salesforce/apex/CalledRecords.contact', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CalledRecords.contactOfCase', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CalledRecords.lead', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CalledRecords.personAccount', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const id = (prefix: string): string => `${prefix}000000000001AAA`;
const all = [contact, contactOfCase, lead, personAccount];

beforeEach(() => all.forEach((method) => mocked(method).mockReset().mockResolvedValue([])));
afterEach(() => jest.useRealTimers());

describe('a number of a record', () => {
  const refusing: readonly (readonly [string, string, unknown, object])[] = [
    ['contact', '003', contact, { Id: id('003'), Name: 'Ann Lee', DoNotCall: true }],
    ['lead', '00Q', lead, { Id: id('00Q'), Name: 'Ann Lee', DoNotCall: true }],
    ['person account', '001', personAccount, { Id: id('001'), Name: 'Ann Lee', PersonDoNotCall: true }],
    ['case', '500', contactOfCase, { Id: id('500'), Contact: { Name: 'Ann Lee', DoNotCall: true } }]
  ];
  for (const [what, prefix, method, row] of refusing) {
    it(`is refused when the ${what} wants no calls, by name`, async () => {
      mocked(method).mockResolvedValue([row]);
      expect(await judgeDial(id(prefix))).toEqual({ kind: 'refused', name: 'Ann Lee' });
      expect(mocked(method).mock.calls).toEqual([[{ recordId: id(prefix) }]]);
    });
  }

  it('is dialled when the record wants calls, is gone, or has no person', async () => {
    mocked(contact).mockResolvedValue([{ Id: id('003'), Name: 'Ann Lee', DoNotCall: false }]);
    mocked(contactOfCase).mockResolvedValue([{ Id: id('500') }]);
    const verdicts = await Promise.all(['003', '00Q', '001', '500'].map((prefix) => judgeDial(id(prefix))));
    expect(verdicts).toEqual(Array(4).fill({ kind: 'allowed' }));
  });

  it('is dialled without asking where no record has it, or one that nobody calls', async () => {
    const verdicts = await Promise.all([undefined, '', id('006'), 'toString'].map((recordId) => judgeDial(recordId)));
    expect(verdicts).toEqual(Array(4).fill({ kind: 'allowed' }));
    for (const method of all) expect(method).not.toHaveBeenCalled();
  });

  it('is dialled when the rep may not see whether calls are wanted', async () => {
    mocked(contact).mockRejectedValue({ body: { exceptionType: 'System.QueryException', message: 'No such column' } });
    expect(await judgeDial(id('003'))).toEqual({ kind: 'allowed' });
  });

  it('goes unchecked when the question fails, or is not answered within two seconds', async () => {
    const failure = { body: { exceptionType: 'System.LimitException', message: 'Too many' } };
    mocked(contact).mockRejectedValue(failure);
    expect(await judgeDial(id('003'))).toEqual({ kind: 'unchecked' });
    jest.useFakeTimers();
    mocked(lead).mockReturnValue(new Promise(() => undefined));
    const verdict = judgeDial(id('00Q'));
    jest.advanceTimersByTime(2000);
    expect(await verdict).toEqual({ kind: 'unchecked' });
  });
});

describe('what a call is about whose number was clicked', () => {
  it('is the contact, the lead or the account, by name', async () => {
    mocked(contact).mockResolvedValue([{ Id: id('003'), Name: 'Ann Lee', DoNotCall: false }]);
    mocked(lead).mockResolvedValue([{ Id: id('00Q'), Name: 'Bo Chan', DoNotCall: false }]);
    mocked(personAccount).mockResolvedValue([{ Id: id('001'), Name: 'Acme' }]);
    expect((await Promise.all(['003', '00Q', '001'].map((prefix) => calledRecords(id(prefix))))).flat()).toEqual([
      { recordId: id('003'), name: 'Ann Lee', objectName: 'Contact' },
      { recordId: id('00Q'), name: 'Bo Chan', objectName: 'Lead' },
      { recordId: id('001'), name: 'Acme', objectName: 'Account' }
    ]);
  });

  it('is a case and its contact, or the case alone', async () => {
    const ofCase = { recordId: id('500'), name: '00001026', objectName: 'Case' };
    mocked(contactOfCase).mockResolvedValueOnce([
      { Id: id('500'), CaseNumber: '00001026', ContactId: id('003'), Contact: { Name: 'Ann Lee' } }
    ]);
    const person = { recordId: id('003'), name: 'Ann Lee', objectName: 'Contact' };
    expect(await calledRecords(id('500'))).toEqual([person, ofCase]);
    mocked(contactOfCase).mockResolvedValueOnce([{ Id: id('500'), CaseNumber: '00001026' }]);
    expect(await calledRecords(id('500'))).toEqual([ofCase]);
  });

  it('is nothing of a record of another kind, one that is gone, or one that may not be read', async () => {
    mocked(lead).mockRejectedValue({ body: { exceptionType: 'System.QueryException' } });
    expect(await Promise.all(['006', '003', '00Q'].map((prefix) => calledRecords(id(prefix))))).toEqual([[], [], []]);
  });
});
