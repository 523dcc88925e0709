import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appBundle } from './app-bundle';
import type { Compilers } from './development-packages';

const root = path.join(__dirname, '../../..');

describe('The build of a Lightning page', () => {
  let fresh: string;
  beforeEach(() => {
    fresh = mkdtempSync(path.join(tmpdir(), 'ringdown-lightning-'));
    for (const part of ['core', 'force-app', 'local', 'node_modules', 'package.json', 'sfdx-project.json'])
      symlinkSync(path.join(root, part), path.join(fresh, part));
  });
  afterEach(() => rmSync(fresh, { recursive: true }));

  it('keeps the module that a page starts with out of what every page takes as it is, when nothing is kept yet', async () => {
    const start = { name: 'console-host', file: 'local/console/page/components/component-host.ts' };
    const { compilers, inputs } = recording();
    await appBundle(fresh, compilers, ['callLog'], start);
    const [vendor, app, ...others] = inputs;
    assert.deepEqual(others, []);
    assert.ok(vendor?.['lwc']);
    assert.equal(vendor['console-host'], undefined);
    assert.equal(app?.['console-host'], path.join(fresh, start.file));
    assert.equal(app['c/callLog'], 'c/callLog');
    await appBundle(fresh, compilers, ['callLog'], start);
    assert.equal(inputs.length, 3, 'the second build takes what is kept');
  });
});

/** Compilers that write nothing and say what they were given. */
function recording(): { readonly compilers: Compilers; readonly inputs: Readonly<Record<string, string>>[] } {
  const inputs: Readonly<Record<string, string>>[] = [];
  const plugin = (): { readonly name: string } => ({ name: 'none' });
  const compilers: Compilers = {
    rollup: async ({ input }) => {
      inputs.push(input);
      return { generate: async () => ({ output: [] }), close: async () => undefined };
    },
    lwc: plugin,
    replace: plugin,
    esbuild: { build: async () => ({ outputFiles: [] }), transform: async () => ({ code: '' }) }
  };
  return { compilers, inputs };
}
