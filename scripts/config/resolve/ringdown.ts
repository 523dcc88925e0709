import type { ResolvedCallCenter, ResolvedRingdown } from '../resolved-config';
import { languages } from '../schema/ringdown';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
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
    scope.problem({ ...problem, atKey: true });
  }
  const released = release === undefined || source !== undefined ? undefined : readRelease(release, scope);
  return {
    namespace: namespaceOf(released?.namespace, scope),
    ...(source === undefined ? {} : { source: { folder: source, translations: languagesOf(translations, scope) } }),
    ...(released === undefined ? {} : { release: traced(released.version, ['release'], released.origin, scope) }),
    packages: [],
    ...phoneOrigin(callCenters, scope),
    ...(sessionService === undefined ? {} : { sessionService })
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

/** Components take messages from one page: that of the first call center that has an address of its own. */
function phoneOrigin(callCenters: readonly ResolvedCallCenter[], scope: Scope): Pick<ResolvedRingdown, 'phoneOrigin'> {
  const first = callCenters.find(({ adapterUrl }) => URL.canParse(adapterUrl));
  if (first === undefined) return {};
  scope.trace(['ringdown', 'phoneOrigin'], `derived: callCenters.${first.key}.adapterUrl`);
  return { phoneOrigin: new URL(first.adapterUrl).origin };
}

/** Whatever is written into our packages, or refers to them. */
function needing({ settings }: Scope): readonly Path[] {
  const { logging, screenPop, presence, reps, users, permissionSets = [] } = settings;
  return [
    ...Object.entries({ logging, screenPop, presence, reps }).flatMap(([key, value]) =>
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
