import type { Answer, OrgRecord, Question } from '../resources/question';
import { chunk } from './chunk';
import { classifyAnswer, OrgFailure, readingTheOrg } from './failure';
import type { Transport } from './transport';

type DataQuestion = Extract<Question, { via: 'data' | 'describe' }>;
type Page = { readonly records: readonly OrgRecord[]; readonly nextRecordsUrl?: string };

/** Composite Batch takes at most 25 subrequests (REST API Developer Guide, "Composite Batch"). */
const subrequestsPerBatch = 25;

/** Asks SOQL queries and describes, 25 to a request, and follows every page. */
export async function askData(
  transport: Transport,
  apiVersion: string,
  questions: readonly DataQuestion[]
): Promise<readonly (readonly [string, Answer])[]> {
  const batches = await Promise.all(
    chunk(questions, subrequestsPerBatch).map((some) => askBatch(transport, apiVersion, some))
  );
  return batches.flat();
}

async function askBatch(
  transport: Transport,
  apiVersion: string,
  questions: readonly DataQuestion[]
): Promise<readonly (readonly [string, Answer])[]> {
  const { text } = await transport.send({
    method: 'POST',
    path: `/services/data/v${apiVersion}/composite/batch`,
    body: JSON.stringify({
      haltOnError: false,
      batchRequests: questions.map((question) => ({ method: 'GET', url: `v${apiVersion}/${pathOf(question)}` }))
    }),
    effect: 'read',
    purpose: readingTheOrg
  });
  const { results } = JSON.parse(text) as { results: readonly { statusCode: number; result: unknown }[] };
  return Promise.all(
    questions.map(async (question, index): Promise<readonly [string, Answer]> => {
      const answered = results[index];
      if (answered === undefined)
        throw new OrgFailure('unavailable', 'SHORT_BATCH', 'the batch answer lacks results', readingTheOrg);
      return [question.id, await readAnswer(transport, question, answered.statusCode, answered.result)];
    })
  );
}

function pathOf(question: DataQuestion): string {
  return question.via === 'data'
    ? `query?q=${encodeURIComponent(question.soql)}`
    : `sobjects/${encodeURIComponent(question.sobject)}/describe`;
}

async function readAnswer(
  transport: Transport,
  question: DataQuestion,
  status: number,
  result: unknown
): Promise<Answer> {
  if (status >= 300) return failedAnswer(status, result);
  if (question.via === 'describe') return { ok: true, records: (result as { fields: readonly OrgRecord[] }).fields };
  return { ok: true, records: await allPages(transport, result as Page) };
}

/** What a failed subquery means; a session or limit problem fails the whole reading instead. */
export function failedAnswer(status: number, result: unknown): Answer {
  const { errorCode = `HTTP_${status}`, message = '' } = (result as readonly Record<string, string>[])[0] ?? {};
  const failureClass = classifyAnswer(status, errorCode, message);
  if (failureClass !== 'refused' && failureClass !== 'not-found') {
    throw new OrgFailure(failureClass, errorCode, message, readingTheOrg);
  }
  return { ok: false, code: errorCode, message };
}

/** A query answers at most 2,000 rows at once; the rest is behind nextRecordsUrl. */
export async function allPages(transport: Transport, first: Page): Promise<readonly OrgRecord[]> {
  const records = [...first.records];
  let next = first.nextRecordsUrl;
  while (next !== undefined) {
    const { text } = await transport.send({ method: 'GET', path: next, effect: 'read', purpose: 'reading more rows' });
    const page = JSON.parse(text) as Page;
    records.push(...page.records);
    next = page.nextRecordsUrl;
  }
  return records;
}
