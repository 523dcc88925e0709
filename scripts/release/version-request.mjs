import { Refusal } from './refusal.mjs';

/** What to do about the version of a commit, from the requests that the Dev Hub has for it, newest first. */
export function nextStep(requests) {
  const usable = requests.find(({ Status }) => Status !== 'Error');
  return usable === undefined ? { kind: 'create' } : { kind: 'follow', requestId: usable.Id };
}

/** The version that a finished request made; refuses one that failed, and one that could never be promoted. */
export function finishedVersion(report, { needsCoverage }) {
  if (report.Status === 'Error') {
    const reasons = (report.Error ?? []).map((reason) => `\n  ${typeof reason === 'string' ? reason : reason.Message}`);
    throw new Refusal(`Salesforce could not build the version (request ${report.Id}):${reasons.join('')}`, 1);
  }
  if (report.Status !== 'Success') return undefined;
  if (needsCoverage && report.HasPassedCodeCoverageCheck !== true) {
    const covered =
      typeof report.CodeCoverage !== 'number'
        ? 'no coverage was calculated'
        : `the tests cover ${report.CodeCoverage} %`;
    throw new Refusal(
      `${report.SubscriberPackageVersionId} can't be promoted: ${covered}, and Salesforce asks for 75 %`,
      1
    );
  }
  return { id: report.SubscriberPackageVersionId, number: report.VersionNumber, coverage: report.CodeCoverage };
}
