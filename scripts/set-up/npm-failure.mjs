import { statfsSync } from 'node:fs';
import { SetUpFailure } from './set-up-failure.mjs';

const explanations = [
  {
    pattern: /ENOSPC|no space left/i,
    explain: (output, folder) => [
      `The disk is full: ${freeMegabytes(folder)} MB are free in ${folder}.`,
      'Free about 300 MB for `npm start` or 1.5 GB for `npm test`, then run the same command again.'
    ]
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|EIDLETIMEOUT/,
    explain: () => [
      'The npm registry could not be reached.',
      'Check the connection, the proxy (`npm config get proxy`, HTTPS_PROXY) and the registry (`npm config get registry`), then run the same command again.'
    ]
  },
  {
    pattern: /CERT_|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|unable to (get|verify)/,
    explain: () => [
      'The certificate of the npm registry is not trusted here, as behind a company proxy.',
      'Point NODE_EXTRA_CA_CERTS at your company certificate (a PEM file), then run the same command again.'
    ]
  },
  {
    pattern: /\bE40[13]\b/,
    explain: () => [
      'The npm registry refused the login.',
      'Log in (`npm login`) or correct .npmrc, then run the same command again.'
    ]
  },
  {
    pattern: /\bE404\b|ETARGET/,
    explain: () => [
      'The npm registry does not have a package at the pinned version.',
      'Ask whoever runs the registry mirror to let that version through, or use another registry: `npm config get registry`'
    ]
  },
  {
    pattern: /EINTEGRITY/,
    explain: () => [
      'A downloaded package is not the one that package-lock.json names.',
      'Run `npm cache verify`, then run the same command again.'
    ]
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    explain: (output, folder) => [
      `${folder} cannot be written.`,
      'Make the folder yours (`ls -ld .`), then run the same command again.'
    ]
  },
  {
    pattern: /EUSAGE|lock file.*not in sync|npm install.*before continuing/i,
    explain: () => [
      'package.json and package-lock.json disagree.',
      'Run `npm install`, commit package-lock.json, then run the same command again.'
    ]
  },
  {
    pattern: /lockfileVersion|Unsupported URL Type|Unknown command: "?ci/i,
    explain: () => [
      'This npm is too old for package-lock.json.',
      'Run `npm install --global npm@11`, then run the same command again.'
    ]
  }
];

/** Turns what npm printed into one sentence and one thing to do; npm's own words stay below it. */
export function explainNpmFailure(output, folder) {
  const known = explanations.find(({ pattern }) => pattern.test(output));
  const [message, nextStep] = known?.explain(output, folder) ?? [
    'npm failed.',
    'Read its words above, mend it, and run the same command again.'
  ];
  const words = output.trim().split('\n').slice(0, 12).join('\n');
  return new SetUpFailure(`${message}\n\n${words}`, [nextStep]);
}

function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 1e6);
}
