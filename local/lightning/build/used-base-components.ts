import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleFiles } from '../project';

/** Compiled at all times, so that a component that begins to use one of them does not wait for all to be compiled anew. */
const usual = (
  'accordion accordionSection avatar badge button buttonGroup buttonIcon buttonIconStateful buttonMenu buttonStateful card ' +
  'checkboxGroup combobox formattedDateTime formattedNumber formattedPhone formattedText formattedUrl helptext icon input layout ' +
  'layoutItem menuItem modal modalBody modalFooter modalHeader pill pillContainer progressBar progressRing radioGroup ' +
  'relativeDateTime select spinner tab tabset textarea tile'
).split(' ');

/** The modules of `lightning/…` that our bundles use, and the usual ones, as far as Salesforce's npm package brings them. */
export function usedBaseComponents(root: string, provided: ReadonlySet<string>): readonly string[] {
  const source = path.join(root, 'node_modules/lightning-base-components/src/lightning');
  const used = bundleFiles(root).flatMap((file) => namesIn(file, readFileSync(file, 'utf8')));
  const names = [...new Set([...usual, ...used.map(({ name }) => name)])].filter((name) => !provided.has(name)).sort();
  const missing = used.find(({ name }) => !provided.has(name) && !existsSync(path.join(source, name)));
  if (missing)
    throw new Error(`${missing.file} uses lightning/${missing.name}, which the local Lightning runtime does not have`);
  return names;
}

function namesIn(file: string, text: string): readonly { readonly file: string; readonly name: string }[] {
  const found = file.endsWith('.html')
    ? [...text.matchAll(/<lightning-([a-z0-9-]+)/g)].map(([, tag = '']) => camel(tag))
    : file.endsWith('.ts')
      ? [...text.matchAll(/(?:from|import) '(?:lightning\/)(\w+)'/g)].map(([, name = '']) => name)
      : [];
  return found.map((name) => ({ file, name }));
}

const camel = (tag: string): string => tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
