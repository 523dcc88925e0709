import type { ResolvedConfig, ResolvedValue } from '../resolved-config';
import type { Overlay } from '../source/overlay';
import { isWithin, printedPath, type Path } from '../source/path';

/** Where a resolved value, or everything below it, came from: a path of the settings, or words. */
export type Trace = { readonly resolved: Path; readonly from: Path | string };

/** Every value of the resolved configuration with where it came from. Lists of things with names are told apart by those names. */
export function originsOf(
  config: Omit<ResolvedConfig, 'origins'>,
  traces: readonly Trace[],
  overlay: Overlay
): readonly ResolvedValue[] {
  const { file: _file, ...resolved } = config;
  return leaves(resolved, []).map(({ path, value }) => ({
    path: printedPath(path),
    value,
    origin: originOf(path, traces, overlay)
  }));
}

function originOf(path: Path, traces: readonly Trace[], overlay: Overlay): string {
  const trace = traces
    .filter(({ resolved }) => isWithin(path, resolved))
    .reduce<Trace | undefined>(
      (best, next) => (best === undefined || next.resolved.length >= best.resolved.length ? next : best),
      undefined
    );
  if (typeof trace?.from === 'string') return trace.from;
  const inFile = trace === undefined ? path : [...trace.from, ...path.slice(trace.resolved.length)];
  return overlay.origin(inFile) ?? 'default';
}

type Leaf = { readonly path: Path; readonly value: string };

function leaves(value: unknown, path: Path): readonly Leaf[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object'))
      return value.length === 0 ? [] : [{ path, value: value.join(', ') }];
    return value.flatMap((item: unknown, index) => leaves(item, [...path, nameOf(item, path) ?? index]));
  }
  if (typeof value !== 'object' || value === null)
    return [{ path, value: typeof value === 'string' ? value : JSON.stringify(value) }];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]));
}

/** The name by which a thing in a list is known; sections, rules and fields keep their place in the list. */
function nameOf(item: unknown, path: Path): string | undefined {
  const thing = item as Readonly<Record<string, string>>;
  switch (path.length === 1 ? path[0] : undefined) {
    case 'callCenters':
      return thing['key'];
    case 'packages':
      return thing['id'];
    case 'permissionSets':
    case 'trustedSites':
      return thing['name'];
    case 'personSteps':
      return `${thing['callCenter']}/${thing['id']}`;
    default:
      return undefined;
  }
}
