import type { Diagnostic } from '../../errors/configuration';
import { vendorFile } from '../schema/vendor-file';
import { checkShape } from '../shape/check-shape';
import type { Problem } from '../shape/problem';
import { soundPart } from '../shape/sound-part';
import { printedPath } from '../source/path';
import { parseSource, type SourceDocument } from '../source/source-document';
import { checkVendor } from './check-vendor';
import type { Vendor } from './vendor';

/** Reads a vendor file's text; `vendor` is absent when what is wrong leaves nothing to go on with. */
export function readVendor(
  name: string,
  file: string,
  text: string
): { readonly vendor?: Vendor; readonly diagnostics: readonly Diagnostic[] } {
  const { document, diagnostics, readable } = parseSource(file, text);
  if (!readable) return { diagnostics };
  const shape = checkShape(vendorFile, document.value, (path) => document.written(path));
  const { value: settings } = soundPart(vendorFile, document.value, shape);
  const problems = settings === undefined ? shape : [...shape, ...(shape.length === 0 ? checkVendor(settings) : [])];
  return {
    ...(settings === undefined ? {} : { vendor: { name, settings, document } }),
    diagnostics: [...diagnostics, ...problems.map((problem) => documentDiagnostic(document, problem))]
  };
}

/** The diagnostic of a problem at a path of this very file. */
export function documentDiagnostic(
  document: SourceDocument,
  { path, atKey, meant: _meant, because: _because, ...said }: Problem
): Diagnostic {
  return { file: document.file, ...document.locate(path, atKey ? 'key' : 'value'), path: printedPath(path), ...said };
}
