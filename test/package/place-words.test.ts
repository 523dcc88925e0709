import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { languages } from '../../web/softphone/words';

const file = path.join(__dirname, '../../force-app/main/words/phone-places.yaml');
const same = {
  PhonePlacesTitle: 'places',
  PhonePlacesElsewhere: 'elsewhere',
  PhonePlacesNowhereElse: 'nowhereElse',
  PhonePlacesSince: 'placeSince',
  PhonePlacesUnknown: 'unknownPlace',
  PhonePlacesLogOutThere: 'logOutThere'
} as const;

describe('the places where a rep is logged in', () => {
  it('are told on Salesforce Voice in the words of the softphone, in every language', () => {
    const words = parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
    assert.deepEqual(Object.keys(languages).sort(), Object.keys(words.PhonePlacesTitle ?? {}).sort());
    for (const [label, word] of Object.entries(same))
      for (const [tag, ofSoftphone] of Object.entries(languages))
        assert.equal(words[label]?.[tag], ofSoftphone[word], `${label} in ${tag}`);
  });
});
