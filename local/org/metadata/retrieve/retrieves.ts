import type { OrgData } from '../../org-data';
import { fault, type Fault } from '../fault';
import { manifestOf } from '../package/manifest';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { retrieveZip } from './retrieve-zip';

/** A retrieve as the org keeps it. */
type RetrieveJob = {
  readonly id: string;
  readonly status: 'Pending' | 'InProgress' | 'Succeeded';
  readonly reads: number;
  readonly request: RetrieveRequest;
  readonly result?: object;
};

/** What a retrieve asks for, as plain JSON. */
export type RetrieveRequest = {
  readonly version: string;
  readonly singlePackage: boolean;
  readonly packageNames: readonly string[];
  /** Members by type; absent when only packages are asked for. */
  readonly unpackaged?: readonly (readonly [type: string, members: readonly string[]])[];
};

const retrievePrefix = '09S';

/** Accepts a request; the zip is made at the status reads. */
export function startRetrieve(org: OrgData, _userId: string, request: XmlElement): RetrieveJob | Fault {
  const unpackaged = childOf(request, 'unpackaged');
  const packageNames = childrenOf(request, 'packageNames').map((element) => element.text);
  if (!unpackaged && packageNames.length === 0)
    return fault('INVALID_FIELD', 'No components or packages were asked for');
  const members = unpackaged && [...manifestOf(unpackaged).members].map(([type, names]) => [type, [...names]] as const);
  const version = (unpackaged && textOf(unpackaged, 'version')) ?? textOf(request, 'apiVersion') ?? '67.0';
  const job: RetrieveJob = {
    id: org.newId(retrievePrefix),
    status: 'Pending',
    reads: 0,
    request: {
      version,
      singlePackage: textOf(request, 'singlePackage') === 'true',
      packageNames,
      ...(members ? { unpackaged: members } : {})
    }
  };
  org.putJob(job);
  return job;
}

/** The retrieve's state after one more status read. */
export function readRetrieve(org: OrgData, id: string, includeZip: boolean): object | Fault {
  const job = id.startsWith(retrievePrefix) ? org.job<RetrieveJob>(id) : undefined;
  if (!job) return fault('INVALID_LOCATOR', `no retrieve of id ${id}`);
  const reads = job.reads + 1;
  if (!job.result && reads < org.settings.deployPolls) {
    const next: RetrieveJob = { ...job, reads, status: reads > 1 ? 'InProgress' : 'Pending' };
    org.putJob(next);
    return { done: false, id, status: next.status, success: false };
  }
  const result = job.result ?? { done: true, id, status: 'Succeeded', success: true, ...retrieveZip(org, job.request) };
  // The zip can be fetched once [Metadata API guide, checkRetrieveStatus()], but a lost answer is not worth a second retrieve here.
  const done: RetrieveJob = { ...job, reads, status: 'Succeeded', result };
  org.putJob(done);
  return includeZip ? result : { ...result, zipFile: undefined };
}
