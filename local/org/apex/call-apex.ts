import type { ApiRequest, ApiResponse } from '../api';
import { hasSetupAccess, isAllPowerful } from '../access/object-access';
import type { WriteContext } from '../records/write-context';
import { ApexException, exceptionBody } from './apex-exception';
import { apexTwins } from './apex-twins';
import { argumentsOf } from './arguments';

/** Where components call Apex. */
export const isApexPath = (path: string): boolean => path.startsWith('/__local/apex/');

/** Runs a method as the user, all of it or nothing, and answers what a component is answered. */
export function callApex(context: WriteContext, request: ApiRequest): ApiResponse {
  try {
    const returnValue = context.org.transaction(() => run(context, request));
    return { status: 200, body: { returnValue: returnValue ?? null } };
  } catch (error) {
    if (error instanceof ApexException) {
      return { status: error.pageErrors.length > 0 ? 500 : 400, body: exceptionBody(error) };
    }
    throw error;
  }
}

function run(context: WriteContext, request: ApiRequest): unknown {
  const { org, userId } = context;
  const [, written = '', methodName = ''] = /^\/__local\/apex\/([\w.]+)\/(\w+)$/.exec(request.path) ?? [];
  const fullName = written.replace('.', '__');
  const component = org.component('ApexClass', fullName);
  const name = component?.namespace ? fullName.replace(`${component.namespace}__`, '') : fullName;
  const method = component && request.method === 'POST' ? apexTwins[name]?.[methodName] : undefined;
  if (!method) {
    const message = `Unable to find Apex action method referenced as '${written}.${methodName}'.`;
    throw new ApexException('System.TypeException', message);
  }
  if (!isAllPowerful(org, userId) && !hasSetupAccess(org, userId, fullName)) {
    throw new ApexException('System.NoAccessException', `You do not have access to the Apex class named '${written}'.`);
  }
  return method.run({ ...context, namespace: component?.namespace }, argumentsOf(method, sentIn(request)));
}

/** The most bytes that one synchronous request may hold in memory [Apex guide, Execution Governors and Limits]. */
const heapSize = 6_000_000;

function sentIn({ body }: ApiRequest): unknown {
  if (body.length > heapSize)
    throw new ApexException('System.LimitException', `Apex heap size too large: ${body.length}`);
  try {
    return body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as unknown);
  } catch {
    throw new ApexException('System.JSONException', 'The parameters of the call are no JSON object');
  }
}
