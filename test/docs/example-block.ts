import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The fenced blocks of that language under a heading of a page in docs, in order. */
export function exampleBlocks(page: string, heading: string, language: string): readonly string[] {
  const text = readFileSync(path.join(__dirname, '../../docs', page), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(heading));
  if (section === undefined) throw new Error(`${page} has no section "${heading}"`);
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? ''
  );
}
