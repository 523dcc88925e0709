import type { OrgData } from '../../org-data';
import type { ApiRequest, ApiResponse, Session } from '../../api';
import { deployOptions } from '../deploy/deploy-job';
import { deployResult } from '../deploy/deploy-result';
import { cancelDeploy, readDeploy, startDeploy, startQuickDeploy } from '../deploy/deploys';
import { fault, isFault, type Fault } from '../fault';
import { describeMetadata } from '../retrieve/describe-metadata';
import { listMetadata } from '../retrieve/list-metadata';
import { readMetadata } from '../retrieve/read-metadata';
import { readRetrieve, startRetrieve } from '../retrieve/retrieves';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { soapAnswer, soapCall, soapFault } from './soap-envelope';

type Caller = { readonly org: OrgData; readonly session: Session };
/** The results of a call: usually one, for listMetadata any number. */
type Operation = (call: XmlElement, caller: Caller) => readonly unknown[] | Fault;

/** Answers one call of the SOAP Metadata API. */
export function soapApi(request: ApiRequest, org: OrgData, session: Session): ApiResponse {
  const version = /\/services\/Soap\/m\/([\d.]+)/.exec(request.path)?.[1] ?? '';
  const answer = answerTo(soapCall(request.body), version, { org, session });
  const headers = { 'content-type': 'text/xml; charset=utf-8' };
  return isFault(answer)
    ? { status: 500, headers, body: soapFault(answer.fault, answer.message) }
    : { status: 200, headers, body: answer.text };
}

function answerTo(call: XmlElement | undefined, version: string, caller: Caller): { readonly text: string } | Fault {
  if (!caller.org.settings.apiVersions.includes(version))
    return fault('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL');
  if (!call) return fault('INVALID_FIELD', 'The message is not a SOAP envelope with a body');
  const operation = operations[call.name];
  if (!operation)
    return fault('INVALID_OPERATION', `No operation available for request {${call.namespace}}${call.name}`);
  const results = operation(call, caller);
  return isFault(results) ? results : { text: soapAnswer(call.name, results) };
}

const operations: Readonly<Record<string, Operation>> = {
  deploy: (call, { org, session }) => {
    const options = childOf(call, 'DeployOptions');
    const job = startDeploy(
      org,
      session.userId,
      Buffer.from(textOf(call, 'ZipFile') ?? '', 'base64'),
      deployOptions(asRecord(options), org.kind)
    );
    return isFault(job) ? job : [{ done: false, id: job.id, state: 'Queued' }];
  },
  checkDeployStatus: (call, { org }) => {
    const job = readDeploy(org, textOf(call, 'asyncProcessId') ?? '');
    return isFault(job) ? job : [deployResult(job, textOf(call, 'includeDetails') === 'true')];
  },
  cancelDeploy: (call, { org, session }) => {
    const job = cancelDeploy(org, session.userId, textOf(call, 'String') ?? textOf(call, 'id') ?? '');
    return isFault(job) ? job : [{ done: false, id: job.id }];
  },
  deployRecentValidation: (call, { org, session }) => {
    const job = startQuickDeploy(
      org,
      session.userId,
      textOf(call, 'validationId') ?? textOf(call, 'validationID') ?? ''
    );
    return isFault(job) ? job : [job.id];
  },
  retrieve: (call, { org, session }) => {
    const job = startRetrieve(
      org,
      session.userId,
      childOf(call, 'retrieveRequest') ?? childOf(call, 'request') ?? call
    );
    return isFault(job) ? job : [{ done: false, id: job.id, state: 'Queued' }];
  },
  checkRetrieveStatus: (call, { org }) => {
    const result = readRetrieve(
      org,
      textOf(call, 'asyncProcessId') ?? textOf(call, 'id') ?? '',
      textOf(call, 'includeZip') !== 'false'
    );
    return isFault(result) ? result : [result];
  },
  describeMetadata: (_call, { org }) => [describeMetadata(org)],
  listMetadata: (call, { org }) =>
    listMetadata(
      org,
      childrenOf(call, 'queries').map((query) => ({
        type: textOf(query, 'type') ?? '',
        folder: textOf(query, 'folder')
      }))
    ),
  readMetadata: (call, { org }) => {
    const names = [...childrenOf(call, 'fullNames'), ...childrenOf(call, 'fullName')].map((element) => element.text);
    const records = readMetadata(org, textOf(call, 'type') ?? childOf(call, 'metadataType')?.text ?? '', names);
    return isFault(records) ? records : [{ records }];
  }
};

function asRecord(element: XmlElement | undefined): Readonly<Record<string, unknown>> {
  if (!element) return {};
  const values = Object.fromEntries(element.children.map((child) => [child.name, child.text]));
  return { ...values, runTests: childrenOf(element, 'runTests').map((test) => test.text) };
}
