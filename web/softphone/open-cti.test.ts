import assert from 'node:assert/strict';
import { type Timers } from '../phone-page/timers';
import { openCtiOf, type OpenCti } from './open-cti';

type Given = Readonly<Record<string, unknown>> & { readonly callback: (response: unknown) => void };

describe('the door to Open CTI', () => {
  const due: (() => void)[] = [];
  const timers: Timers = {
    steady: () => 0,
    wall: () => 0,
    after: (_, call) => {
      due.push(call);
      return () => void due.splice(due.indexOf(call), 1);
    }
  };
  const doorTo = (library: object): OpenCti =>
    openCtiOf({ sforce: { opencti: library } } as unknown as Window, timers) as OpenCti;
  beforeEach(() => due.splice(0));

  it('is shut while the library is not there', () => {
    assert.equal(openCtiOf({} as Window, timers), undefined);
    assert.equal(openCtiOf({ sforce: {} } as unknown as Window, timers), undefined);
  });

  it('gives what a method returned, and takes its deadline back', async () => {
    const door = doorTo({
      runApex: ({ callback, ...given }: Given) => callback({ success: true, returnValue: given, errors: null })
    });
    assert.deepEqual(await door.runApex('pkg.PhoneUser', 'current'), {
      ok: true,
      value: { apexClass: 'pkg.PhoneUser', methodName: 'current', methodParams: '' }
    });
    assert.equal(due.length, 0);
  });

  const refusals: readonly (readonly [string, unknown, string])[] = [
    ['objects', { success: false, errors: [{ code: 'GENERIC_ERROR', description: 'No panel.' }] }, 'No panel.'],
    ['text', { success: false, errors: ['One.', 'Two.'] }, 'One. Two.'],
    ['nothing', { success: false, errors: null }, 'Salesforce gave no reason.'],
    ['no response at all', undefined, 'Salesforce gave no reason.']
  ];
  for (const [what, response, words] of refusals)
    it(`gives a refusal as a value, with errors that are ${what}`, async () => {
      const door = doorTo({ refreshView: ({ callback }: Given) => callback(response) });
      assert.deepEqual(await door.refreshView(), { ok: false, why: 'refused', words });
    });

  it('waits for no answer longer than its deadline, and lets a late one pass', async () => {
    let late: Given['callback'] | undefined;
    const door = doorTo({ getCallCenterSettings: ({ callback }: Given) => (late = callback) });
    const asked = door.getCallCenterSettings();
    due[0]!();
    const outcome = await asked;
    late!({ success: true, returnValue: {} });
    assert.equal(!outcome.ok && outcome.why, 'timed-out');
  });

  it('gives what the library throws, or does not have, as a value too', async () => {
    const door = doorTo({
      setSoftphonePanelHeight: () => {
        throw new TypeError('heightPX');
      }
    });
    const [thrown, missing] = [await door.setSoftphonePanelHeight(1), await door.publish('c', {})];
    assert.deepEqual([!thrown.ok && thrown.why, !missing.ok && missing.why], ['refused', 'missing']);
  });

  it('uses the constants of the library, and their usual values where it has none', async () => {
    const types: unknown[] = [];
    const screenPop = ({ type, callback }: Given): void => {
      types.push(type);
      callback({ success: true });
    };
    const pop = { type: 'NEW_RECORD_MODAL', params: { entityName: 'Contact' } } as const;
    await doorTo({ screenPop, SCREENPOP_TYPE: { NEW_RECORD_MODAL: 'newRecord' } }).screenPop(pop);
    await doorTo({ screenPop }).screenPop({ type: 'SOBJECT', params: { recordId: '003000000000001AAA' } });
    assert.deepEqual(types, ['newRecord', 'sobject']);
  });

  it('passes a clicked number on, and nothing that has none', () => {
    const clicks: unknown[] = [];
    let listener: ((payload: unknown) => void) | undefined;
    doorTo({ onClickToDial: (given: { listener: typeof listener }) => (listener = given.listener) }).onClickToDial(
      (click) => clicks.push(click)
    );
    listener!({ number: '020 7946 0111', recordId: '003', recordName: 'Carol', objectType: 'Contact', params: '' });
    listener!({ recordId: '003' });
    listener!(undefined);
    assert.deepEqual(clicks, [
      { number: '020 7946 0111', recordId: '003', recordName: 'Carol', objectName: 'Contact' }
    ]);
  });
});
