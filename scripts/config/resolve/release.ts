import type { z } from 'zod';
import { diagnosticLine } from '../../errors/configuration';
import { longId } from '../salesforce-id';
import { releasesFile } from '../schema/releases-file';
import { checkShape } from '../shape/check-shape';
import { mustBe } from '../shape/problem';
import { parseSource } from '../source/source-document';
import type { Scope } from './scope';

/** A released pair of packages. */
export type Release = {
  readonly version: string;
  readonly namespace: string;
  /** 18 characters, 04t. */
  readonly main: string;
  readonly voice?: string;
  /** Where it stands, such as `config/releases.yaml:1:10`. */
  readonly origin: string;
};

const fileName = 'releases.yaml';
const path = ['ringdown', 'release'];

/** The release that the file asks for, from releases.yaml beside it; undefined, with a problem, when it is not there. */
export function readRelease(
  wanted: string,
  scope: Pick<Scope, 'readFile' | 'besideFile' | 'problem'>
): Release | undefined {
  const text = scope.readFile(fileName);
  const file = scope.besideFile(fileName);
  if (text === undefined) {
    const fix = `The release workflow writes ${file}; until there is a release, write source: force-app instead`;
    scope.problem(mustBe(path, `a release that ${file} holds`, wanted, fix));
    return undefined;
  }
  const { document, diagnostics, readable } = parseSource(file, text);
  const shape = readable ? checkShape(releasesFile, document.value, (at) => document.written(at)) : [];
  if (!readable || diagnostics.length > 0) {
    const said = diagnostics.map(diagnosticLine).join('; ');
    scope.problem(mustBe(path, `a release that ${file} holds, which is not sound`, wanted, said));
    return undefined;
  }
  for (const problem of shape) scope.problem(problem, { document });
  if (shape.length > 0) return undefined;
  const { version, namespace, packages } = document.value as z.infer<typeof releasesFile>;
  if (wanted !== 'latest' && wanted !== version) {
    scope.problem(mustBe(path, `latest, or ${version}, which ${file} holds`, wanted));
    return undefined;
  }
  const { line, column } = document.locate(['version'], 'value');
  return {
    version,
    namespace,
    main: longId(packages.main),
    ...(packages.voice === undefined ? {} : { voice: longId(packages.voice) }),
    origin: `${file}:${line}:${column}`
  };
}
