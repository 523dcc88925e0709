import assert from 'node:assert/strict';
import { readCallCenter } from './call-center';

describe('the call center of a rep', () => {
  it('says how large the panel is and what stands before our names', () => {
    const settings = {
      '/reqGeneralInfo/reqSoftphoneHeight': '420',
      '/reqGeneralInfo/reqSoftphoneWidth': '320',
      '/reqGeneralInfo/reqSoftphoneHeight/label': 'Softphone Height',
      '/ringdown/labelNamespace': 'pkg'
    };
    assert.deepEqual(readCallCenter(settings), {
      height: 420,
      width: 320,
      channelName: 'pkg__RingdownPhone__c',
      classPrefix: 'pkg.',
      fieldPrefix: 'pkg__'
    });
  });

  it('has no namespace in an org with our sources, nor by a text that is none', () => {
    for (const namespace of [undefined, 'c', '', '1x', 'a b', '../x']) {
      const center = readCallCenter({ '/reqGeneralInfo/reqUseApi': 'true', '/ringdown/labelNamespace': namespace });
      const names = [center?.channelName, center?.classPrefix, center?.fieldPrefix];
      assert.deepEqual(names, ['RingdownPhone__c', '', ''], String(namespace));
    }
  });

  it('is none without settings, and has the usual size without a size', () => {
    assert.equal(readCallCenter(null), undefined);
    assert.equal(readCallCenter({}), undefined);
    const odd = readCallCenter({ '/a/reqSoftphoneHeight': 'tall', '/a/reqSoftphoneWidth': '99999' });
    assert.deepEqual([odd?.height, odd?.width], [500, 300]);
  });
});
