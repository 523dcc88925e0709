import { addRecord, removeRecord, type RelatedRecord } from '../relatedRecord';
import { searchResults } from '../searchResults';
import { searchTermOf } from '../searchTerm';

const record = (objectName: string, recordId: string = objectName): RelatedRecord => ({
  recordId,
  objectName,
  name: recordId
});
const ids = (records: readonly RelatedRecord[]): readonly string[] => records.map(({ recordId }) => recordId);

describe('searchTermOf', () => {
  it.each([
    ['too little', 'a', undefined],
    ['blanks', '   ', undefined],
    ['signs only', '***', undefined],
    ['a name', ' Ann   Ex ', 'Ann* AND Ex*'],
    ['a name with signs', `O'Neil-Smith`, 'O* AND Neil* AND Smith*'],
    ['an operator', 'this OR that', 'this* AND OR* AND that*'],
    ['one character of a language without blanks', '田中', '田中*'],
    ['an address', 'ann+x@example.com', String.raw`"ann\+x@example.com"`],
    ['an attempt to close the phrase', 'a" OR "b@c', String.raw`"a\" OR \"b@c"`],
    ['a case number', '00001026', '"00001026"'],
    ['a case number without its zeros', '1026', '"1026" OR "00001026"']
  ])('reads %s', (_name, text, term) => {
    expect(searchTermOf(text)).toBe(term);
  });

  it('asks for each spelling of a number once', () => {
    expect(searchTermOf('+49 30 1', ['+49301', '030 1', '+49301'])).toBe(
      String.raw`"\+49 30 1" OR "\+49301" OR "030 1"`
    );
  });
});

describe('addRecord', () => {
  it('keeps one person and one thing', () => {
    const chosen = addRecord(addRecord([], record('Account')), record('Contact'));
    expect(ids(chosen)).toEqual(['Contact', 'Account']);
    expect(ids(addRecord(chosen, record('Contact', 'other')))).toEqual(['other', 'Account']);
    expect(ids(addRecord(chosen, record('Case')))).toEqual(['Contact', 'Case']);
  });

  it('leaves a lead alone, because the platform takes nothing beside it', () => {
    expect(ids(addRecord([record('Contact'), record('Case')], record('Lead')))).toEqual(['Lead']);
    expect(ids(addRecord([record('Lead')], record('Case')))).toEqual(['Case']);
  });

  it('takes the person of a case unless one was chosen', () => {
    const withPerson = { ...record('Case'), person: { recordId: 'Ann', name: 'Ann' } };
    expect(ids(addRecord([], withPerson))).toEqual(['Ann', 'Case']);
    expect(ids(addRecord([record('Contact')], withPerson))).toEqual(['Contact', 'Case']);
  });

  it('removes a record', () => {
    expect(ids(removeRecord([record('Contact'), record('Case')], 'Contact'))).toEqual(['Case']);
  });
});

describe('searchResults', () => {
  it.each([[undefined], [null], ['text'], [[]], [[[], [null, {}], 'x']]])('makes nothing of %j', (answer) => {
    expect(searchResults(answer)).toEqual([]);
  });

  it('names a record by its id when the user may read no name', () => {
    expect(searchResults([[{ Id: '003' }], [], [{ Id: '001' }], [{ Id: '500' }]])).toEqual([
      { objectName: 'Contact', records: [{ recordId: '003', objectName: 'Contact', name: '003', detail: '' }] },
      { objectName: 'Account', records: [{ recordId: '001', objectName: 'Account', name: '001', detail: '' }] },
      { objectName: 'Case', records: [{ recordId: '500', objectName: 'Case', name: '500', detail: '' }] }
    ]);
  });
});
