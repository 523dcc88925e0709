import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createPackedProject, type PackedProject } from './pack/packed-project';

describe('the packed tool in an empty directory', function () {
  this.timeout(120_000);
  let project: PackedProject;
  before(() => {
    project = createPackedProject();
  });
  after(() => {
    project.run('node_modules/.bin/ringdown local stop --org uat');
    project.remove();
  });

  it('carries what runs and what people read, and no tests, sources or traces of a build', () => {
    for (const file of [
      'dist/scripts/cli.js',
      'dist/local/main.js',
      'scripts/ringdown.cjs',
      'config/ringdown.yaml',
      'LICENSE',
      'README.md',
      'docs/install.md'
    ]) {
      assert.ok(project.files.includes(file), `${file} is missing`);
    }
    assert.deepEqual(
      project.files.filter((file) => /\.test\.|(^|\/)test\/|\.ts$|set-up|tsbuildinfo|\.sources/.test(file)),
      []
    );
    const here = path.join(__dirname, '..');
    const traces = project.files.filter((file) =>
      readFileSync(path.join(project.folder, 'node_modules/ringdown', file), 'utf8').includes(here)
    );
    assert.deepEqual(traces, []);
  });

  it('says what it can do, and that its configuration is valid', () => {
    assert.equal(project.run('npx ringdown --help').code, 0);
    assert.deepEqual(project.run('npx ringdown validate').code, 0);
  });

  it('plans, applies, and then has nothing to change', () => {
    const before = project.run('npx ringdown plan --org uat --detailed-exitcode');
    assert.equal(before.code, 2, before.stderr);
    const applied = project.run('npx ringdown apply --org uat');
    assert.equal(applied.code, 0, applied.stdout + applied.stderr);
    const after = project.run('npx ringdown plan --org uat --detailed-exitcode');
    assert.equal(after.code, 0, after.stdout + after.stderr);
  });

  it('keeps what it remembers in the directory where it runs, and leaves the installed package alone', () => {
    assert.ok(existsSync(path.join(project.folder, '.ringdown')));
    assert.ok(!existsSync(path.join(project.folder, 'node_modules/ringdown/.ringdown')));
  });
});
