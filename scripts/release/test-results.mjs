import { Refusal } from './refusal.mjs';

/** One line about the Apex tests; refuses results that are unfinished, failed, empty or cover too little. */
export function judgeTests(results, { coverage }) {
  const summary = results?.summary;
  if (summary === undefined) throw new Refusal('The Apex tests left no results: they did not finish', 1);
  const covered = Number.parseFloat(summary.orgWideCoverage ?? summary.testRunCoverage ?? '');
  const failed = (results.tests ?? []).filter(
    ({ Outcome, outcome }) => !/^(pass|skip)$/i.test(Outcome ?? outcome ?? '')
  );
  if (summary.outcome !== 'Passed' || Number(summary.testsRan) === 0 || failed.length > 0) {
    const names = failed.map(
      ({ FullName, fullName, Message, message }) => `\n  ${FullName ?? fullName}: ${Message ?? message}`
    );
    throw new Refusal(`${summary.testsRan} Apex tests ran, outcome ${summary.outcome}${names.join('')}`, 1);
  }
  if (Number.isNaN(covered) || covered < coverage)
    throw new Refusal(
      `The Apex tests cover ${summary.orgWideCoverage ?? 'nothing that was counted'}; ${coverage} % is the least`,
      1
    );
  return `${summary.testsRan} Apex tests passed and cover ${covered} %`;
}
