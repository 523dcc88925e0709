import { leaf, writeMetadata, type XmlNode } from '../../resources/xml/write-xml';
import type { WrittenFile } from './label-files';
import type { FieldWords, ObjectWords } from './metadata-words';
import { languages, type Language } from './words';

/** The translations of objects, decomposed as in source format: one file for the object, one for each field. */
export function objectTranslationFiles(objects: readonly ObjectWords[]): readonly WrittenFile[] {
  return objects.flatMap((object) =>
    languages.flatMap((language) => {
      const folder = `objectTranslations/${object.name}-${language}`;
      const fields = object.fields.map((field) => ({
        path: `${folder}/${field.name}.fieldTranslation-meta.xml`,
        content: writeMetadata('CustomFieldTranslation', fieldNodes(field, language))
      }));
      const path = `${folder}/${object.name}-${language}.objectTranslation-meta.xml`;
      return [{ path, content: writeMetadata('CustomObjectTranslation', objectNodes(object, language)) }, ...fields];
    })
  );
}

function objectNodes(object: ObjectWords, language: Language): readonly XmlNode[] {
  const gender = object.gender[language];
  const startsWith = language === 'fr' && object.label ? frenchStart(object.label.fr) : undefined;
  return [
    ...caseValues(object, language),
    ...leaf('gender', gender),
    ...object.layouts.map(({ name, sections }) => ({
      name: 'layouts',
      content: [
        ...leaf('layout', name),
        ...sections.map((section) => ({
          name: 'sections',
          content: [...leaf('label', section[language]), ...leaf('section', section.en)]
        }))
      ]
    })),
    ...leaf('nameFieldLabel', object.nameField?.[language]),
    ...object.quickActions.map(({ name, label }) => ({
      name: 'quickActions',
      content: [...leaf('label', label[language]), ...leaf('name', name)]
    })),
    ...leaf('startsWith', startsWith)
  ];
}

// German declines the name of an object in four cases; the other languages have one form for each number.
function caseValues({ label, plural, germanCases }: ObjectWords, language: Language): readonly XmlNode[] {
  if (!label) return [];
  const node = (isPlural: boolean, value: string, caseType?: string): XmlNode => ({
    name: 'caseValues',
    content: [...leaf('caseType', caseType), ...leaf('plural', isPlural), ...leaf('value', value)]
  });
  const both = [label[language], plural?.[language] ?? label[language]] as const;
  // Japanese has no plural.
  if (language === 'ja') return [node(false, both[0])];
  if (language !== 'de') return [node(false, both[0]), node(true, both[1])];
  return ['Nominative', 'Accusative', 'Genitive', 'Dative'].flatMap((caseType) => [
    node(false, germanCases[caseType] ?? both[0], caseType),
    node(true, germanCases[`${caseType}Plural`] ?? both[1], caseType)
  ]);
}

function fieldNodes(field: FieldWords, language: Language): readonly XmlNode[] {
  return [
    ...leaf('help', field.help?.[language]),
    ...leaf('label', field.label[language]),
    ...leaf('name', field.name),
    ...field.values.map((value) => ({
      name: 'picklistValues',
      content: [...leaf('masterLabel', value.en), ...leaf('translation', value[language])]
    })),
    ...leaf('relationshipLabel', field.relationship?.[language])
  ];
}

// French elides its articles before a vowel or a silent h: l’appel, le journal.
const frenchStart = (label: string): string => (/^[aeiouyhàâéèêëîïôûù]/i.test(label) ? 'Vowel' : 'Consonant');
