import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { agentProfile, benchPackage } from './bench-config';
import { runProcess, type Run } from './measure';
import type { OrgProcess } from './local-org-process';

export type SfResult = { readonly processes: number; readonly milliseconds: number };

const sf = join(__dirname, '../../node_modules/@salesforce/cli/bin/run.js');

/** The shortest sequence of `sf` commands with the same result: log in, look, install, deploy, look up, update, assign. */
export async function installWithSf(org: OrgProcess, directory: string, source: string): Promise<SfResult> {
  const home = join(directory, 'home');
  mkdirSync(home, { recursive: true });
  const env = {
    ...process.env,
    HOME: home,
    SF_ACCESS_TOKEN: org.accessToken,
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_LOG_FILE: 'true',
    SF_ORG_METADATA_REST_DEPLOY: 'true',
    CI: 'true'
  };
  let processes = 0;
  let milliseconds = 0;
  const run = async (...args: readonly string[]): Promise<unknown> => {
    const done: Run = await runProcess(process.execPath, [sf, ...args, '--json'], { cwd: directory, env });
    processes += 1;
    milliseconds += done.milliseconds;
    if (done.exitCode !== 0)
      throw new Error(`sf ${args.join(' ')}: exit ${done.exitCode}\n${done.stdout}\n${done.stderr}`);
    return (JSON.parse(done.stdout) as { result: unknown }).result;
  };
  const query = async (soql: string): Promise<readonly Readonly<Record<string, string>>[]> =>
    ((await run('data', 'query', '--query', soql)) as { records: readonly Readonly<Record<string, string>>[] }).records;

  await run('org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt', '--set-default');
  await query('SELECT Id, IsSandbox, OrganizationType FROM Organization');
  await run('package', 'installed', 'list');
  await run(
    'package',
    'install',
    '--package',
    benchPackage,
    '--security-type',
    'AllUsers',
    '--no-prompt',
    '--wait',
    '10'
  );
  await run('project', 'deploy', 'start', '--source-dir', source, '--wait', '10');
  const [callCenter] = await query("SELECT Id FROM CallCenter WHERE InternalName = 'BenchSupport'");
  const users = await query(`SELECT Id, Username FROM User WHERE IsActive = true AND Profile.Name = '${agentProfile}'`);
  for (const { Id = '' } of users) {
    const values = `CallCenterId=${callCenter?.['Id'] ?? ''} UserPermissionsSupportUser=true`;
    await run('data', 'update', 'record', '--sobject', 'User', '--record-id', Id, '--values', values);
  }
  const onBehalfOf = users.flatMap(({ Username = '' }) => ['--on-behalf-of', Username]);
  await run('org', 'assign', 'permset', '--name', 'BenchAccess', '--name', 'BenchReading', ...onBehalfOf);
  return { processes, milliseconds };
}
