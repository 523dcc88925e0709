import assert from 'node:assert/strict';
import { type Outcome } from '../open-cti';
import { type Interaction } from '../../../core/interaction/interaction';
import { relatedRecords } from './related-records';
import { sampleLeg } from './stand-ins';

describe('whom a leg is about', () => {
  const ann = { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' };
  const bob = { recordId: '003000000000002AAA', name: 'Bob', objectName: 'Contact' };
  let searched: unknown[];
  const about = (change: Partial<Interaction>, answers: readonly Outcome[], dialled?: typeof ann) => {
    searched = [];
    return relatedRecords(
      { interaction: { ...sampleLeg, ...change }, ...(dialled ? { dialled } : {}) },
      {
        searchAndScreenPop: (search) => {
          searched.push([search.searchParams, search.callType, search.deferred]);
          return Promise.resolve(answers[searched.length - 1] ?? { ok: true, value: {} });
        }
      }
    );
  };
  const found = (...records: readonly (typeof ann)[]): Outcome => ({
    ok: true,
    value: {
      ...Object.fromEntries(
        records.map(({ recordId, name, objectName }) => [recordId, { Name: name, RecordType: objectName }])
      ),
      SCREEN_POP_DATA: { type: 'sobject' }
    }
  });

  it('is the only one with the number, however it is written, and nothing pops', async () => {
    assert.deepEqual(await about({}, [found(ann)]), [ann]);
    assert.deepEqual(searched, [['+442079460958', 'INBOUND', true]]);
    assert.deepEqual(await about({ direction: 'outbound', to: '+442079460111' }, [found(), found(bob)]), [bob]);
    assert.deepEqual(searched, [
      ['+442079460111', 'OUTBOUND', true],
      ['02079460111', 'OUTBOUND', true]
    ]);
  });

  it('is nobody of several, nobody for a number that nobody has, and no colleague', async () => {
    assert.deepEqual(await about({}, [found(ann, bob)]), []);
    assert.deepEqual(await about({}, []), []);
    assert.deepEqual(await about({ from: 'anonymous' }, [found(ann)]), []);
    assert.deepEqual(searched, []);
    assert.deepEqual(await about({ direction: 'internal' }, [found(ann)]), []);
    assert.deepEqual(await about({}, [found({ ...ann, recordId: '005000000000001AAA' })]), []);
  });

  it('is what the phone system found, or the record from which the rep dialled, without a search', async () => {
    assert.deepEqual(await about({ match: [ann] }, [found(bob)], bob), [ann]);
    assert.deepEqual(await about({ direction: 'outbound' }, [found(ann)], bob), [bob]);
    assert.deepEqual(await about({ match: [ann, bob] }, [found(ann)]), []);
    assert.deepEqual(searched, []);
  });

  it('is asked again later when Salesforce does not answer, and is not known when it refuses', async () => {
    const silent = about({}, [{ ok: false, why: 'timed-out', words: 'silence' }]);
    await assert.rejects(silent, { problem: { kind: 'offline', message: 'silence' } });
    const refused: Outcome = { ok: false, why: 'refused', words: 'No.' };
    assert.deepEqual(await about({}, [refused, refused]), []);
  });
});
