import type { ApiRequest, ApiResponse, Session } from '../../api';
import type { OrgData } from '../../org-data';
import { deployOptions, type DeployJob } from '../deploy/deploy-job';
import { deployResult } from '../deploy/deploy-result';
import { cancelDeploy, readDeploy, startDeploy, startQuickDeploy } from '../deploy/deploys';
import { fault, isFault, type Fault } from '../fault';
import { parseMultipart } from './multipart';

/** Answers `/services/data/vNN.0/metadata/deployRequest` and what is below it. */
export function deployRequest(request: ApiRequest, org: OrgData, session: Session): ApiResponse {
  const id = /\/deployRequest\/(\w+)$/.exec(request.path)?.[1];
  const details = request.query.get('includeDetails') === 'true';
  if (request.method === 'POST') return answer(201, request, start(request, org, session, id), true);
  if (request.method === 'GET' && id) return answer(200, request, readDeploy(org, id), details);
  if (request.method === 'PATCH' && id) return answer(202, request, cancel(request, org, session, id), false);
  return {
    status: 405,
    body: [
      {
        message: `HTTP Method '${request.method}' not allowed. Allowed are GET,PATCH,POST`,
        errorCode: 'METHOD_NOT_ALLOWED'
      }
    ]
  };
}

function start(request: ApiRequest, org: OrgData, session: Session, id: string | undefined): DeployJob | Fault {
  const parts = parseMultipart(request.body, request.headers['content-type']);
  if (!parts) {
    const quick = parseJson(request.body)?.validatedDeployRequestId ?? id;
    return typeof quick === 'string' ? startQuickDeploy(org, session.userId, quick) : badBody;
  }
  const file = parts.find((part) => part.name === 'file');
  // The guide names the part `json`; Salesforce's own client sends `entity_content`.
  const json = parts.find((part) => part.name === 'json' || part.name === 'entity_content');
  const options = json && parseJson(json.body)?.deployOptions;
  if (!file || typeof options !== 'object' || options === null) return badBody;
  return startDeploy(org, session.userId, file.body, deployOptions(options as Record<string, unknown>, org.kind));
}

function cancel(request: ApiRequest, org: OrgData, session: Session, id: string): DeployJob | Fault {
  const wanted = parseJson(request.body)?.deployResult as Readonly<Record<string, unknown>> | undefined;
  return wanted?.status === 'Canceling' ? cancelDeploy(org, session.userId, id) : badBody;
}

function answer(status: number, request: ApiRequest, job: DeployJob | Fault, includeDetails: boolean): ApiResponse {
  if (isFault(job)) {
    const missing = job.fault === 'INVALID_CROSS_REFERENCE_KEY';
    return {
      status: missing ? 404 : 400,
      body: [{ message: job.message, errorCode: missing ? 'NOT_FOUND' : job.fault }]
    };
  }
  const base = request.path.replace(/\/deployRequest.*$/, '/deployRequest');
  return {
    status,
    body: {
      id: job.id,
      validatedDeployRequestId: job.validatedDeployRequestId ?? null,
      url: `${request.origin}${base}/${job.id}`,
      deployOptions: {
        ...job.options,
        testLevel: job.options.testLevel ?? null,
        runTests: job.options.runTests.length > 0 ? job.options.runTests : null
      },
      deployResult: deployResult(job, includeDetails)
    }
  };
}

function parseJson(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const badBody = fault('JSON_PARSER_ERROR', 'The request body is not a deploy request');
