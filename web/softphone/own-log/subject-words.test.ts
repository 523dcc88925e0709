import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../words';
import { subjectLines, subjectWordsIn } from './subject-words';

const source = path.join(__dirname, '../../../force-app/main/default');
const capital = (name: string): string => name.replace(/^./, (first) => first.toUpperCase());

describe('what the softphone calls its logs', () => {
  for (const tag of Object.keys(languages))
    it(`is what the panel calls them in ${tag}`, () => {
      const file = tag === 'en' ? 'labels/CustomLabels.labels-meta.xml' : `translations/${tag}.translation-meta.xml`;
      const text = readFileSync(path.join(source, file), 'utf8');
      for (const [name, words] of Object.entries(subjectLines[tag]!)) {
        const label = `CallLogSubject${capital(name)}`;
        const place =
          tag === 'en'
            ? new RegExp(`<fullName>${label}</fullName>(?:(?!</labels>).)*<value>([^<]*)</value>`, 's')
            : new RegExp(`<label>([^<]*)</label>\\s*<name>${label}</name>`);
        assert.equal(words, place.exec(text)?.[1], label);
      }
    });

  it('has words for every channel and direction, and for a language that nobody speaks', () => {
    assert.equal(subjectWordsIn('xx').voicemail.outbound, 'Voicemail for {0}');
    assert.equal(subjectWordsIn('de').phone.inbound, 'Anruf von {0}');
  });
});
