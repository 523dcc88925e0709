import type { RunningOrg } from '../../org/start-org';

type DeployAnswer = {
  readonly deployResult: {
    readonly done: boolean;
    readonly success: boolean;
    readonly status: string;
    readonly details?: { readonly componentFailures?: Failure | readonly Failure[] };
  };
};
type Failure = { readonly fileName: string; readonly problem: string };

/** Deploys a zip and gives the administrator the package's permission sets, as an installation for admins would. */
export async function deploy(org: RunningOrg, zip: Buffer): Promise<void> {
  const boundary = '----ringdown-workbench';
  const part = (head: string, content: string | Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n')
    ]);
  const options = JSON.stringify({ deployOptions: { rollbackOnError: true, singlePackage: true } });
  const body = Buffer.concat([
    part('name="json"\r\nContent-Type: application/json', options),
    part('name="file"; filename="deploy.zip"\r\nContent-Type: application/zip', zip),
    Buffer.from(`--${boundary}--\r\n`)
  ]);
  const { id } = (await ask(
    org,
    'POST',
    '/metadata/deployRequest',
    body,
    `multipart/form-data; boundary=${boundary}`
  )) as { readonly id: string };
  await untilDone(org, id);
  await assignPermissionSets(org);
}

async function untilDone(org: RunningOrg, id: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const { deployResult } = (await ask(
      org,
      'GET',
      `/metadata/deployRequest/${id}?includeDetails=true`
    )) as DeployAnswer;
    if (deployResult.done && deployResult.success) return;
    const failures = [deployResult.details?.componentFailures ?? []].flat();
    if (deployResult.done)
      throw new Error(
        `The local org refused the package: ${deployResult.status}\n${failures.map(({ fileName, problem }) => `  ${fileName}: ${problem}`).join('\n')}`
      );
    if (Date.now() > end) throw new Error(`The local org has not deployed the package within a minute (${id})`);
  }
}

async function assignPermissionSets(org: RunningOrg): Promise<void> {
  const user = org.data.rows('User').find((row) => row.Username === org.username);
  for (const { Id, Name } of org.data.rows('PermissionSet')) {
    if (!String(Name).startsWith('Ringdown')) continue;
    await ask(
      org,
      'POST',
      '/sobjects/PermissionSetAssignment',
      JSON.stringify({ AssigneeId: user?.Id, PermissionSetId: Id })
    );
  }
}

async function ask(
  org: RunningOrg,
  method: string,
  path: string,
  body?: Buffer | string,
  type = 'application/json'
): Promise<unknown> {
  const response = await fetch(`${org.url}/services/data/v67.0${path}`, {
    method,
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': type },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) })
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}
