import { happens, pageName } from './happenings';

/** Calls a method of Apex as a component does: answers what it returns, or rejects with what a component is given. */
export async function callApex(className: string, method: string, params: unknown): Promise<unknown> {
  happens(`request ${className}.${method}`);
  const response = await fetch(`/apex/${className}/${method}?page=${encodeURIComponent(pageName)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params ?? {})
  });
  const body = JSON.parse(await response.text()) as { readonly returnValue?: unknown };
  happens(`answer ${className}.${method}`);
  if (response.ok) return body.returnValue;
  // oxlint-disable-next-line typescript/only-throw-error -- what a component is given is no Error
  throw { status: response.status, statusText: response.statusText, body };
}
