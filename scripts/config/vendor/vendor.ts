import type { Path } from '../source/path';
import type { SourceDocument } from '../source/source-document';
import type { VendorSettings } from '../schema/vendor-file';

/** A vendor file, read and checked. */
export type Vendor = {
  /** File name without .yaml. */
  readonly name: string;
  readonly settings: VendorSettings;
  readonly document: SourceDocument;
};

/** Where a value of a vendor file stands, such as `config/vendors/example.yaml:9:5`. */
export function vendorOrigin({ document }: Vendor, path: Path): string {
  const { line, column } = document.locate(path, 'value');
  return `${document.file}:${line}:${column}`;
}

/** Names between braces in a template, in order. */
export function placeholders(template: string): readonly string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}

/** The template with every `{name}` replaced by what `value` gives for it. */
export function filled(template: string, value: (name: string) => string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
}
