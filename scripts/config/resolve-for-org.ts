import { join } from 'node:path';
import type { Diagnostic } from '../errors/configuration';
import { readable, type Configuration, type ReadFile } from './read-configuration';
import { resolveConfig } from './resolve/resolve-config';
import { resolveOrg } from './resolve/org';
import { longId } from './salesforce-id';
import { originsOf, type Trace } from './resolve/origins';
import { checkSecrets, type Environment } from './resolve/secrets';
import type { Scope } from './resolve/scope';
import type { ResolvedConfig } from './resolved-config';
import { orgWithoutOverrides, type OrgSettings } from './schema/org';
import { settings as settingsSchema } from './schema/ringdown-file';
import { checkShape } from './shape/check-shape';
import { mustBe, silencedBy, type Problem } from './shape/problem';
import { soundPart } from './shape/sound-part';
import { overlay, type Overlay } from './source/overlay';
import { isMapping, isWithin, valueAt, type Path } from './source/path';
import { documentDiagnostic } from './vendor/read-vendor';

export type ForOrg = {
  readonly configuration: Configuration;
  /** One of `configuration.orgs`. */
  readonly org: string;
  readonly readFile: ReadFile;
  /** Makes a path in full that is relative to where the tool runs. */
  readonly absolute: (path: string) => string;
  /** When given, the org's secrets must be where the file says they are. */
  readonly env?: Environment;
};

/** The configuration for one org, and what is wrong with it; `config` counts only when nothing is. */
export function resolveForOrg({ configuration, org: name, readFile, absolute, env }: ForOrg): {
  readonly config?: ResolvedConfig;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { document, vendors, besideFile, misshapen } = configuration;
  const layers = overlay(document, ['orgs', name, 'overrides']);
  const value = settingsOf(layers.value);
  const isBase = valueAt(document.value, ['orgs', name, 'overrides']) === undefined;
  const shape = misshapen.length === 0 && isBase ? [] : checkShape(settingsSchema, value, layers.written);
  const diagnostics = shape.map((problem) => diagnosticOf(problem, layers));
  const sound = soundPart(settingsSchema, value, shape);
  const given = orgOf(document.value, name);
  const org = soundPart(
    orgWithoutOverrides,
    given,
    checkShape(orgWithoutOverrides, given, () => undefined)
  ).value;
  if (sound.value === undefined || org === undefined) return { diagnostics };

  const named = isMapping(value['callCenters']) ? value['callCenters'] : {};
  const traces: Trace[] = [];
  const scope: Scope = {
    settings: sound.value,
    org: { name, kind: org.kind, ...(org.orgId !== undefined && { orgId: longId(org.orgId) }) },
    vendors,
    instanceUrl: instanceUrlOf(org.login),
    callCenterNames: Object.keys(named),
    problem: (problem, vendor) => {
      if (vendor !== undefined) return void diagnostics.push(documentDiagnostic(vendor.document, problem));
      const path = sound.originalPath(problem.path);
      const wrongs = [...misshapen, ...shape.flatMap(silencedBy)];
      const isSaid = [path, ...(problem.because === undefined ? [] : [problem.because])].some(
        (one) => sound.isTouched(one) || wrongs.some((wrong) => follows(one, wrong))
      );
      if (!isSaid) diagnostics.push(diagnosticOf({ ...problem, path }, layers));
    },
    trace: (resolved, from) => void traces.push({ resolved, from }),
    besideFile,
    absolute: (path) => absolute(besideFile(path)),
    readFile: (path) => readable(besideFile(path), readFile)
  };
  checkVendorFiles(scope, besideFile, readFile);
  if (env !== undefined) checkSecrets(org.login, env, scope);
  const resolved = resolveConfig(document.file, resolveOrg({ scope, settings: org }), scope);
  return { config: { ...resolved, origins: originsOf(resolved, traces, layers) }, diagnostics };
}

/** Whether a problem at `path` only follows from what is misshapen: without its vendor a call center lacks everything. */
function follows(path: Path, wrong: Path): boolean {
  return isWithin(path, wrong.at(-1) === 'vendor' ? wrong.slice(0, -1) : wrong);
}

function settingsOf(value: unknown): Readonly<Record<string, unknown>> {
  const { $schema: _schema, version: _version, orgs: _orgs, ...settings } = isMapping(value) ? value : {};
  return settings;
}

function orgOf(value: unknown, name: string): unknown {
  const org = valueAt(value, ['orgs', name]);
  if (!isMapping(org)) return org;
  const { overrides: _overrides, ...own } = org;
  return own;
}

function instanceUrlOf(login: OrgSettings['login']): string | undefined {
  if (typeof login !== 'object') return undefined;
  const url = 'accessToken' in login ? login.instanceUrl : 'jwt' in login ? login.jwt.loginUrl : undefined;
  const isOwn =
    url !== undefined && URL.canParse(url) && !/^(login|test)\.salesforce\.com$/.test(new URL(url).hostname);
  return isOwn ? new URL(url).origin : undefined;
}

function checkVendorFiles(
  { settings, vendors, problem }: Scope,
  besideFile: Configuration['besideFile'],
  readFile: ReadFile
): void {
  for (const [key, { vendor }] of Object.entries(settings.callCenters)) {
    if (vendor === undefined || vendors.has(vendor)) continue;
    const file = besideFile(join('vendors', `${vendor}.yaml`));
    if (readable(file, readFile) !== undefined) continue; // it is there, and what is wrong with it is said
    problem(
      mustBe(['callCenters', key, 'vendor'], 'the name of a vendor file', vendor, `Write ${file}, or correct the name`)
    );
  }
}

function diagnosticOf(
  { path, atKey, meant: _meant, because: _because, ...said }: Problem,
  layers: Overlay
): Diagnostic {
  return { ...layers.place(path, atKey ? 'key' : 'value'), ...said };
}
