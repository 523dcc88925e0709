import type { Fault, FaultedRequest } from './fault-rule';

/** Whether a fault can strike the request at all: those of deploys, installations and look-ups pass all others by. */
export function concerns(kind: Fault['kind'], request: FaultedRequest): boolean {
  switch (kind) {
    case 'deploy-failure':
      return startsDeploy(request);
    case 'install-failure':
    case 'install-in-progress':
      return startsInstall(request);
    case 'publish-lag':
      return looksUpVersion(request);
    default:
      return true;
  }
}

/** REST deployRequest, or SOAP's deploy() and deployRecentValidation(), whose names stand before the zip. */
function startsDeploy({ method, path, body }: FaultedRequest): boolean {
  if (method !== 'POST') return false;
  if (/\/metadata\/deployRequest(\/\w+)?$/.test(path)) return true;
  const start = body.subarray(0, 8192).toString('utf8');
  return path.startsWith('/services/Soap/') && /Body[^>]*>\s*<(?:\w+:)?deploy(?:RecentValidation)?[\s>]/.test(start);
}

function startsInstall({ method, path, body }: FaultedRequest): boolean {
  if (method !== 'POST') return false;
  if (/\/sobjects\/PackageInstallRequest\/?$/i.test(path)) return true;
  if (!/\/composite(\/|$)/.test(path)) return false;
  const text = body.toString('utf8');
  return text.includes('PackageInstallRequest') && (/\/sobjects\/?$/.test(path) || text.includes('"POST"'));
}

const looksUpVersion = ({ path, queries }: FaultedRequest): boolean =>
  /\/sobjects\/SubscriberPackageVersion\/\w+$/i.test(path) ||
  queries.some((soql) => /\bFROM\s+SubscriberPackageVersion\b/i.test(soql));
