import { ownFields, ownPrefix } from 'c/ownFields';

const prefix = 'ns__';

describe('c-own-fields', () => {
  it('takes the namespace of the package from the names of its fields', () => {
    expect(ownPrefix).toBe('');

    jest.isolateModules(() => {
      const field = { fieldApiName: 'ns__PartKey__c', objectApiName: 'ns__CallLogPart__c' };
      jest.doMock('@salesforce/schema/CallLogPart__c.PartKey__c', () => ({ default: field, __esModule: true }), {
        virtual: true
      });
      expect(jest.requireActual<{ ownPrefix: string }>('c/ownFields').ownPrefix).toBe('ns__');
    });
  });

  it('names own fields as the source does, in related records and lists of them too', () => {
    const answer = [
      {
        Id: '00T000000000001',
        ns__CallKey__c: 'a',
        Who: { Id: '003000000000001', Name: 'Ada', ns__Own__c: 1 },
        ns__FirstPart__r: { Id: 'a00000000000001', ns__PartNumber__c: 1 },
        Rows: [{ ns__Text__c: 'x' }]
      }
    ];

    expect(ownFields(answer, prefix)).toEqual([
      {
        Id: '00T000000000001',
        CallKey__c: 'a',
        Who: { Id: '003000000000001', Name: 'Ada', Own__c: 1 },
        FirstPart__r: { Id: 'a00000000000001', PartNumber__c: 1 },
        Rows: [{ Text__c: 'x' }]
      }
    ]);
  });

  it('leaves standard fields, fields of others and values as they are', () => {
    const answer = { Subject: 'ns__Text__c', other__Text__c: 'ns__', nsText__c: true, ns__Flag__c: false };

    expect(ownFields(answer, prefix)).toEqual({
      Subject: 'ns__Text__c',
      other__Text__c: 'ns__',
      nsText__c: true,
      Flag__c: false
    });
  });

  it.each([
    [{ ns__Channel__c: 'Phone', Channel__c: 'of the org' }],
    [{ Channel__c: 'of the org', ns__Channel__c: 'Phone' }],
    [{ NS__Channel__c: 'Phone' }]
  ])('means the field of the package where the org has one of the same name: %j', (answer) => {
    expect(ownFields(answer, prefix)).toEqual({ Channel__c: 'Phone' });
  });

  it('changes nothing without a namespace, and nothing in what Apex answered', () => {
    const answer = Object.freeze([Object.freeze({ ns__CallKey__c: 'a' })]);

    expect(ownFields(answer)).toBe(answer);
    expect(ownFields(answer, prefix)).toEqual([{ CallKey__c: 'a' }]);
    expect(answer).toEqual([{ ns__CallKey__c: 'a' }]);
  });

  it.each([undefined, null, 'ns__', 7, true])('gives back what is no record: %j', (answer) => {
    expect(ownFields(answer, prefix)).toBe(answer);
  });
});
