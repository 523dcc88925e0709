import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** A directory of somebody who installed the packed tool and copied its configuration: nothing of this repository is in it. */
export type PackedProject = {
  readonly folder: string;
  /** Paths in the tarball. */
  readonly files: readonly string[];
  /** Runs a line of shell there, as a pipeline does. */
  run(line: string, env?: Readonly<Record<string, string>>): Finished;
  remove(): void;
};

export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type Lock = { readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>> };

/**
 * Packs the tool and lays it out as npm would. The dependencies are links to those that are installed here (only the runtime
 * ones), because a real install would need the registry or whatever npm's cache happens to hold.
 */
export function createPackedProject(): PackedProject {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-packed-'));
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  execFileSync('tar', ['-xzf', packedTool()], { cwd: folder });
  const packed = path.join(folder, 'package');
  const files = readdirSync(packed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(packed, path.join(entry.parentPath, entry.name)));
  cpSync(packed, path.join(modules, 'ringdown'), { recursive: true });
  rmSync(packed, { recursive: true });
  linkDependencies(modules);
  symlinkSync('../ringdown/scripts/ringdown.cjs', path.join(modules, '.bin', 'ringdown'));
  cpSync(path.join(modules, 'ringdown', 'config'), path.join(folder, 'config'), { recursive: true });

  return {
    folder,
    files,
    run: (line, env = {}) => {
      // What this run set for npm must not lead a second npm back to this repository.
      const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/.test(name)));
      const quiet = { npm_config_update_notifier: 'false', npm_config_offline: 'true' };
      const { status, stdout, stderr } = spawnSync(line, {
        cwd: folder,
        shell: true,
        encoding: 'utf8',
        env: { ...clean, ...quiet, ...env },
        input: ''
      });
      return { code: status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true })
  };
}

let tarball: string | undefined;

/** The tarball of this run: packing takes seconds, so all tests share one. */
function packedTool(): string {
  if (tarball !== undefined) return tarball;
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-tarball-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const args = ['pack', '--silent', '--no-update-notifier', '--offline', '--pack-destination', folder];
  execFileSync('npm', args, { cwd: root, stdio: 'pipe' });
  tarball = path.join(folder, readdirSync(folder)[0] ?? '');
  return tarball;
}

function linkDependencies(modules: string): void {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;
  for (const [place, { dev, devOptional }] of Object.entries(packages)) {
    const name = /^node_modules\/((@[^/]+\/)?[^/]+)$/.exec(place)?.[1];
    if (name === undefined || dev || devOptional) continue;
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  }
}
