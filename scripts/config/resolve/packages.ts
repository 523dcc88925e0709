import type { ResolvedCallCenter } from '../resolved-config/call-center';
import type { ResolvedPackage } from '../resolved-config/packages';
import { longId } from '../salesforce-id';
import type { VendorPackage } from '../schema/package';
import { missing, mustBe, type Problem } from '../shape/problem';
import type { Path } from '../source/path';
import { vendorOrigin, type Vendor } from '../vendor/vendor';
import { loginHost } from './org';
import { readRelease } from './release';
import type { Scope } from './scope';
import { secretBesideFile } from './secrets';

type Entry = {
  readonly package: ResolvedPackage;
  /** Says what is wrong with one of its values, where that value stands. */
  readonly problem: (field: Path, problem: Omit<Problem, 'path'>) => void;
};

/** Our release, the vendors' packages and the file's own, each once, in the order of installation. */
export function resolvePackages(callCenters: readonly ResolvedCallCenter[], scope: Scope): readonly ResolvedPackage[] {
  const entries = new Map<string, Entry>();
  addRelease(
    entries,
    callCenters.some(({ kind }) => kind === 'voice'),
    scope
  );
  for (const vendor of new Set(vendorsInUse(scope))) addVendorPackages(entries, vendor, scope);
  addOwnPackages(entries, scope);
  checkDependencies(entries);
  return inOrder(entries);
}

/** Ours, as released: the Voice package only where a call center is of Voice. */
function addRelease(entries: Map<string, Entry>, hasVoice: boolean, scope: Scope): void {
  const { source, release: wanted } = scope.settings.ringdown ?? {};
  // What is wrong with the release is said once, where it is resolved.
  const silent = { ...scope, problem: () => undefined };
  const release = wanted === undefined || source !== undefined ? undefined : readRelease(wanted, silent);
  if (release === undefined) return;
  const add = (id: string, name: string, dependsOn: string[]): void => {
    scope.trace(['packages', id], release.origin);
    const given = { id, name, dependsOn };
    entries.set(id, {
      package: resolved(given, undefined, scope),
      problem: (_, said) => scope.problem({ ...said, path: ['ringdown', 'release'] })
    });
  };
  add(release.main, 'Ringdown', []);
  if (!hasVoice) return;
  if (release.voice !== undefined) return add(release.voice, 'Ringdown Voice', [release.main]);
  const fix = 'A call center of Voice needs it: release it, or write source: force-app';
  scope.problem(mustBe(['ringdown', 'release'], 'a release with a voice package', wanted, fix));
}

/** Vendors of the call centers of the file, in that order. */
export function vendorsInUse({ settings, vendors }: Scope): readonly Vendor[] {
  const names = new Set(Object.values(settings.callCenters).map(({ vendor }) => vendor));
  return [...names].flatMap((name) => (name === undefined ? [] : (vendors.get(name) ?? [])));
}

function addVendorPackages(entries: Map<string, Entry>, vendor: Vendor, scope: Scope): void {
  for (const [index, given] of (vendor.settings.packages ?? []).entries()) {
    const path: Path = ['packages', index];
    const id = longId(given.id);
    const problem: Entry['problem'] = (field, said) => scope.problem({ ...said, path: [...path, ...field] }, vendor);
    if (entries.has(id)) {
      problem(['id'], mustBe([], 'an id that stands here once', given.id));
      continue;
    }
    for (const field of ['id', 'name', 'securityType', 'version', 'dependsOn'] as const) {
      scope.trace(
        ['packages', id, field],
        given[field] === undefined ? 'default' : vendorOrigin(vendor, [...path, field])
      );
    }
    entries.set(id, { package: resolved(given, given.installLink, scope), problem });
  }
}

function addOwnPackages(entries: Map<string, Entry>, scope: Scope): void {
  const seen = new Set<string>();
  for (const [index, given] of (scope.settings.packages ?? []).entries()) {
    const path: Path = ['packages', index];
    const id = longId(given.id);
    const problem: Entry['problem'] = (field, said) => scope.problem({ ...said, path: [...path, ...field] });
    if (seen.has(id)) {
      scope.problem(mustBe([...path, 'id'], 'an id that stands here once', given.id, 'Keep one of the two entries'));
      continue;
    }
    seen.add(id);
    const brought = entries.get(id)?.package;
    const name = given.name ?? brought?.name;
    if (name === undefined)
      scope.problem(missing([...path, 'name'], 'text', 'Only a package that a vendor file brings already has a name'));
    for (const [field, value] of Object.entries(given))
      if (value !== undefined) scope.trace(['packages', id, field], [...path, field]);
    if (brought === undefined) scope.trace(['packages', id], path);
    const own = resolved({ ...given, name: name ?? '' }, undefined, scope);
    const said = Object.fromEntries(Object.keys(given).map((field) => [field, own[field as keyof ResolvedPackage]]));
    entries.set(id, { package: { ...own, ...brought, ...said, id }, problem });
  }
}

function resolved(
  given: Omit<VendorPackage, 'installLink'> & Pick<ResolvedPackage, 'installationKey'>,
  link: VendorPackage['installLink'],
  scope: Scope
): ResolvedPackage {
  const id = longId(given.id);
  scope.trace(
    ['packages', id, 'installUrl'],
    `derived: ${scope.instanceUrl === undefined ? scope.org.kind : 'the org’s own URL'}`
  );
  return {
    id,
    name: given.name,
    securityType: given.securityType ?? 'admins',
    version: given.version ?? 'at-least',
    ...(given.installationKey === undefined ? {} : { installationKey: secretBesideFile(given.installationKey, scope) }),
    dependsOn: (given.dependsOn ?? []).map(longId),
    installUrl: installUrl(id, link, scope)
  };
}

/** The page where an admin installs by hand: of the org itself when its URL is known, else by way of the login page. */
function installUrl(id: string, link: VendorPackage['installLink'], { org, instanceUrl }: Scope): string {
  const host = instanceUrl ?? loginHost(org.kind);
  const page = `/packaging/installPackage.apexp?p0=${id.slice(0, 15)}`;
  return link === 'startURL' ? `${host}/?startURL=${encodeURIComponent(page)}` : host + page;
}

function checkDependencies(entries: ReadonlyMap<string, Entry>): void {
  for (const [id, { package: entry, problem }] of entries) {
    for (const [index, needed] of entry.dependsOn.entries()) {
      if (!entries.has(needed)) {
        problem(['dependsOn', index], mustBe([], 'the id of a package of this file or of its vendors', needed));
      }
    }
    const circle = circleFrom(id, entries);
    if (circle === undefined || circle.some((other) => order(other, entries) < order(id, entries))) continue;
    const got = [...circle, id].map((one) => entries.get(one)?.package.name ?? one).join(' needs ');
    const expected = 'packages that can be installed one after the other';
    problem(['dependsOn'], {
      message: `goes in a circle: ${got}`,
      expected,
      got,
      fix: 'Take one of these dependencies out'
    });
  }
}

const order = (id: string, entries: ReadonlyMap<string, Entry>): number => [...entries.keys()].indexOf(id);

/** The way from a package back to itself, or undefined. */
function circleFrom(
  start: string,
  entries: ReadonlyMap<string, Entry>,
  way: readonly string[] = [start]
): readonly string[] | undefined {
  for (const needed of entries.get(way.at(-1) ?? start)?.package.dependsOn ?? []) {
    if (needed === start) return way;
    if (way.includes(needed)) continue;
    const circle = circleFrom(start, entries, [...way, needed]);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** As listed, except that what another needs comes before it. */
function inOrder(entries: ReadonlyMap<string, Entry>): readonly ResolvedPackage[] {
  const placed = new Set<string>();
  const place = (id: string): void => {
    const entry = entries.get(id);
    if (entry === undefined || placed.has(id)) return;
    visiting.add(id);
    for (const needed of entry.package.dependsOn) if (!visiting.has(needed)) place(needed);
    visiting.delete(id);
    placed.add(id);
  };
  const visiting = new Set<string>();
  for (const id of entries.keys()) place(id);
  return [...placed].flatMap((id) => entries.get(id)?.package ?? []);
}
