import { parseArgs } from 'node:util';
import { Refusal, runProgram } from './refusal.mjs';
import { salesforceId } from './salesforce-id.mjs';
import { sf } from './sf.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dev-hub': { type: 'string', default: 'hub' } }
});
const hub = values['dev-hub'];

/** Promotes each version that is not promoted yet, in the order given: what others depend on comes first. */
await runProgram(async () => {
  const ids = positionals.map((text) => salesforceId(text, '04t'));
  const wrong = positionals.filter((_, place) => ids[place] === undefined);
  if (wrong.length > 0 || ids.length === 0)
    throw new Refusal(`Needs versions to promote, 04t…, got "${wrong.join(' ')}"`, 64);
  for (const id of ids) {
    const soql = `SELECT IsReleased FROM Package2Version WHERE SubscriberPackageVersionId = '${id}'`;
    const { records } = await sf('data', 'query', '--use-tooling-api', '--query', soql, '--target-org', hub);
    if (records.length !== 1) throw new Refusal(`The Dev Hub has no version ${id}`, 1);
    if (records[0].IsReleased !== true)
      await sf('package', 'version', 'promote', '--package', id, '--no-prompt', '--target-dev-hub', hub);
    process.stdout.write(
      `${id} ${records[0].IsReleased === true ? 'was promoted already' : 'is promoted, for good'}\n`
    );
  }
});
