#!/usr/bin/env node
'use strict';
// The package's command. It is committed as it is, so that npx finds it before anything is compiled, and it must parse on any
// Node, so that an old one gets a sentence instead of a stack.
const fs = require('fs');
const path = require('path');

const root = path.resolve(__dirname, '..');
const entry = path.join(root, 'dist', 'scripts', 'cli.js');
const ownNode = path.join(
  root,
  '.ringdown/toolchain/node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node'
);

function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > 22 || (parts[0] === 22 && parts[1] >= 19);
}

function refuse(message, nextStep) {
  process.stderr.write(message + '\n\nNext:\n  ' + nextStep + '\n');
  process.exitCode = 64;
}

/** The same command on the Node that set-up keeps for this folder. */
function runOnOwnNode() {
  const child = require('child_process').spawn(ownNode, [__filename].concat(process.argv.slice(2)), {
    stdio: 'inherit'
  });
  // A terminal sends Ctrl-C to both processes; without one, the signal has to be passed on.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  ['SIGTERM', 'SIGHUP'].forEach((signal) => process.on(signal, () => child.kill(signal)));
  child.on('error', (error) => refuse(ownNode + ' does not start: ' + error.message, 'npm start'));
  child.on('close', (code, signal) => {
    process.exitCode = code === null ? (signal === 'SIGINT' ? 130 : 1) : code;
  });
}

if (isNewEnough(process.versions.node)) {
  if (fs.existsSync(entry)) {
    require('module').enableCompileCache();
    require(entry);
  } else {
    refuse('Ringdown is not compiled yet.', 'npm start');
  }
} else if (fs.existsSync(ownNode)) {
  runOnOwnNode();
} else if (fs.existsSync(path.join(root, 'scripts', 'set-up'))) {
  refuse('Ringdown needs Node 22.19 or newer; this is ' + process.version + '.', 'npm start');
} else {
  refuse('Ringdown needs Node 22.19 or newer; this is ' + process.version + '.', 'npm install node@24.21.0');
}
