import type { OrgData } from '../../org-data';
import type { DeployJob, DeployOptions, ToldFailure } from './deploy-job';
import { failureOf, type DeployMessage } from './deploy-message';
import { runDeploy } from './run-deploy';

/** What a deploy that was told to fail ends with: the rows of its package with the told failures in place of their own. */
export function toldFailureOf(
  org: OrgData,
  zip: Buffer,
  options: DeployOptions,
  { failures, errorMessage }: ToldFailure
): Pick<DeployJob, 'messages' | 'errorMessage' | 'errorStatusCode'> {
  if (failures.length === 0) return { messages: [], errorMessage, errorStatusCode: 'UNKNOWN_EXCEPTION' };
  const own = runDeploy(org, zip, { ...options, checkOnly: true }).filter((message) => message.componentType !== '');
  const toldOf = (message: DeployMessage): boolean =>
    failures.some(
      ({ componentType, fullName }) => componentType === message.componentType && fullName === message.fullName
    );
  const told = failures.map(({ componentType: type, fullName, problem, lineNumber, columnNumber, ...failure }) => {
    const found = own.find((message) => message.componentType === type && message.fullName === fullName);
    const fileName = failure.fileName ?? found?.fileName ?? '';
    return failureOf({ type, fullName, fileName }, { message: problem, line: lineNumber, column: columnNumber });
  });
  const messages = [...told, ...own.filter((message) => !toldOf(message))];
  return errorMessage ? { messages, errorMessage, errorStatusCode: 'UNKNOWN_EXCEPTION' } : { messages };
}
