import { concerns } from './concerned-request';

/** When it applies, how often, and what goes wrong. */
export type FaultRule = {
  /** All that is given must hold; nothing given means every request. */
  readonly match: {
    readonly method?: string;
    /** A glob with `*`, or a regular expression, as such or between slashes. */
    readonly path?: string | RegExp;
    /** The same, for the text of a query, wherever in the request it stands. */
    readonly soql?: string | RegExp;
  };
  /** Matching requests that go well before the first that does not. */
  readonly skip?: number;
  /** How many requests go wrong; all that follow unless told. */
  readonly times?: number;
  readonly fault: Fault;
};

export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** An HTML page with status 503. */
  | { readonly kind: 'maintenance-page' }
  /** The connection breaks before the org has done anything. */
  | { readonly kind: 'reset-before' }
  /** The work is done, and its answer is lost. */
  | { readonly kind: 'reset-after' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'expired-session' }
  | { readonly kind: 'request-limit'; readonly which: 'concurrent' | 'total' }
  /** Somebody else holds the records: those of these ids, or all that the request writes. */
  | { readonly kind: 'row-lock'; readonly ids?: readonly string[] }
  /** The deploy that the request starts ends Failed with these failures, or with this message; nothing is applied. */
  | { readonly kind: 'deploy-failure'; readonly failures?: readonly ToldFailure[]; readonly errorMessage?: string }
  /** The installation that the request starts ends in ERROR with these messages; nothing is installed. */
  | { readonly kind: 'install-failure'; readonly errors: readonly string[] }
  /** The looked-up package version is not yet available in this org. */
  | { readonly kind: 'publish-lag' }
  /** The installation that the request starts takes this many reads of its status. */
  | { readonly kind: 'install-in-progress'; readonly polls: number };

/** What is wrong with one component; its file is found in the package unless it is named. */
export type ToldFailure = {
  readonly fullName: string;
  readonly componentType: string;
  readonly problem: string;
  readonly fileName?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
};

/** What rules are compared with. */
export type FaultedRequest = {
  readonly method: string;
  readonly path: string;
  readonly queries: readonly string[];
  readonly body: Buffer;
};

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

/** The pattern of a rule as an expression; throws where it is none. */
export function pattern(given: string | RegExp): RegExp {
  if (given instanceof RegExp) return new RegExp(given.source, given.flags.replace('g', ''));
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(given) ?? [];
  // A path begins with a slash and may end with one; only what looks like an expression is read as one.
  if (source !== undefined && /[\\^$()|[\]+?.]/.test(source)) return new RegExp(source, flags);
  const parts = given.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`, 'i');
}
