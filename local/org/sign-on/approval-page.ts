import type { ApiRequest, ApiResponse } from '../api';
import { appWithClientId } from '../external-client-apps/read-app';
import type { LocalOrg } from '../state/state';
import { backWithError, escaped, page } from './answer';
import { approvalPath, sendCode } from './authorize';
import { browserUser } from './browser-session';
import { allow } from './may-use';
import { question, takeQuestion } from './pending';

/** The page with Allow and Deny, and what follows from either. */
export function approvalPage(org: LocalOrg, request: ApiRequest): ApiResponse {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const id = (request.method === 'POST' ? form : request.query).get('source') ?? '';
  const asked = question(org, id);
  const app = asked && appWithClientId(org, asked.clientId);
  if (!asked || !app || browserUser(org, request) !== asked.userId)
    return page('OAuth Error', '<p>This question is over.</p>', 400);
  if (request.method !== 'POST') {
    const scopes = asked.scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('');
    return page(
      'Allow Access?',
      `<p>${escaped(app.label)} is asking to:</p><ul>${scopes}</ul>
<form method="post" action="${approvalPath}"><input type="hidden" name="source" value="${escaped(id)}">
<button name="save" value="Deny">Deny</button> <button name="save" value="Allow">Allow</button></form>`
    );
  }
  const answered = takeQuestion(org, id);
  if (!answered) return page('OAuth Error', '<p>This question is over.</p>', 400);
  if (form.get('save') !== 'Allow') return backWithError(answered, 'access_denied', 'end-user denied authorization');
  allow(org, app, answered.userId);
  return sendCode(org, answered, answered.userId);
}
