import type { Entry } from '../entries';
import { keepEntries, keptEntries } from '../keptEntries';
import { active } from './fakes';

const here = (): Storage => sessionStorage;
const record = { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' };
const popped: Entry = {
  interaction: active({ attributes: { secret: 'x' } }),
  outcome: { kind: 'popped', decision: { kind: 'open', interactionKey: 'call-1', rule: 'r', record } }
};
const choose: Entry = {
  interaction: active({ interactionKey: 'call-2' }),
  outcome: {
    kind: 'choose',
    decision: { kind: 'chooser', interactionKey: 'call-2', rule: 'r', records: [record, record] }
  }
};
const failed: Entry = {
  interaction: active(),
  outcome: { kind: 'failed', failure: {}, moment: 'accepted', maybe: [] }
};

describe('the list of before a reload', () => {
  afterEach(() => sessionStorage.clear());

  it('is what opened and what waits, without what the phone system knows of the person', () => {
    keepEntries(here, 'list', [popped, failed, choose]);
    const found = keptEntries(here, 'list');
    expect(found.map(({ outcome }) => outcome)).toEqual([popped.outcome, choose.outcome]);
    const { queue: _queue, answeredAt: _answered, ...brief } = active();
    expect(found[0]!.interaction).toEqual(brief);
    expect(keptEntries(here, 'another')).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['no list', '{}'],
    ['nothing', '[null]'],
    ['no interaction', JSON.stringify([{ outcome: popped.outcome }])],
    ['an outcome that is not kept', JSON.stringify([failed])],
    ['a record without a name', JSON.stringify([popped]).replace('"name":"Ann",', '')],
    ['a chooser that opened', JSON.stringify([choose]).replace('"choose"', '"popped"')],
    ['a decision of another release', JSON.stringify([popped]).replace('"open"', '"flow"')]
  ])('leaves out %s', (_what, text) => {
    sessionStorage.setItem('list', text);
    expect(keptEntries(here, 'list')).toEqual([]);
  });

  it('is empty where the browser stores nothing', () => {
    const refused = (): Storage => {
      throw new DOMException('refused', 'SecurityError');
    };
    keepEntries(refused, 'list', [popped]);
    expect(keptEntries(refused, 'list')).toEqual([]);
  });
});
