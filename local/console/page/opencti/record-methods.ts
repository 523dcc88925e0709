import { genericError, serverError } from '../../opencti/api-errors';
import { failed, succeeded, type ApiResponse } from '../../opencti/wire';
import { ask, type Refusal } from './org';
import type { Handler } from './host';

/** Methods that write records and run Apex, as the rep. */
export const recordMethods: Readonly<Record<string, Handler>> = {
  saveLog: ({ object }) => save(object as Readonly<Record<string, unknown>>),
  runApex: async ({ apexClass, methodName, methodParams }) => {
    const params = typeof methodParams === 'string' && methodParams !== 'none' ? methodParams : '';
    const given = Object.fromEntries(new URLSearchParams(params.replaceAll('+', '%2B')));
    const path = `/__local/apex/${String(apexClass)}/${String(methodName)}`;
    const answer = await ask<{ readonly returnValue?: unknown }>('POST', path, given);
    return answer.ok
      ? succeeded({ runApex: answer.body.returnValue ?? null })
      : failed(serverError(`Could not load Apex class: ${String(apexClass)}.`, answer.refusal.body));
  }
};

async function save(value: Readonly<Record<string, unknown>>): Promise<ApiResponse> {
  const { Id, entityApiName, ...fields } = value;
  const answer =
    typeof Id === 'string'
      ? await ask<{ readonly id: string }>('PATCH', `/__local/ui-api/records/${Id}`, { fields })
      : await ask<{ readonly id: string }>('POST', '/__local/ui-api/records', { apiName: entityApiName, fields });
  return answer.ok ? succeeded(answer.body.id) : failed(saveError(answer.refusal));
}

function saveError({ status, body }: Refusal) {
  if (status === 0 || status >= 500) return serverError();
  const { message, output } = (Array.isArray(body) ? { message: (body[0] as { message?: string }).message } : body) as {
    readonly message?: string;
    readonly output?: { readonly errors?: readonly unknown[]; readonly fieldErrors?: object };
  };
  return genericError(
    'An error occurred while calling the saveLog() API method. Review the Details field in the error section.',
    [{ message: message ?? '', fieldErrors: output?.fieldErrors ?? {}, pageErrors: output?.errors ?? [] }]
  );
}
