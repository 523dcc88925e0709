import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { describe, it } from 'mocha';
import { popSearches as popSearchesOfCore } from '../../core/screen-pop/pop-searches';

const root = join(__dirname, '../..');
const lwc = join(root, 'force-app/main/default/lwc');

type Carrier = { readonly file: string; readonly wanted: string };
type Compiler = {
  readonly inlineCore: (
    source: string,
    bundler: typeof esbuild,
    carriers: readonly Carrier[]
  ) => Promise<{ readonly code: string; readonly inputs: readonly string[] }>;
  readonly coreCarriers: () => readonly Carrier[];
  readonly lwcSources: () => readonly string[];
};
const compiler = async (): Promise<Compiler> =>
  (await import(join(root, 'scripts/set-up/compile-lwc.mjs'))) as Compiler;

describe('components that take from the core', function () {
  this.timeout(30_000);

  it('carry each of its modules once in all of an org', async () => {
    const { inlineCore, coreCarriers, lwcSources } = await compiler();
    const carriers = coreCarriers();
    const carriedBy = new Map<string, string>();
    for (const source of lwcSources().filter((file) => /from '(\.\.\/)+core\//.test(readFileSync(file, 'utf8')))) {
      const { inputs } = await inlineCore(source, esbuild, carriers);
      for (const input of inputs.filter((each) => /^(core|node_modules)\//.test(each))) {
        assert.equal(carriedBy.get(input), undefined, `${input} is in ${relative(root, source)} as well`);
        carriedBy.set(input, relative(root, source));
      }
    }
    assert.ok([...carriedBy.keys()].some((input) => input.includes('libphonenumber-js')));
  });

  it('take from another bundle what its main file re-exports, from a neighbour what that one does', async () => {
    const { inlineCore } = await compiler();
    const wanted = 'core/phone-number/parse-phone-number';
    const source = join(lwc, 'screenPop/decision.ts');
    const importsWith = async (carriers: readonly Carrier[]): Promise<readonly string[]> => {
      const { code } = await inlineCore(source, esbuild, carriers);
      return [...new Set([...code.matchAll(/from"([^"]+)"/g)].map(([, name = '']) => name))];
    };
    assert.deepEqual(await importsWith([]), []);
    assert.deepEqual(await importsWith([{ file: 'main/lwc/other/other.ts', wanted }]), ['c/other']);
    assert.deepEqual(await importsWith([{ file: 'main/lwc/screenPop/numbers.ts', wanted }]), ['./numbers']);
    const both = [
      { file: 'main/lwc/other/other.ts', wanted },
      { file: 'main/lwc/screenPop/numbers.ts', wanted }
    ];
    assert.deepEqual(await importsWith(both), ['./numbers']);
    // Another file is not reached from outside its bundle, and the base package needs no other.
    assert.deepEqual(await importsWith([{ file: 'main/lwc/other/part.ts', wanted }]), []);
    assert.deepEqual(await importsWith([{ file: 'voice/lwc/other/other.ts', wanted }]), []);
  });

  it('are refused when they re-export what another bundle re-exports', async () => {
    const { inlineCore } = await compiler();
    const carriers = [{ file: 'main/lwc/other/other.ts', wanted: 'core/screen-pop/decide-screen-pop' }];
    await assert.rejects(inlineCore(join(lwc, 'screenPop/decision.ts'), esbuild, carriers), (error: Error) => {
      assert.match(error.message, /screenPop\/decision\.ts re-exports core\/screen-pop\/decide-screen-pop.*c\/other/);
      return true;
    });
  });

  it('do as compiled what the core does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringdown-lwc-'));
    try {
      const script = join(folder, 'pop.cjs');
      await esbuild.build({
        entryPoints: [join(lwc, 'screenPop/decision.js')],
        bundle: true,
        format: 'cjs',
        platform: 'node',
        outfile: script,
        logLevel: 'silent',
        plugins: [
          {
            name: 'own-bundles',
            setup: ({ onResolve }) => {
              onResolve({ filter: /^c\// }, ({ path }) => ({ path: join(lwc, path.slice(2), `${path.slice(2)}.js`) }));
              onResolve({ filter: /^\.\// }, ({ path, resolveDir }) => ({ path: join(resolveDir, `${path}.js`) }));
            }
          }
        ]
      });
      const { popSearches } = (await import(script)) as { readonly popSearches: typeof popSearchesOfCore };
      const given: Parameters<typeof popSearchesOfCore> = [
        [
          {
            name: 'a',
            order: 1,
            attribute: 'caller-number',
            objectName: 'Contact',
            fieldName: 'Phone',
            channels: [],
            moment: 'offered',
            oneMatch: 'open',
            manyMatches: 'chooser',
            noMatch: 'nothing',
            isActive: true
          }
        ],
        {
          callKey: 'a',
          interactionKey: 'a',
          channel: 'phone',
          direction: 'inbound',
          state: 'ringing',
          from: '+493012345678',
          startedAt: '2026-07-14T09:00:00Z',
          talkSeconds: 0,
          holdSeconds: 0,
          attributes: {}
        },
        { moment: 'offered', country: 'DE' }
      ];
      assert.deepEqual(popSearches(...given), popSearchesOfCore(...given));
      assert.ok(popSearches(...given).length > 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
