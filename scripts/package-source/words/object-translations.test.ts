import assert from 'node:assert/strict';
import { readMetadataWords } from './metadata-words';
import { objectTranslationFiles } from './object-translations';

const all = (word: string): string => `{ en: ${word}, de: d ${word}, fr: ${word}, es: s ${word}, ja: j ${word} }`;

const files = (text: string): ReadonlyMap<string, string> =>
  new Map(
    objectTranslationFiles(readMetadataWords([{ path: 'words.yaml', text }]).objects).map(({ path, content }) => [
      path.replace('objectTranslations/', ''),
      content.replace(/\n\s*/g, '')
    ])
  );

const thing = `objects:
  Thing__c:
    label: ${all('appel')}
    plural: ${all('appels')}
    nameField: ${all('numéro')}
    gender: { de: Feminine, fr: Masculine }
    germanCases: { DativePlural: d appelen }
    fields:
      Kind__c:
        label: ${all('Kind')}
        help: ${all('What kind')}
        relationship: ${all('Things')}
        values:
          QueueCall: ${all('Queue Call')}
`;

describe('the translations of objects', () => {
  it('are one file for the object and one for each field, in every language', () => {
    assert.deepEqual(
      [...files(thing).keys()].filter((path) => path.startsWith('Thing__c-ja')),
      ['Thing__c-ja/Thing__c-ja.objectTranslation-meta.xml', 'Thing__c-ja/Kind__c.fieldTranslation-meta.xml']
    );
    assert.equal(files(thing).size, 8);
  });

  it('decline the name in German, count it in French and Spanish, and leave it alone in Japanese', () => {
    const of = (language: string): string =>
      files(thing).get(`Thing__c-${language}/Thing__c-${language}.objectTranslation-meta.xml`) ?? '';
    const values = (language: string): readonly string[] =>
      [...of(language).matchAll(/<plural>(\w+)<\/plural><value>([^<]+)/g)].map(
        ([, plural, value]) => `${plural} ${value}`
      );
    assert.deepEqual(values('de').slice(-2), ['false d appel', 'true d appelen']);
    assert.equal(values('de').length, 8);
    assert.deepEqual(values('es'), ['false s appel', 'true s appels']);
    assert.deepEqual(values('ja'), ['false j appel']);
    assert.match(of('de'), /<gender>Feminine<\/gender>/);
    assert.match(of('fr'), /<gender>Masculine<\/gender><nameFieldLabel>numéro<\/nameFieldLabel><startsWith>Vowel<\//);
  });

  it('name a value by its English label', () => {
    assert.match(
      files(thing).get('Thing__c-de/Kind__c.fieldTranslation-meta.xml') ?? '',
      /<help>d What kind<\/help><label>d Kind<\/label><name>Kind__c<\/name><picklistValues><masterLabel>Queue Call<\/masterLabel><translation>d Queue Call<\/translation><\/picklistValues><relationshipLabel>d Things</
    );
  });

  it('hold the sections of a layout', () => {
    const text = `objects:\n  Task:\n    layouts:\n      Call Layout:\n        Call: ${all('Call')}\n`;
    assert.match(
      files(text).get('Task-es/Task-es.objectTranslation-meta.xml') ?? '',
      /<layouts><layout>Call Layout<\/layout><sections><label>s Call<\/label><section>Call<\/section><\/sections><\/layouts>/
    );
  });

  it('name the actions of an object', () => {
    const text = `objects:\n  Task:\n    quickActions:\n      Call: ${all('Call')}\n`;
    assert.match(
      files(text).get('Task-es/Task-es.objectTranslation-meta.xml') ?? '',
      /<quickActions><label>s Call<\/label><name>Call<\/name><\/quickActions>/
    );
  });
});
