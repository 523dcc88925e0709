import { fill } from 'c/labelFormat';
import { checkIds } from './checks';
import { checkWords } from './checkWords';
import { evidenceWords } from './evidenceWords';
import { isNoAccess, type CheckId, type Finding, type Verdict } from './finding';
import { labels, verdictWords } from './labels';

/** A check as a person sees it. */
export type CheckRow = {
  readonly id: CheckId;
  readonly title: string;
  readonly verdict: string;
  readonly badge: string;
  readonly evidence: readonly { readonly key: number; readonly text: string }[];
  /** How to mend it; undefined when there is nothing to mend. */
  readonly fix?: string;
  readonly setupPath: string;
  readonly setupLabel: string;
  readonly error?: unknown;
};

const badges: Readonly<Record<Verdict, string>> = {
  ok: 'slds-badge slds-theme_success',
  warning: 'slds-badge slds-theme_warning',
  failed: 'slds-badge slds-theme_error',
  unknown: 'slds-badge'
};

/** Every check as a row, in one order whether or not it has ended. */
export function checkRows(findings: readonly Finding[]): readonly CheckRow[] {
  return checkIds.map((id) => {
    const { title, fix, setupPath } = checkWords[id];
    const finding = findings.find((each) => each.id === id);
    const place = { id, title, setupPath, setupLabel: fill(labels.openSetupFor, title) };
    if (!finding) return { ...place, verdict: labels.checking, badge: badges.unknown, evidence: [] };
    const { verdict, evidence, error } = finding;
    return {
      ...place,
      verdict: verdictWords[verdict],
      badge: badges[verdict],
      evidence: evidence.map((each, key) => ({ key, text: evidenceWords(each) })),
      // What could not be checked for an error needs another try, and no mending.
      ...(verdict === 'ok' || error !== undefined || fix === undefined ? {} : { fix }),
      // What is missing then is said once, above all checks.
      ...(verdict === 'unknown' && !isNoAccess(error) ? { error } : {})
    };
  });
}

/** What the person lacks to make every check; undefined when nothing was refused. */
export function missingAccess(findings: readonly Finding[]): string | undefined {
  return findings.some(({ error }) => isNoAccess(error)) ? labels.noAccess : undefined;
}

/** How many checks came to what. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length;
  return fill(labels.summary, count('ok'), count('warning'), count('failed'), count('unknown'));
}

/** The rows as text for a ticket. */
export function reportText(rows: readonly CheckRow[], heading: readonly string[]): string {
  const lines = rows.flatMap(({ title, verdict, evidence, fix, error }) => [
    `[${verdict}] ${title}`,
    ...[...evidence.map(({ text }) => text), ...sentencesOf(error)].map((line) => `  - ${line}`),
    ...(fix === undefined ? [] : [`  > ${fix}`])
  ]);
  return [...heading, ...lines].join('\n');
}

/** Salesforce's own words. */
function sentencesOf(error: unknown): readonly string[] {
  const { body, message } = (error ?? {}) as {
    readonly body?: { readonly message?: unknown };
    readonly message?: unknown;
  };
  return [body?.message ?? message].filter((text) => typeof text === 'string');
}
