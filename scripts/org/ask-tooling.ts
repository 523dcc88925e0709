import type { Answer, Question } from '../resources/question';
import { parseAnswer } from './answer';
import { failedAnswer } from './ask-data';
import { chunk } from './chunk';
import { OrgFailure } from './failure';
import { allPages, type Page } from './pages';
import { escapeSoql } from './redact';
import type { Transport } from './transport';

type ToolingQuestion = Extract<Question, { via: 'tooling' }>;
type Subanswer = { readonly referenceId: string; readonly httpStatusCode: number; readonly body: unknown };

/** Gives the installation key of a package version (04t, 18 characters); undefined when the configuration names none. */
export type InstallationKeyOf = (packageVersionId: string) => string | undefined;

/** A composite takes at most 25 subrequests of which 5 queries (REST API Developer Guide, "Composite"). */
const queriesPerComposite = 5;
const purpose = 'reading packages';
const keyPlaceholder = /\{\{installation-key:(04t\w{15})\}\}/g;

/** Asks Tooling API queries, five to a request. */
export async function askTooling(
  transport: Transport,
  apiVersion: string,
  questions: readonly ToolingQuestion[],
  keyOf: InstallationKeyOf
): Promise<readonly (readonly [string, Answer])[]> {
  const groups = await Promise.all(
    chunk(questions, queriesPerComposite).map((some) => askComposite(transport, apiVersion, some, keyOf))
  );
  return groups.flat();
}

async function askComposite(
  transport: Transport,
  apiVersion: string,
  questions: readonly ToolingQuestion[],
  keyOf: InstallationKeyOf
): Promise<readonly (readonly [string, Answer])[]> {
  const base = `/services/data/v${apiVersion}/tooling`;
  // Pure code never sees a key: it writes a placeholder, and the key is put in here, quoted for SOQL.
  const secrets: string[] = [];
  const putKeysIn = (soql: string): string =>
    soql.replace(keyPlaceholder, (_, packageVersionId: string) => {
      const key = keyOf(packageVersionId) ?? '';
      secrets.push(key);
      return escapeSoql(key);
    });
  const paths = questions.map(({ soql }) => `${base}/query?q=${encodeURIComponent(putKeysIn(soql))}`);
  let answered: readonly Subanswer[] = [];
  await transport.send({
    method: 'POST',
    path: `${base}/composite`,
    body: JSON.stringify({
      allOrNone: false,
      compositeRequest: paths.map((url, index) => ({ method: 'GET', url, referenceId: `q${index}` }))
    }),
    effect: 'read',
    purpose,
    secrets,
    accept: (text) => (answered = readComposite(text, paths.length, secrets))
  });
  return Promise.all(
    questions.map(async ({ id }, index): Promise<readonly [string, Answer]> => {
      const { httpStatusCode: status, body } = answered[index] as Subanswer;
      if (status >= 300) return [id, failedAnswer(status, body, secrets)];
      return [id, { ok: true, records: await allPages(transport, body as Page, paths[index] ?? '', secrets) }];
    })
  );
}

/** The answers in the order of the questions; one that could not be given now fails all, and the transport repeats them. */
function readComposite(text: string, wanted: number, secrets: readonly string[]): readonly Subanswer[] {
  const { compositeResponse } = parseAnswer<{ readonly compositeResponse: readonly Subanswer[] }>(text, purpose);
  const byReference = new Map(compositeResponse.map((answered) => [answered.referenceId, answered]));
  return Array.from({ length: wanted }, (_, index) => {
    const answered = byReference.get(`q${index}`);
    if (answered === undefined)
      throw new OrgFailure('unavailable', 'SHORT_COMPOSITE', 'the composite answer lacks results', purpose);
    if (answered.httpStatusCode >= 300) failedAnswer(answered.httpStatusCode, answered.body, secrets);
    return answered;
  });
}
