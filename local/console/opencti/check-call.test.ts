import assert from 'node:assert/strict';
import { methodChecks } from './check-call';
import { screenPopProblem } from './screen-pop';

const problem = (method: string, given: Readonly<Record<string, unknown>>): string | undefined =>
  methodChecks[method]?.(given)?.code;

describe('The arguments of a method of Open CTI', () => {
  it('are named in the error with what was expected and what was found, as the documents print it', () => {
    assert.deepEqual(methodChecks['setSoftphonePanelHeight']?.({}), {
      code: 'INVALID_PARAM',
      description:
        'An invalid value was passed to the parameter heightPX. A numeric value was expected, but undefined was found instead.'
    });
  });

  it('keep the panel within the documented pixels', () => {
    for (const heightPX of [240, 2560]) assert.equal(problem('setSoftphonePanelHeight', { heightPX }), undefined);
    for (const heightPX of [239, 2561, Number.NaN])
      assert.equal(problem('setSoftphonePanelHeight', { heightPX }), 'INVALID_PARAM');
    for (const widthPX of [200, 1920]) assert.equal(problem('setSoftphonePanelWidth', { widthPX }), undefined);
    for (const widthPX of [199, 1921]) assert.equal(problem('setSoftphonePanelWidth', { widthPX }), 'INVALID_PARAM');
  });

  it('take call types in capitals, as older samples write them', () => {
    assert.equal(problem('searchAndScreenPop', { callType: 'INBOUND' }), undefined);
    assert.equal(problem('searchAndScreenPop', { callType: 'none' }), 'INVALID_PARAM');
  });

  it('of saveLog name a record or an object', () => {
    assert.equal(problem('saveLog', { object: { Id: '00T000000000001' } }), undefined);
    assert.equal(problem('saveLog', { object: { entityApiName: 'Task' } }), undefined);
    assert.equal(problem('saveLog', { object: { Subject: 'Call' } }), 'INVALID_PARAM');
    assert.equal(problem('saveLog', { object: null }), 'INVALID_PARAM');
  });

  it('of a screen pop by address stay in the org', () => {
    const url = (given: string): unknown => screenPopProblem({ type: 'url', params: { url: given } });
    assert.equal(url('/lightning/page/home'), undefined);
    for (const elsewhere of ['https://evil.test/', '//evil.test/', 'lightning'])
      assert.notEqual(url(elsewhere), undefined);
  });

  it('of a screen pop to a record are an ID of 15 or 18 characters', () => {
    const record = (recordId: unknown): unknown => screenPopProblem({ type: 'sobject', params: { recordId } });
    for (const good of ['003000000000001', '003000000000001AAA']) assert.equal(record(good), undefined);
    for (const bad of ['', '0030000000000', "003000000000001' OR", 7]) assert.notEqual(record(bad), undefined);
  });
});
