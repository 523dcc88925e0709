import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { giveOutputs } from './outputs.mjs';
import { packages } from './project.mjs';
import { Refusal, runProgram } from './refusal.mjs';
import { salesforceId } from './salesforce-id.mjs';
import { sf } from './sf.mjs';
import { finishedVersion, nextStep } from './version-request.mjs';

const { values } = parseArgs({
  options: {
    package: { type: 'string', default: 'main' },
    commit: { type: 'string', default: process.env.GITHUB_SHA },
    'dev-hub': { type: 'string', default: 'hub' },
    wait: { type: 'string', default: '120' },
    every: { type: 'string', default: process.env.RINGDOWN_POLL_SECONDS ?? '30' }
  }
});

/** A commit gets one version: a second run goes on with the first one's request, also when the answer to it was lost. */
await runProgram(async () => {
  const pack = packages[values.package];
  if (pack === undefined)
    throw new Refusal(`--package must be ${Object.keys(packages).join(' or ')}, got "${values.package}"`, 64);
  if (!/^[0-9a-f]{40}$/.test(values.commit ?? ''))
    throw new Refusal(`--commit must be the 40 digits of the commit, got "${values.commit ?? ''}"`, 64);
  const packageId = salesforceId(process.env[pack.idVariable], '0Ho');
  if (packageId === undefined)
    throw new Refusal(`${pack.idVariable} must be the id of the package "${pack.name}", 0Ho…`);
  const requestId = await requestOf(pack, packageId);
  const version = await finished(requestId, hasClasses(pack.folder));
  giveOutputs({ id: version.id, number: version.number });
});

async function requestOf(pack, packageId) {
  const before = nextStep(await requests(packageId));
  if (before.kind === 'follow') {
    process.stderr.write(`Goes on with ${before.requestId}, which this commit has already\n`);
    return before.requestId;
  }
  try {
    return await create(pack);
  } catch (error) {
    // The Dev Hub may have it although the answer was lost.
    const after = nextStep(await requests(packageId));
    if (after.kind === 'create') throw error;
    process.stderr.write(`${error.message}\nThe Dev Hub has the request all the same\n`);
    return after.requestId;
  }
}

async function create({ name }) {
  const built = ['--code-coverage', '--installation-key-bypass', '--tag', values.commit, '--wait', '0'];
  const { Id } = await sf(
    'package',
    'version',
    'create',
    '--package',
    name,
    ...built,
    '--target-dev-hub',
    values['dev-hub']
  );
  return Id;
}

async function requests(packageId) {
  const soql = `SELECT Id, Status FROM Package2VersionCreateRequest WHERE Package2Id = '${packageId}' AND Tag = '${values.commit}' ORDER BY CreatedDate DESC`;
  const { records } = await sf(
    'data',
    'query',
    '--use-tooling-api',
    '--query',
    soql,
    '--target-org',
    values['dev-hub']
  );
  return records;
}

async function finished(requestId, needsCoverage) {
  const until = Date.now() + Number(values.wait) * 60_000;
  for (;;) {
    const [report] = await sf(
      ...['package', 'version', 'create', 'report', '--package-create-request-id', requestId],
      ...['--target-dev-hub', values['dev-hub']]
    );
    const version = finishedVersion(report, { needsCoverage });
    if (version !== undefined) return version;
    if (Date.now() > until)
      throw new Refusal(
        `${requestId} is still ${report.Status} after ${values.wait} minutes. Nothing is lost: run the job again, it goes on with this request`,
        69
      );
    process.stderr.write(`${requestId}: ${report.Status}\n`);
    await wait(Number(values.every) * 1000);
  }
}

function hasClasses(folder) {
  return readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.cls'));
}
