import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageWords, wordyPackages, writtenFolders } from './words/package-words';

/** Writes the labels and translations of every package from its words; what no word asks for is removed. */
export function writeWords(root: string): void {
  const files = packageWords(root);
  for (const folder of wordyPackages)
    for (const written of writtenFolders)
      rmSync(path.join(root, folder, 'default', written), { recursive: true, force: true });
  for (const { path: file, content } of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
}

if (require.main === module) writeWords(path.resolve(__dirname, '../..'));
