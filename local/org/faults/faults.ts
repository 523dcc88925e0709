import { concerns } from './concerned-request';
import type { Fault, FaultedRequest, FaultRule } from './fault-rule';
import { pattern } from './pattern';

/** The rules in the order in which they were added. */
export type Faults = {
  /** Refuses with an error what is no rule. */
  readonly add: (...rules: readonly FaultRule[]) => void;
  readonly clear: () => void;
  /**
   * What goes wrong with this request: the fault of the first rule that has one left; it is used up by asking. A fault of deploys,
   * installations or look-ups counts only requests that are one.
   */
  readonly next: (request: FaultedRequest) => Fault | undefined;
};

/** Nothing goes wrong until a rule is added. */
export function createFaults(): Faults {
  let rules: { readonly rule: FaultRule; seen: number }[] = [];
  return {
    add: (...added) => {
      const checked = added.map((rule) => loadCheck().faultRule(rule));
      rules.push(...checked.map((rule) => ({ rule, seen: 0 })));
    },
    clear: () => void (rules = []),
    next: (request) => {
      for (const entry of rules) {
        const { match, skip = 0, times = Infinity, fault } = entry.rule;
        if (match.method !== undefined && match.method.toUpperCase() !== request.method) continue;
        if (match.path !== undefined && !pattern(match.path).test(request.path)) continue;
        if (match.soql !== undefined && !request.queries.some((soql) => pattern(match.soql ?? '').test(soql))) continue;
        if (!concerns(fault.kind, request)) continue;
        entry.seen += 1;
        if (entry.seen > skip && entry.seen <= skip + times) return fault;
      }
      return undefined;
    }
  };
}

/** Loaded with the first rule, so that an org without any starts at once. */
const loadCheck = (): typeof import('./check-rule') => require('./check-rule') as typeof import('./check-rule');
