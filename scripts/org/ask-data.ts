import type { Answer, OrgRecord, Question } from '../resources/question';
import { parseAnswer } from './answer';
import { chunk } from './chunk';
import { classifyAnswer, OrgFailure, readingTheOrg } from './failure';
import { allPages, type Page } from './pages';
import { redact } from './redact';
import type { Transport } from './transport';

type DataQuestion = Extract<Question, { via: 'data' | 'describe' | 'search' }>;
type Subanswer = { readonly statusCode: number; readonly result: unknown };

/** Composite Batch takes at most 25 subrequests (REST API Developer Guide, "Composite Batch"). */
const subrequestsPerBatch = 25;

/** Asks SOQL queries, SOSL searches and describes, 25 to a request, and follows every page. */
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
  let results: readonly Subanswer[] = [];
  await transport.send({
    method: 'POST',
    path: `/services/data/v${apiVersion}/composite/batch`,
    body: JSON.stringify({
      haltOnError: false,
      batchRequests: questions.map((question) => ({ method: 'GET', url: `v${apiVersion}/${pathOf(question)}` }))
    }),
    effect: 'read',
    purpose: readingTheOrg,
    accept: (text) => (results = readBatch(text, questions.length))
  });
  return Promise.all(
    results.map(async ({ statusCode, result }, index): Promise<readonly [string, Answer]> => {
      const question = questions[index] as DataQuestion;
      if (statusCode >= 300) return [question.id, failedAnswer(statusCode, result)];
      if (question.via === 'describe') {
        return [question.id, { ok: true, records: (result as { fields: readonly OrgRecord[] }).fields }];
      }
      if (question.via === 'search') {
        return [question.id, { ok: true, records: (result as { searchRecords: readonly OrgRecord[] }).searchRecords }];
      }
      const path = `/services/data/v${apiVersion}/${pathOf(question)}`;
      return [question.id, { ok: true, records: await allPages(transport, result as Page, path) }];
    })
  );
}

/** One subrequest that could not be answered now makes the whole batch a failure, which the transport repeats. */
function readBatch(text: string, wanted: number): readonly Subanswer[] {
  const { results } = parseAnswer<{ readonly results: readonly Subanswer[] }>(text, readingTheOrg);
  if (results.length < wanted)
    throw new OrgFailure('unavailable', 'SHORT_BATCH', 'the batch answer lacks results', readingTheOrg);
  for (const { statusCode, result } of results) if (statusCode >= 300) failedAnswer(statusCode, result);
  return results;
}

function pathOf(question: DataQuestion): string {
  switch (question.via) {
    case 'data':
      return `query?q=${encodeURIComponent(question.soql)}`;
    case 'search':
      return `search?q=${encodeURIComponent(question.sosl)}`;
    case 'describe':
      return `sobjects/${encodeURIComponent(question.sobject)}/describe`;
    default:
      return question satisfies never;
  }
}

/** What a failed subquery means; what concerns more than this question fails the whole reading instead. */
export function failedAnswer(status: number, result: unknown, secrets: readonly string[] = []): Answer {
  const first = Array.isArray(result) ? (result as readonly Partial<Record<string, string>>[])[0] : undefined;
  const { errorCode = `HTTP_${status}`, message: said = '' } = first ?? {};
  const failureClass = classifyAnswer(status, errorCode, said);
  const message = redact(said, secrets);
  if (failureClass !== 'refused' && failureClass !== 'not-found') {
    throw new OrgFailure(failureClass, errorCode, message, readingTheOrg);
  }
  return { ok: false, code: errorCode, message };
}
