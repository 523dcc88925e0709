import assert from 'node:assert/strict';
import { customLabelsFile, translationFiles } from './label-files';
import { readLabelWords } from './label-words';
import { readMetadataWords } from './metadata-words';

const all = (word: string): string => `{ en: ${word}, de: d ${word}, fr: f ${word}, es: s ${word}, ja: j ${word} }`;
const { labels } = readLabelWords([
  { path: 'words.yaml', text: `CallLogTitle: { en: '<Save> & go', de: 'd', fr: 'f', es: 's', ja: 'j' }` }
]);
const { parts } = readMetadataWords([
  {
    path: 'words.yaml',
    text: `customTabs:\n  Setup:\n    label: ${all('Setup')}\n    description: ${all('long')}\nreportTypes:\n  Calls:\n    label: ${all('Calls')}\n    description: ${all('All')}\n    sections:\n      Times: ${all('Times')}\n`
  }
]);
const none = readMetadataWords([]).parts;
const flat = (text = ''): string => text.replace(/\n\s*/g, '');

describe('the files of labels and translations', () => {
  it('hold each label in English, escaped, protected and described', () => {
    assert.match(
      flat(customLabelsFile(labels)[0]?.content),
      /<fullName>CallLogTitle<\/fullName><language>en_US<\/language><protected>true<\/protected><shortDescription>Call Log Title<\/shortDescription><value>&lt;Save&gt; &amp; go<\/value>/
    );
  });

  it('hold every language, with what has a description and what has none', () => {
    const files = translationFiles(labels, parts, 66);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['de', 'fr', 'es', 'ja'].map((language) => `translations/${language}.translation-meta.xml`)
    );
    const french = flat(files[1]?.content);
    assert.match(french, /<customLabels><label>f<\/label><name>CallLogTitle<\/name><\/customLabels>/);
    assert.match(french, /<customTabs><label>f Setup<\/label><name>Setup<\/name><\/customTabs>/);
    assert.match(
      french,
      /<description>f All<\/description><label>f Calls<\/label><name>Calls<\/name><sections><label>f Times<\/label><name>Times<\/name>/
    );
  });

  it('are not there for a package without words', () => {
    assert.deepEqual([...customLabelsFile([]), ...translationFiles([], none, 66)], []);
    assert.equal(translationFiles([], parts, 66).length, 4);
    assert.equal(translationFiles(labels, none, 66).length, 4);
  });

  it('name reports and dashboards from the API version on that knows their translations, in the order of elements', () => {
    const text = `reports:\n  Folder/Calls:\n    label: ${all('Calls')}\n    description: ${all('All')}\ndashboards:\n  Folder/Team:\n    label: ${all('Team')}\ncustomTabs:\n  Setup:\n    label: ${all('Setup')}\n`;
    const read = readMetadataWords([{ path: 'words.yaml', text }]);
    assert.deepEqual(read.problems, []);
    const german = (apiVersion: number): string => flat(translationFiles(labels, read.parts, apiVersion)[0]?.content);
    assert.doesNotMatch(german(66), /<reports>|<dashboards>/);
    assert.match(
      german(67),
      /<\/customTabs><dashboards><label>d Team<\/label><name>Folder\/Team<\/name><\/dashboards><reports><description>d All<\/description><label>d Calls<\/label><name>Folder\/Calls<\/name><\/reports><\/Translations>/
    );
  });

  it('are not there when an org of this API version could take nothing of what there is to say', () => {
    const { parts: reports } = readMetadataWords([
      { path: 'words.yaml', text: `reports:\n  Folder/Calls:\n    label: ${all('Calls')}\n` }
    ]);
    assert.deepEqual(translationFiles([], reports, 66), []);
    assert.equal(translationFiles([], reports, 67).length, 4);
  });
});
