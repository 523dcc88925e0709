import assert from 'node:assert/strict';
import { shownFields, type Field } from './record-fields';

const field = (name: string, type = 'string', more: Partial<Field> = {}): Field => ({
  ...{ name, label: name, type },
  ...more
});

describe('What a record page shows', () => {
  const names = (fields: readonly Field[], values: Readonly<Record<string, unknown>>): readonly string[] =>
    shownFields(fields, values).map(({ name }) => name);

  it('is nothing of what Salesforce keeps of every record', () => {
    const values = { Id: '003', IsDeleted: false, SystemModstamp: '2026-11-22T05:49:34.412+0000', Subject: 'Call' };
    assert.deepEqual(
      names(
        [field('Id', 'id'), field('IsDeleted', 'boolean'), field('SystemModstamp', 'datetime'), field('Subject')],
        values
      ),
      ['Subject']
    );
  });

  it('is nothing that is empty', () => {
    const values = { Title: null, Phone: '', AccountId: null, Department: 'Sales' };
    assert.deepEqual(
      names([field('Title'), field('Phone', 'phone'), field('AccountId', 'reference'), field('Department')], values),
      ['Department']
    );
  });

  it('is a name once, and its parts where there is no whole', () => {
    const fields = [field('LastName'), field('FirstName'), field('Name')];
    assert.deepEqual(names(fields, { LastName: 'Kim', FirstName: 'Alex', Name: 'Alex Kim' }), ['Name']);
    assert.deepEqual(names(fields, { LastName: 'Kim', FirstName: 'Alex' }), ['LastName', 'FirstName']);
  });

  it('is a record in place of an id, a number to call, and words for times, days and boxes', () => {
    const fields = [
      field('OwnerId', 'reference', { label: 'Owner ID', referenceTo: ['User'] }),
      field('Phone', 'phone'),
      field('DoNotCall', 'boolean'),
      field('ActivityDate', 'date'),
      field('WhenSaid', 'datetime')
    ];
    const shown = shownFields(fields, {
      ...{ OwnerId: '0055g0000000001AAA', Phone: '+14155550123', DoNotCall: false },
      ...{ ActivityDate: '2026-11-22', WhenSaid: 'never' }
    });
    assert.deepEqual(
      shown.map(({ label, kind, value }) => [label, kind, value]),
      [
        ['Owner', 'record', '0055g0000000001AAA'],
        ['Phone', 'phone', '+14155550123'],
        ['DoNotCall', 'text', 'No'],
        ['ActivityDate', 'text', '11/22/2026'],
        ['WhenSaid', 'text', 'never']
      ]
    );
  });
});
