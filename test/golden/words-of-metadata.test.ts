import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readMetadataWords, type MetadataWords } from '../../scripts/package-source/words/metadata-words';
import { wordyPackages } from '../../scripts/package-source/words/package-words';
import { readXml, type XmlElement } from '../../scripts/resources/xml/read-xml';

const root = path.join(__dirname, '../..');

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function filesIn(folder: string): readonly string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .sort();
}

function wordsOf(folder: string): MetadataWords {
  const files = filesIn(`${folder}/words/metadata`).map((file) => ({ path: file, text: read(file) }));
  return readMetadataWords(files);
}

function metadataIn(
  folder: string,
  ending: string
): readonly { readonly name: string; readonly element: XmlElement }[] {
  return filesIn(`${folder}`)
    .filter((file) => file.endsWith(ending))
    .map((file) => {
      const reading = readXml(read(file));
      assert.ok(reading.ok, file);
      return { name: file, element: reading.root };
    });
}

const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.children.find((child) => child.name === name)?.text;

const deep = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...deep(child, name)]);

/** What a person reads of the objects and fields of a package in English: from the words, or from the metadata. */
type Spoken = Readonly<Record<string, string | undefined>>;

function spokenByWords({ objects }: MetadataWords): Spoken {
  return Object.fromEntries(
    objects.flatMap(({ name, label, plural, nameField, fields }) => [
      ...(label ? [[name, [label.en, plural?.en, nameField?.en].join(' | ')]] : []),
      ...fields.map((field) => [
        `${name}.${field.name}`,
        [field.label.en, field.help?.en, field.relationship?.en, ...field.values.map(({ en }) => en)].join(' | ')
      ])
    ])
  ) as Spoken;
}

function spokenByMetadata(folder: string): Spoken {
  const fields = metadataIn(`${folder}/default/objects`, '.field-meta.xml').map(({ name, element }) => {
    const [, object = '', field = ''] = /objects\/(\w+)\/fields\/(\w+)\./.exec(name) ?? [];
    const values = deep(element, 'value').map((value) => textOf(value, 'label'));
    const own = ['label', 'inlineHelpText', 'relationshipLabel'].map((part) => textOf(element, part));
    return [`${object}.${field}`, [...own, ...values].join(' | ')];
  });
  const objects = metadataIn(`${folder}/default/objects`, '.object-meta.xml').map(({ name, element }) => {
    const label = textOf(element, 'label');
    const nameField = element.children.find((child) => child.name === 'nameField');
    const own = [label, textOf(element, 'pluralLabel') ?? label, textOf(nameField, 'label')];
    return [path.basename(name).split('.')[0] ?? '', own.join(' | ')];
  });
  return Object.fromEntries([...objects, ...fields]) as Spoken;
}

/** Where names begin: behind the folder of the type. */
const folderOf = (file: string): string => /^.*\/default\/\w+\//.exec(file)?.[0] ?? '';

/** Actions of objects, as their files name them. */
const actionsOf = ({ objects }: MetadataWords): readonly string[] =>
  objects.flatMap(({ name, quickActions }) =>
    quickActions.map((action) => `${name}.${action.name} | ${action.label.en}`)
  );

describe('the words of the metadata, in English', () => {
  for (const folder of wordyPackages) {
    it(`are what ${folder} says of every object, field and value`, () => {
      assert.deepEqual(spokenByWords(wordsOf(folder)), spokenByMetadata(folder));
    });

    it(`are what ${folder} says of every app, tab, action, report, dashboard, report type and layout section`, () => {
      const kinds = {
        customApplications: ['.app-meta.xml', 'label'],
        customTabs: ['.tab-meta.xml', 'label'],
        dashboards: ['.dashboard-meta.xml', 'title'],
        quickActions: ['.quickAction-meta.xml', 'label'],
        reportTypes: ['.reportType-meta.xml', 'label'],
        reports: ['.report-meta.xml', 'name']
      } as const;
      const words = wordsOf(folder);
      for (const [kind, [ending, label]] of Object.entries(kinds)) {
        assert.deepEqual(
          words.parts[kind as keyof typeof kinds]
            .map(({ name, label: words, sections }) => [name, words.en, ...sections.map(({ en }) => en)].join(' | '))
            .concat(kind === 'quickActions' ? actionsOf(words) : [])
            .sort(),
          metadataIn(`${folder}/default`, ending)
            .map(({ name, element }) =>
              [
                name.slice(folderOf(name).length, -ending.length),
                textOf(element, label),
                ...deep(element, 'sections').map((section) => textOf(section, 'masterLabel'))
              ].join(' | ')
            )
            .sort(),
          kind
        );
      }
      const layouts = metadataIn(`${folder}/default/layouts`, '.layout-meta.xml').flatMap(({ element }) =>
        deep(element, 'layoutSections')
          .filter((section) => textOf(section, 'customLabel') === 'true')
          .map((section) => textOf(section, 'label'))
      );
      assert.deepEqual(
        words.objects.flatMap((object) => object.layouts.flatMap(({ sections }) => sections.map(({ en }) => en))),
        layouts
      );
    });
  }
});
