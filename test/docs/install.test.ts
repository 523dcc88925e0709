import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../../scripts/config/load-config';
import { exampleBlocks } from './example-block';

const root = path.join(__dirname, '../..');

describe('docs/install.md', () => {
  it('shows a configuration that is valid for both of its orgs', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-install-'));
    cpSync(path.join(root, 'config/vendors'), path.join(folder, 'vendors'), { recursive: true });
    const [example] = exampleBlocks('install.md', 'Write the file', 'yaml');
    writeFileSync(path.join(folder, 'ringdown.yaml'), example ?? '');
    for (const org of ['uat', 'production']) {
      const config = loadConfig({ file: 'ringdown.yaml', org, env: {}, cwd: folder });
      assert.equal(config.org.login.kind, 'sf');
      assert.equal(config.callCenters.length, 1);
    }
    rmSync(folder, { recursive: true });
  });
});
