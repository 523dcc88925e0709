import type { ResolvedCallCenter } from '../resolved-config/call-center';
import type { ResolvedRingdown } from '../resolved-config/packages';
import { languages } from '../schema/ringdown';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import { vendorOrigin } from '../vendor/vendor';
import { readRelease } from './release';
import type { Scope } from './scope';

/** Our own packages: where they come from, and what is derived for them. Undefined when the file does not manage them. */
export function resolveRingdown(
  callCenters: readonly ResolvedCallCenter[],
  scope: Scope
): ResolvedRingdown | undefined {
  const given = scope.settings.ringdown;
  if (given === undefined) {
    for (const path of needing(scope)) {
      const fix = 'Say where its packages come from: ringdown: { source: force-app }';
      scope.problem({
        path,
        atKey: true,
        because: ['ringdown'],
        message: 'needs ringdown, which is missing',
        expected: 'ringdown',
        got: 'nothing',
        fix
      });
    }
    return undefined;
  }
  const { source, release, translations, sessionService } = given;
  if (source !== undefined && release !== undefined) {
    const fix = 'Take one of the two out';
    scope.problem({ ...mustBe(['ringdown', 'release'], 'left out beside source', release, fix), atKey: true });
  }
  if (source === undefined && translations !== undefined) {
    const problem = mustBe(
      ['ringdown', 'translations'],
      'left out without source',
      translations,
      'A release holds all of them'
    );
    scope.problem({ ...problem, atKey: true, because: ['ringdown', 'source'] });
  }
  const released = release === undefined || source !== undefined ? undefined : readRelease(release, instead(scope));
  return {
    namespace: namespaceOf(released?.namespace, scope),
    ...(source === undefined ? {} : { source: { folder: source, translations: languagesOf(translations, scope) } }),
    ...(released === undefined ? {} : { release: traced(released.version, ['release'], released.origin, scope) }),
    packages: [],
    ...phonePage(callCenters, scope),
    ...(sessionService === undefined ? {} : { sessionService })
  };
}

/** A release counts only where there is no source: what is wrong with it may follow from a source that could not be read. */
function instead(scope: Scope): Scope {
  return {
    ...scope,
    problem: (problem, other) => scope.problem({ ...problem, because: ['ringdown', 'source'] }, other)
  };
}

function namespaceOf(released: string | undefined, scope: Scope): string {
  const { namespace, source } = scope.settings.ringdown ?? {};
  if (namespace === undefined) {
    if (released !== undefined) scope.trace(['ringdown', 'namespace'], 'releases.yaml');
    return released ?? '';
  }
  if (released !== undefined && released.toLowerCase() !== namespace.toLowerCase()) {
    const fix = 'Take the line out: the release says it';
    scope.problem(mustBe(['ringdown', 'namespace'], `the namespace of the release, ${released}`, namespace, fix));
  }
  if (source !== undefined && namespace !== '') {
    const fix = 'What is deployed from source gets no namespace: take the line out, or install with release';
    scope.problem(mustBe(['ringdown', 'namespace'], 'empty beside source', namespace, fix));
  }
  return namespace;
}

function languagesOf(given: readonly string[] | undefined, scope: Scope): readonly string[] {
  scope.trace(['ringdown', 'source', 'folder'], ['ringdown', 'source']);
  scope.trace(['ringdown', 'source', 'translations'], given === undefined ? 'default' : ['ringdown', 'translations']);
  return languages.filter((language) => given === undefined || given.includes(language));
}

/**
 * Components work with one page, that of the first call center that has an address of its own: they take messages from it, and
 * leave records and logs to it where its vendor says so.
 */
function phonePage(
  callCenters: readonly ResolvedCallCenter[],
  { trace, vendors }: Scope
): Pick<ResolvedRingdown, 'phoneOrigin' | 'popsAndLogs'> {
  const first = callCenters.find(({ adapterUrl }) => URL.canParse(adapterUrl)) ?? callCenters[0];
  const vendor = first?.vendor === undefined ? undefined : vendors.get(first.vendor);
  const said = vendor?.settings.popsAndLogs;
  if (vendor !== undefined && said !== undefined)
    trace(['ringdown', 'popsAndLogs'], vendorOrigin(vendor, ['popsAndLogs']));
  const origin = first === undefined || !URL.canParse(first.adapterUrl) ? undefined : new URL(first.adapterUrl).origin;
  if (origin !== undefined) trace(['ringdown', 'phoneOrigin'], `derived: callCenters.${first?.key ?? ''}.adapterUrl`);
  return {
    ...(origin === undefined ? {} : { phoneOrigin: origin }),
    ...(said === undefined ? {} : { popsAndLogs: said === 'vendor' ? 'Vendor' : 'Ringdown' })
  };
}

/** Whatever is written into our packages, or refers to them. */
function needing({ settings }: Scope): readonly Path[] {
  const { logging, screenPop, screenPopWindow, presence, reps, users, permissionSets = [] } = settings;
  return [
    ...Object.entries({ logging, screenPop, screenPopWindow, presence, reps }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key]]
    ),
    ...(users?.roles === undefined ? [] : [['users', 'roles']]),
    ...permissionSets.flatMap(({ callLogFields }, index): readonly Path[] =>
      callLogFields?.ringdown === undefined ? [] : [['permissionSets', index, 'callLogFields', 'ringdown']]
    )
  ];
}

function traced(value: string, path: Path, origin: string, scope: Scope): string {
  scope.trace(['ringdown', ...path], origin);
  return value;
}
