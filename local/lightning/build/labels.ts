import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseXml } from '../../org/metadata/xml/parse-xml';
import { childrenOf, textOf, type XmlElement } from '../../org/metadata/xml/xml-element';
import { packageFolders } from '../project';

/** The languages of the packages; words are written in the first. */
export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Language = (typeof languages)[number];

/** What every custom label says in every language, by the label's name. */
export type Labels = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Reads the custom labels and their translations. A label that one language lacks is refused: nobody would see that it is missing. */
export function readLabels(root: string): Labels {
  const folders = packageFolders(root);
  const english = wordsIn(folders, /\.labels-meta\.xml$/, 'labels', ['labels', 'fullName', 'value']);
  const translated = languages.slice(1).map((language) => {
    const file = new RegExp(`^${language}\\.translation-meta\\.xml$`);
    const words = wordsIn(folders, file, 'translations', ['customLabels', 'name', 'label']);
    const missing = Object.keys(english).filter((name) => words[name] === undefined);
    if (missing.length > 0) throw new Error(`${language}.translation-meta.xml lacks the labels ${missing.join(', ')}`);
    return [language, words] as const;
  });
  return Object.fromEntries([['en', english], ...translated]) as Labels;
}

function wordsIn(
  folders: readonly string[],
  file: RegExp,
  folder: string,
  [item, name, value]: readonly [string, string, string]
): Readonly<Record<string, string>> {
  const files = folders.flatMap((each) =>
    filesIn(path.join(each, folder)).filter((found) => file.test(path.basename(found)))
  );
  const items = files.flatMap((found) => childrenOf(rootOf(found), item));
  return Object.fromEntries(items.map((each) => [textOf(each, name) ?? '', textOf(each, value) ?? '']));
}

function rootOf(file: string): XmlElement {
  const parsed = parseXml(readFileSync(file, 'utf8'));
  if (parsed.root === undefined) throw new Error(`${file}:${parsed.line}:${parsed.column} ${parsed.problem}`);
  return parsed.root;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}
