import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

export const packageFile = path.join(root, 'package.json');
export const lockFile = path.join(root, 'package-lock.json');
export const installedFolder = path.join(root, 'node_modules');

/** Everything that set-up keeps lives here, outside node_modules, so that no npm command removes it. */
export const stateFolder = path.join(root, '.ringdown');
export const rememberedFile = path.join(stateFolder, 'set-up.json');
export const nodeFolder = path.join(stateFolder, 'toolchain');
export const compilerFolder = path.join(stateFolder, 'compiler');

export const builtFolder = path.join(root, 'dist');
export const builtStamp = path.join(builtFolder, '.sources.json');

/** The phone side, bundled; it needs development packages, so it stands apart from what is compiled. */
export const bundledFolder = path.join(builtFolder, 'web');
