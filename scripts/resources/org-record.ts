import type { Answer, Answers, OrgRecord } from './question';

/** The rows of a question that was answered; none when it was refused or never asked. */
export function recordsOf(answers: Answers, id: string): readonly OrgRecord[] {
  const answer = answers.get(id);
  return answer?.ok ? answer.records : [];
}

/** The refusal of a question, when there is one. */
export function refusalOf(answers: Answers, id: string): Extract<Answer, { ok: false }> | undefined {
  const answer = answers.get(id);
  return answer && !answer.ok ? answer : undefined;
}

/** The text at `path`, such as `Profile.Name`; undefined when empty or absent. */
export function textAt(record: OrgRecord, path: string): string | undefined {
  const value = valueAt(record, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** True only for a stored true; SOQL and describe answer with booleans, SOAP with their text. */
export function flagAt(record: OrgRecord, path: string): boolean {
  const value = valueAt(record, path);
  return value === true || value === 'true';
}

/** The number at `path`, or undefined. */
export function numberAt(record: OrgRecord, path: string): number | undefined {
  const value = valueAt(record, path);
  if (value === null || value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function valueAt(record: OrgRecord, path: string): unknown {
  let value: unknown = record;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as OrgRecord)[part];
  }
  return value;
}
