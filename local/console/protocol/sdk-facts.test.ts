import assert from 'node:assert/strict';
import * as sdk from 'scv-connector-base';

type Words = { readonly [name: string]: string | Words };
const { Constants } = sdk as unknown as { readonly Constants: Words };

const wordsIn = (words: Words): readonly string[] =>
  Object.entries(words).flatMap(([name, word]) => (typeof word === 'string' ? [name, word] : wordsIn(word)));
const group = (name: string): readonly string[] => Object.values(Constants[name] as Words).map(String);

// What docs/console.md says the SDK lacks; a version that brings it makes these fail.
describe('The SDK of a connector', () => {
  it('has one word of a preview, which is a kind of call and no event', () => {
    const found = wordsIn(Constants).filter((word) => /preview/i.test(word));
    assert.deepEqual([...new Set(found)], ['OUTBOUND_PREVIEW', 'OutboundPreview']);
    assert.deepEqual(group('DIALER_TYPE'), ['OutboundPreview', 'None']);
  });

  it('has no word of messages in bulk, of routing anew, or of events after a conversation', () => {
    const found = wordsIn(Constants).filter((word) => /bulk|re_?route|post_?(call|conversation)/i.test(word));
    assert.deepEqual(found, []);
  });

  it('knows calls of many by words of a call, and by no capability', () => {
    const { CallInfo, PhoneCallAttributes } = sdk as unknown as Record<string, new (fields: object) => object>;
    assert.equal('isMultiParty' in new CallInfo!({ isOnHold: false }), true);
    assert.equal('isAutoMergeOn' in new PhoneCallAttributes!({}), true);
    assert.deepEqual(
      wordsIn(Constants).filter((word) => /multi_?party|auto_?merge/i.test(word)),
      []
    );
  });
});
