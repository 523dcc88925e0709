import assert from 'node:assert/strict';
import type { Row } from '../org-data';
import { newState } from '../seed/new-state';
import { fieldsOf, sobjectNamed } from '../sobjects/sobjects';
import { openOrg } from '../state/open-org';
import type { LocalOrg } from '../state/state';
import { matches } from './matches';
import { parseSosl } from './parse-sosl';
import { runSearch } from './run-search';
import { parseTerm } from './search-term';
import { makeWordIndex } from './word-index';

const now = (): Date => new Date('2026-11-20T10:00:00Z');
const numbers = [
  '+14155550170',
  '(415) 555-0170',
  '+1 415 555 0171',
  '415.555.0170',
  '+44 20 7946 0958',
  '5550170',
  ''
];
const terms = [
  ...['"14155550170"', '"1 415 555 0170"', '"4155550170" OR "415 555 0170"', '5550170', '415*', '"415 555*"'],
  ...['kim', 'kim*', '"alex kim"', '"kim alex"', 'alex AND NOT kim', 'alex kim', '(alex OR noor) haddad', '"--"']
];
const names = ['Alex Kim', 'Noor Haddad', 'Alex Haddad', 'Kim Alexander', 'Müller-Kim Noor'];

describe('an index of words', () => {
  let org: LocalOrg;
  beforeEach(() => {
    org = openOrg(newState({ kind: 'sandbox', now }), now);
    for (const Name of names) for (const Phone of numbers) org.insert('Contact', { Name, Phone, MobilePhone: null });
  });

  const contact = () => sobjectNamed(org, 'Contact')!;
  const fields = () => [...fieldsOf(org, contact()).values()];
  const admin = () => org.rows('User')[0]!.Id;
  const byLooking = (term: string): readonly string[] => {
    const read = parseTerm(term);
    const searched = fields().filter(({ type }) => ['string', 'textarea', 'email', 'phone', 'url'].includes(type));
    return org.rows('Contact').flatMap((row) => (matches(read, row, searched) ? row.Id : []));
  };
  const bySearch = (term: string): readonly string[] => {
    const [found = []] = runSearch(
      { org, userId: admin(), base: '' },
      parseSosl(`FIND {${term}} RETURNING Contact(Id)`)
    );
    return found.map(({ Id }) => String(Id));
  };
  const agrees = (): void => {
    for (const term of terms.filter((each) => each !== '"--"')) assert.deepEqual(bySearch(term), byLooking(term), term);
  };

  it('finds what a look at every row finds, in the same order', () => {
    assert.equal(bySearch('"14155550170"').length, names.length);
    agrees();
  });

  it('follows rows that are made, changed, taken away, and taken back with a transaction', () => {
    agrees();
    const [first, second, third] = org.rows('Contact') as [Row, Row, Row];
    org.update('Contact', first.Id, { Phone: '+442079460958', Name: 'Kim Kim' });
    org.remove('Contact', second.Id);
    org.insert('Contact', { Name: 'Alex Kim', Phone: null, MobilePhone: '+1 (415) 555-0170' });
    agrees();
    const before = bySearch('kim OR 5550170');
    assert.throws(() =>
      org.transaction(() => {
        org.update('Contact', third.Id, { Name: 'Gone' });
        org.transaction(() => org.remove('Contact', first.Id));
        agrees();
        throw new Error('taken back');
      })
    );
    assert.deepEqual(bySearch('kim OR 5550170'), before);
    agrees();
  });

  it('leaves out most rows where words or numbers are whole, and none where they are not', () => {
    const index = makeWordIndex(fields());
    org.rows('Contact').forEach(index.put);
    const size = (term: string): number | undefined => index.candidates(parseTerm(term))?.length;
    // Written with and without what stands between the digits.
    assert.equal(size('"14155550170"'), names.length);
    assert.equal(size('"1 415 555 0171"'), names.length);
    assert.equal(size('"nobody here"'), 0);
    assert.equal(size('415*'), undefined);
    assert.equal(size('kim*'), undefined);
    assert.equal(size('alex AND NOT kim'), 2 * numbers.length);
  });
});
