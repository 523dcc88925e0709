import assert from 'node:assert/strict';
import { layoutFor, popFor, usualLayout, type PopSetting } from './softphone-layout';

const { Inbound } = usualLayout;
const searched = { searchString: '+1415', recordIds: [] as readonly string[] };
const noMatch = (NoMatch: PopSetting): typeof Inbound => ({
  ...Inbound,
  screenPopSettings: { ...Inbound.screenPopSettings, NoMatch }
});

describe('The softphone layout', () => {
  it('pops the only match, and a search for many', () => {
    assert.deepEqual(popFor(Inbound, { ...searched, recordIds: ['003a'] }), {
      type: 'sobject',
      params: { recordId: '003a' }
    });
    assert.deepEqual(popFor(Inbound, { ...searched, recordIds: ['003a', '001b'] }), {
      type: 'search',
      params: { searchString: '+1415' }
    });
  });

  it('pops nothing without a match, unless it names a new record, a page or a flow', () => {
    assert.equal(popFor(Inbound, searched), undefined);
    assert.deepEqual(
      popFor(noMatch({ screenPopType: 'PopToEntity', screenPopData: 'Lead' }), {
        ...searched,
        defaultFieldValues: { Phone: '+1415' }
      }),
      { type: 'newRecord', params: { entityName: 'Lead', defaultFieldValues: { Phone: '+1415' } } }
    );
    assert.deepEqual(
      popFor(noMatch({ screenPopType: 'PopToVisualforce', screenPopData: 'Who' }), { ...searched, queryParams: 'a=1' }),
      { type: 'url', params: { url: '/apex/Who?a=1' } }
    );
    assert.deepEqual(popFor(noMatch({ screenPopType: 'PopToFlow', screenPopData: 'Who' }), searched), {
      type: 'flow',
      params: { flowDevName: 'Who' }
    });
  });

  it('pops nothing for outbound and internal calls', () => {
    for (const callType of ['outbound', 'INTERNAL'])
      assert.equal(popFor(layoutFor(usualLayout, callType), { ...searched, recordIds: ['003a'] }), undefined);
  });
});
