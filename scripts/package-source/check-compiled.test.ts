import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { coreCarriers, sourceHashes } from './check-compiled';
import { readCoreSource, readSourceTree } from './read-source-tree';

const root = join(__dirname, '../..');

/** The compiler, which runs before anything is installed and so is no part of the tool. */
type CompileLwc = { readonly sourceHash: (file: string) => string; readonly lwcSources: () => readonly string[] };
const compiler = async (): Promise<CompileLwc> =>
  (await import(join(root, 'scripts/set-up/compile-lwc.mjs'))) as CompileLwc;

describe('the hash that a compiled component names', () => {
  const core = readCoreSource(root);
  const carriers = ['main', 'voice'].flatMap((name) =>
    coreCarriers(name, readSourceTree(join(root, 'force-app', name, 'default')))
  );
  const ours = sourceHashes(core, carriers);

  it('is the compiler’s own for every component of this project, with and without the core', async () => {
    const { sourceHash, lwcSources } = await compiler();
    const files = lwcSources();
    const texts = files.map((file) => readFileSync(file, 'utf8'));
    assert.ok(texts.some((text) => text.includes('core/')) && texts.some((text) => !text.includes('core/')));
    for (const [index, file] of files.entries()) assert.equal(ours(texts[index] ?? ''), sourceHash(file), file);
  });

  it('is the compiler’s own for texts that only look alike', async () => {
    const { sourceHash } = await compiler();
    const folder = mkdtempSync(join(tmpdir(), 'ringdown-hash-'));
    try {
      const texts = [
        '',
        '\uFEFFexport const a = 1;\r\n',
        'export const name = "größe 電話 🙂";\n',
        "export * from '../../../../../core/match/match';\n",
        "export * from '../score/match';\n",
        'import { a } from "../../core/match";\n',
        "// from '../core/\n"
      ];
      const seen = texts.map((text, index) => {
        const file = join(folder, `${index}.ts`);
        writeFileSync(file, text);
        assert.equal(ours(text), sourceHash(file), JSON.stringify(text));
        return ours(text);
      });
      assert.equal(new Set(seen).size, texts.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is unknown for what takes from a core that is not there', () => {
    const without = sourceHashes(undefined, carriers);
    assert.equal(without("export * from '../../core/match';\n"), undefined);
    assert.equal(without(''), ours(''));
  });
});
