import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { nodeFolder } from './places.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** Every current Salesforce library refuses an older Node. */
export const oldestNode = [22, 19];
const pinnedNode = '24.21.0';

/** The path of a Node that is new enough: the running one, or one installed beside the project for it alone. */
export async function chooseNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const binary = path.join(
    nodeFolder,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node'
  );
  if (!runs(binary)) await installNode(binary);
  return binary;
}

/** Whether a version such as `22.19.0` is at least the oldest that works. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

async function installNode(binary) {
  mkdirSync(nodeFolder, { recursive: true });
  const manifest = path.join(nodeFolder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true}\n');
  // The package's install script is what fetches the binary for this computer, so scripts must be on here.
  await npm(
    ['install', '--save-exact', '--ignore-scripts=false', `node@${pinnedNode}`],
    nodeFolder,
    `Node ${process.versions.node} is too old for Salesforce's libraries; fetching Node ${pinnedNode} for this folder only`
  );
  if (runs(binary)) return;
  throw new SetUpFailure(`Node ${pinnedNode} was fetched but does not run on this computer.`, [
    `Install Node ${oldestNode.join('.')} or newer from https://nodejs.org, then run the same command again.`
  ]);
}

function runs(binary) {
  if (!existsSync(binary)) return false;
  try {
    return isNewEnough(
      execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
        .trim()
        .slice(1)
    );
  } catch {
    return false;
  }
}
