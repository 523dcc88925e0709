import assert from 'node:assert/strict';
import { parsePhoneNumber } from '../phone-number/parse-phone-number';
import { type Candidate } from './candidate';
import { explainMatches } from './explain-match';
import { matchKindOf, rankMatches } from './rank-matches';

const london = parsePhoneNumber('+44 20 7946 0958');
const options = { country: 'GB' };

function record(recordId: string, phone: string | null, more: Partial<Candidate> = {}): Candidate {
  return { recordId, objectName: 'Contact', name: recordId, phones: { Phone: phone }, ...more };
}

describe('a match of a phone number', () => {
  const kinds: readonly (readonly [value: string, kind: string | undefined, number?: string])[] = [
    ['+442079460958', 'exact'],
    ['(020) 7946 0958', 'exact'],
    ['0044 20 7946 0958', 'exact'],
    ['442079460958', 'exact'],
    ['020 7946 0958 ext. 12', 'variant'],
    ['+44 20 7946 0958', 'variant', '+44 20 7946 0958 x12'],
    ['+44 20 7946 0958 ext. 12', 'exact', '+44 20 7946 0958 x12'],
    ['+44 20 7946 0958 ext. 13', undefined, '+44 20 7946 0958 x12'],
    ['7946 0958', 'last-digits'],
    ['+1 207 946 0958', undefined],
    ['+33 7946 0958', undefined],
    ['946 0958', 'last-digits'],
    ['46 0958', undefined],
    ['020 7946 0959', undefined],
    ['ann@example.com', undefined],
    ['', undefined],
    ['112', 'exact', '112'],
    ['4123', 'exact', '4123'],
    ['+44 20 7946 4123', undefined, '4123'],
    ['anonymous', undefined, 'anonymous']
  ];
  for (const [value, kind, number = '+442079460958'] of kinds) {
    it(`${JSON.stringify(value)} is ${kind ?? 'none'} of ${number}`, () => {
      assert.equal(matchKindOf(parsePhoneNumber(number, options), value, 'GB'), kind);
    });
  }

  it('written the national way is a variant where the reader is elsewhere, unless it is a number there', () => {
    assert.equal(matchKindOf(london, '02079460958', undefined), 'variant');
    assert.equal(matchKindOf(london, '020 7946 0958', 'US'), 'variant');
    assert.equal(matchKindOf(london, '207 946 0958', 'US'), 'last-digits');
    assert.equal(matchKindOf(parsePhoneNumber('+1 207 946 0958'), '207 946 0958', 'US'), 'exact');
  });

  it('is ranked by how sure it is, then by object, then by name', () => {
    const found = rankMatches(
      london,
      [
        record('last', '7946 0958'),
        record('lead', '020 7946 0958', { objectName: 'Lead' }),
        record('b', '020 7946 0958'),
        record('case', '+442079460958', { objectName: 'Case' }),
        record('other', '020 7946 0000'),
        record('a', null, { phones: { Phone: '7946 0958', MobilePhone: '+44 20 7946 0958', Fax: null } }),
        record('thing', '+442079460958', { objectName: 'Thing__c' }),
        record('extension', '+442079460958 x1'),
        record('b', '020 7946 0958')
      ],
      options
    );
    const order = found.map(({ recordId }) => recordId);
    assert.deepEqual(order, ['a', 'b', 'lead', 'case', 'thing', 'extension', 'last']);
    assert.deepEqual(found[0], {
      recordId: 'a',
      objectName: 'Contact',
      name: 'a',
      kind: 'exact',
      field: 'MobilePhone',
      value: '+44 20 7946 0958',
      sameAs: []
    });
  });

  it('follows the order of objects that it is given', () => {
    const both = [record('contact', '020 7946 0958'), record('lead', '020 7946 0958', { objectName: 'Lead' })];
    const order = rankMatches(london, both, { ...options, objectOrder: ['Lead', 'Contact'] });
    assert.deepEqual(
      order.map(({ recordId }) => recordId),
      ['lead', 'contact']
    );
  });

  it('of a person account is one match, whichever half tells of the other', () => {
    const account = record('account', '7946 0958', { objectName: 'Account', isPersonAccount: true });
    const contact = record('contact', '020 7946 0958');
    const pairs: readonly (readonly Candidate[])[] = [
      [{ ...account, personContactId: 'contact' }, contact],
      [account, { ...contact, accountId: 'account', isPersonAccount: true }]
    ];
    for (const pair of pairs) {
      for (const found of [rankMatches(london, pair, options), rankMatches(london, [...pair].reverse(), options)]) {
        const told = found.map(({ recordId, objectName, kind, sameAs }) => [recordId, objectName, kind, sameAs]);
        assert.deepEqual(told, [['account', 'Account', 'exact', ['contact']]]);
      }
    }
    const company = [account, { ...contact, accountId: 'account' }];
    assert.equal(rankMatches(london, company, options).length, 2, 'a contact of a company is a match of its own');
    const alone = rankMatches(london, [{ ...contact, accountId: 'account', isPersonAccount: true }], options);
    assert.deepEqual(
      alone.map(({ recordId }) => recordId),
      ['contact']
    );
  });

  it('is explained for every candidate', () => {
    const candidates = [
      record('other', '020 7946 0000'),
      record('none', ' '),
      record('lead', '020 7946 0958', { objectName: 'Lead', isConverted: true }),
      record('contact', '020 7946 0958'),
      record('account', '020 7946 0958', { objectName: 'Account', personContactId: 'contact' })
    ];
    const told = explainMatches(london, candidates, options).map((reason) => [reason.recordId, reason.verdict]);
    assert.deepEqual(told, [
      ['other', 'other-number'],
      ['none', 'no-phone'],
      ['lead', 'converted-lead'],
      ['contact', 'same-person'],
      ['account', 'matched']
    ]);
    const withheld = explainMatches(parsePhoneNumber('anonymous'), candidates.slice(0, 1), options);
    assert.deepEqual(withheld, [{ recordId: 'other', verdict: 'nothing-to-search', reason: 'withheld' }]);
  });
});
