import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import type { Connection } from './connection';

export type DeployFailure = { readonly componentType: string; readonly problem: string };

/** A component of a deploy: its place in the zip and its whole file. */
export type Deployed = {
  readonly type: string;
  readonly name: string;
  readonly path: string;
  readonly content: string;
};

/** Asks the org what it has against these components, by REST and without changing anything. */
export async function validateDeploy(
  org: Connection,
  components: readonly Deployed[]
): Promise<{ readonly success: boolean; readonly failures: readonly DeployFailure[] }> {
  const data = '/services/data/v67.0';
  const boundary = 'ringdown-contract';
  const types = components.map(({ type, name }) => `<types><members>${name}</members><name>${type}</name></types>`);
  const zip = zipSync({
    'package.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata">${types.join('')}<version>67.0</version></Package>`
    ),
    ...Object.fromEntries(components.map(({ path, content }) => [path, strToU8(content)]))
  });
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="json"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ deployOptions: { checkOnly: true, rollbackOnError: true, singlePackage: true } })}\r\n` +
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="package.zip"\r\nContent-Type: application/zip\r\n\r\n`;
  const sent = await org.request(
    'POST',
    `${data}/metadata/deployRequest`,
    Buffer.concat([Buffer.from(head), zip, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    { 'content-type': `multipart/form-data; boundary=${boundary}` }
  );
  assert.equal(sent.status, 201, sent.text);
  const { id } = sent.body as { id: string };
  for (let read = 0; read < 60; read += 1) {
    const { body } = await org.request('GET', `${data}/metadata/deployRequest/${id}?includeDetails=true`);
    const { deployResult } = body as {
      deployResult: { done: boolean; success: boolean; details: { componentFailures: readonly DeployFailure[] } };
    };
    if (deployResult.done) return { success: deployResult.success, failures: deployResult.details.componentFailures };
    await new Promise((resolve) => setTimeout(resolve, org.real ? 1_000 : 0));
  }
  throw new Error('the validation did not end');
}
