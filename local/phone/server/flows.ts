import { type Flows, type FlowTarget } from '../engine/org-state';
import { Refusal } from '../engine/shapes';
import { type Answered, type Reports } from './reports';

/** An agent's page waits ten seconds, and the call that is handed on was told to servers before. */
const deadlineMs = 6000;

/** Runs flows of Salesforce through the server that has the key. */
export function createFlows(request: Reports['request']): Flows {
  const about = (callKey: string, what: string): string => `calls/${encodeURIComponent(callKey)}/${what}`;
  return {
    run: async (orgId, callKey, flow) =>
      namedIn(await request(orgId, about(callKey, 'flow'), { flowName: flow }, deadlineMs)),
    forget: (orgId, callKey) => void request(orgId, about(callKey, 'clear-routing'), {}).catch(() => undefined)
  };
}

/** Salesforce answers `{"agent", "queue"}` in our own words, one of them null, or `{"errors"}`. */
function namedIn({ status, body }: Answered): FlowTarget {
  const { answer, code, reason } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const { agent, queue, errors } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  if (isId(agent)) return { kind: 'agent', id: agent };
  if (isId(queue)) return { kind: 'queue', id: queue };
  const words = Array.isArray(errors) ? errors.map(wordsOf).join('; ') : wordsOf(reason ?? code ?? status);
  throw new Refusal('invalid-destination', `The flow named nobody (${words})`);
}

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300);
