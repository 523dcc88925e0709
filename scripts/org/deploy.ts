import { randomUUID } from 'node:crypto';
import type { DeployFailure, DeployOptions, DeployStatus, ZipEntry } from './org';
import type { Transport } from './transport';

/** Posts a zip of these files, package.xml among them, and returns the deploy's id (0Af). */
export async function postDeploy(
  transport: Transport,
  apiVersion: string,
  entries: readonly ZipEntry[],
  { production }: DeployOptions
): Promise<string> {
  const boundary = `ringdown-${randomUUID()}`;
  const deployOptions = {
    // Production refuses to commit part of a deploy, and half a call center is no use in a sandbox either.
    rollbackOnError: true,
    singlePackage: true,
    checkOnly: false,
    ignoreWarnings: true,
    // Nothing deployed here is Apex: production runs no test for it, and refuses an explicit NoTestRun.
    ...(production ? {} : { testLevel: 'NoTestRun' })
  };
  const { text } = await transport.send({
    method: 'POST',
    path: `/services/data/v${apiVersion}/metadata/deployRequest`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: multipart(boundary, JSON.stringify({ deployOptions }), await zipOf(entries)),
    effect: 'write',
    purpose: 'deploying metadata'
  });
  return (JSON.parse(text) as { id: string }).id;
}

/** Reads how far a deploy is, with every component's result. */
export async function readDeploy(transport: Transport, apiVersion: string, deployId: string): Promise<DeployStatus> {
  const { text } = await transport.send({
    method: 'GET',
    path: `/services/data/v${apiVersion}/metadata/deployRequest/${encodeURIComponent(deployId)}?includeDetails=true`,
    effect: 'read',
    purpose: 'reading the deploy'
  });
  const { deployResult } = JSON.parse(text) as { deployResult: RawDeployResult };
  const { componentFailures, componentSuccesses } = deployResult.details ?? {};
  return {
    id: deployId,
    status: deployResult.status,
    done: deployResult.done,
    success: deployResult.success,
    componentsDone: deployResult.numberComponentsDeployed ?? 0,
    componentsTotal: deployResult.numberComponentsTotal ?? 0,
    failures: asList(componentFailures).map(readFailure),
    successes: asList(componentSuccesses).map(({ componentType, fullName, id }) => ({
      type: componentType ?? '',
      fullName,
      id
    })),
    errorMessage: deployResult.errorMessage ?? undefined
  };
}

type RawComponent = {
  readonly componentType?: string;
  readonly fullName: string;
  readonly fileName?: string;
  readonly id?: string;
  readonly problem?: string;
  readonly lineNumber?: number | string;
  readonly columnNumber?: number | string;
};

type RawDeployResult = {
  readonly status: string;
  readonly done: boolean;
  readonly success: boolean;
  readonly numberComponentsDeployed?: number;
  readonly numberComponentsTotal?: number;
  readonly errorMessage?: string | null;
  readonly details?: {
    readonly componentFailures?: OneOrMany<RawComponent>;
    readonly componentSuccesses?: OneOrMany<RawComponent>;
  };
};

type OneOrMany<Item> = Item | readonly Item[];

function asList<Item>(given: OneOrMany<Item> | undefined): readonly Item[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? (given as readonly Item[]) : [given as Item];
}

function readFailure(raw: RawComponent): DeployFailure {
  const { componentType, fullName, fileName, problem, lineNumber, columnNumber } = raw;
  return {
    file: fileName ?? fullName,
    line: lineNumber === undefined ? undefined : Number(lineNumber),
    column: columnNumber === undefined ? undefined : Number(columnNumber),
    type: componentType ?? '',
    fullName,
    problem: problem ?? 'refused without a reason'
  };
}

async function zipOf(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(entries.map(({ path, content }) => [path, strToU8(content)])), { level: 6 });
}

/** Metadata API Developer Guide, "Deploying Metadata with REST": parts `json` and `file`. */
function multipart(boundary: string, json: string, zip: Uint8Array): Uint8Array {
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="json"\r\nContent-Type: application/json\r\n\r\n${json}\r\n` +
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="package.zip"\r\nContent-Type: application/zip\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), zip, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
