import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { wordsRefused } from '../../errors/words';
import { customLabelsFile, translationFiles, type WrittenFile } from './label-files';
import { readLabelWords, type WordsFile } from './label-words';
import { readMetadataWords } from './metadata-words';
import { objectTranslationFiles } from './object-translations';

/** The packages that have words, by their folder. */
export const wordyPackages = ['force-app/main', 'force-app/voice'] as const;

/** What each package holds of labels and translations, and nothing else is in these folders. */
export const writtenFolders = ['labels', 'translations', 'objectTranslations'] as const;

/**
 * Everything that is written from the words under `root`, with paths from there: `words/*.yaml` are the labels of components,
 * `words/metadata/*.yaml` what objects, apps, reports and the like are called. WORDS_REFUSED names every mistake.
 */
export function packageWords(root: string): readonly WrittenFile[] {
  const read = wordyPackages.map((folder) => ({
    folder,
    labels: readLabelWords(wordsFiles(root, `${folder}/words`)),
    metadata: readMetadataWords(wordsFiles(root, `${folder}/words/metadata`))
  }));
  const apiVersion = apiVersionOf(root);
  const problems = read.flatMap(({ labels, metadata }) => [...labels.problems, ...metadata.problems]);
  if (problems.length > 0) throw wordsRefused(problems);
  return read.flatMap(({ folder, labels, metadata }) =>
    [
      ...customLabelsFile(labels.labels),
      ...translationFiles(labels.labels, metadata.parts, apiVersion),
      ...objectTranslationFiles(metadata.objects)
    ].map((file) => ({ ...file, path: `${folder}/default/${file.path}` }))
  );
}

/** The API version that the packages are made with; none without a project. */
function apiVersionOf(root: string): number {
  const file = path.join(root, 'sfdx-project.json');
  if (!existsSync(file)) return 0;
  const { sourceApiVersion } = JSON.parse(readFileSync(file, 'utf8')) as { readonly sourceApiVersion?: string };
  return Number(sourceApiVersion ?? 0);
}

function wordsFiles(root: string, folder: string): readonly WordsFile[] {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(path.join(absolute, name), 'utf8') }));
}
