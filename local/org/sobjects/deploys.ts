import type { OrgData, Row, Value } from '../org-data';
import { flag, longText, moment, pick, reference, text, whole } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;
const flags = [
  'AllowMissingFiles',
  'AutoUpdatePackage',
  'CheckOnly',
  'IgnoreWarnings',
  'PurgeOnDelete',
  'RollbackOnError',
  'SinglePackage'
];
const counts = ['NumberComponentErrors', 'NumberComponentsDeployed', 'NumberComponentsTotal', 'NumberFiles', 'ZipSize'];
const states = ['Pending', 'InProgress', 'Succeeded', 'SucceededPartial', 'Failed', 'Canceling', 'Canceled'];

/** The deploys of this org [Tooling API, DeployRequest]. */
export const deployRequest = sobject(
  'DeployRequest',
  '0Af',
  [
    pick('Status', states, readOnly),
    moment('StartDate', readOnly),
    moment('CompletedDate', readOnly),
    text('ErrorStatusCode', 255, readOnly),
    longText('ErrorMessage', 4000, readOnly),
    text('StateDetail', 255, readOnly),
    pick('TestLevel', [], readOnly),
    reference('CanceledById', 'User', readOnly),
    ...flags.map((name) => flag(name, readOnly)),
    ...counts.map((name) => whole(name, readOnly))
  ],
  { api: 'tooling', setup: true, derive: deriveDeployRequests }
);

type KeptDeploy = {
  readonly id: string;
  readonly status: string;
  readonly createdBy: string;
  readonly createdDate: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly messages?: readonly { readonly success: boolean }[];
} & Readonly<Record<string, unknown>>;

function deriveDeployRequests(org: OrgData): readonly Row[] {
  return org.jobs<KeptDeploy>('0Af').map((job) => {
    const messages = job.messages ?? [];
    const plain = (name: string): Value =>
      typeof job[name] === 'string' || typeof job[name] === 'number' ? job[name] : null;
    const options = Object.fromEntries(
      flags.map((name) => [name, job.options?.[name.charAt(0).toLowerCase() + name.slice(1)] === true])
    );
    const changed = plain('completedDate') ?? job.createdDate;
    return {
      Id: job.id,
      Status: job.status,
      StartDate: plain('startDate'),
      CompletedDate: plain('completedDate'),
      ErrorStatusCode: plain('errorStatusCode'),
      ErrorMessage: plain('errorMessage'),
      StateDetail: null,
      TestLevel: typeof job.options?.testLevel === 'string' ? job.options.testLevel : null,
      CanceledById: plain('canceledBy'),
      ...options,
      NumberComponentErrors: messages.filter(({ success }) => !success).length,
      NumberComponentsDeployed: messages.filter(({ success }) => success).length,
      NumberComponentsTotal: messages.length,
      NumberFiles: plain('numberFiles'),
      ZipSize: plain('zipSize'),
      CreatedDate: job.createdDate,
      CreatedById: job.createdBy,
      LastModifiedDate: changed,
      LastModifiedById: job.createdBy,
      SystemModstamp: changed
    };
  });
}
