import type { Answer, Question } from '../resources/question';
import { allPages, failedAnswer } from './ask-data';
import { chunk } from './chunk';
import type { Transport } from './transport';

type ToolingQuestion = Extract<Question, { via: 'tooling' }>;
type Page = Parameters<typeof allPages>[1];

/** Gives the installation key of a package version (04t, 18 characters); undefined when the configuration names none. */
export type InstallationKeyOf = (packageVersionId: string) => string | undefined;

/** A composite takes at most 25 subrequests of which 5 queries (REST API Developer Guide, "Composite"). */
const queriesPerComposite = 5;
const keyPlaceholder = /\{\{installation-key:(04t\w{15})\}\}/g;

/** Asks Tooling API queries, five to a request; one alone goes as a plain query. */
export async function askTooling(
  transport: Transport,
  apiVersion: string,
  questions: readonly ToolingQuestion[],
  keyOf: InstallationKeyOf
): Promise<readonly (readonly [string, Answer])[]> {
  const base = `/services/data/v${apiVersion}/tooling`;
  const groups = await Promise.all(
    chunk(questions, queriesPerComposite).map(async (some) => {
      const { text } = await transport.send({
        method: 'POST',
        path: `${base}/composite`,
        body: JSON.stringify({
          allOrNone: false,
          compositeRequest: some.map(({ soql }, index) => ({
            method: 'GET',
            url: `${base}/query?q=${encodeURIComponent(withKeys(soql, keyOf))}`,
            referenceId: `q${index}`
          }))
        }),
        effect: 'read',
        purpose: 'reading packages'
      });
      const { compositeResponse } = JSON.parse(text) as {
        compositeResponse: readonly { referenceId: string; httpStatusCode: number; body: unknown }[];
      };
      const byReference = new Map(compositeResponse.map((answered) => [answered.referenceId, answered]));
      return Promise.all(
        some.map(async ({ id }, index): Promise<readonly [string, Answer]> => {
          const { httpStatusCode: status = 500, body = [] } = byReference.get(`q${index}`) ?? {};
          if (status >= 300) return [id, failedAnswer(status, body)];
          return [id, { ok: true, records: await allPages(transport, body as Page) }];
        })
      );
    })
  );
  return groups.flat();
}

/** Pure code never sees a key: it writes a placeholder, and the key is put in here, quoted for SOQL. */
function withKeys(soql: string, keyOf: InstallationKeyOf): string {
  return soql.replace(keyPlaceholder, (_, packageVersionId: string) =>
    (keyOf(packageVersionId) ?? '').replace(/\\/g, '\\\\').replace(/'/g, "\\'")
  );
}
