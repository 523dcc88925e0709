import type { SourceFile } from './source-file';
import { translatedSince } from './words/label-files';

/**
 * The files as an org takes them at this API version, which may be older than that of the source: code is declared with no
 * later version, and translations hold only what the version knows.
 */
export function atApiVersion(files: readonly SourceFile[], apiVersion: string): readonly SourceFile[] {
  const version = Number(apiVersion);
  const unknown = Object.entries(translatedSince)
    .filter(([, since]) => version < since)
    .map(([element]) => element);
  return files.flatMap((file): readonly SourceFile[] => {
    if (/^(classes|triggers|lwc)\/.*-meta\.xml$/.test(file.path)) return [declaredAt(file, version)];
    if (!/^translations\/[^/]+$/.test(file.path) || unknown.length === 0) return [file];
    const text = file.text.replace(new RegExp(`\\s*<(${unknown.join('|')})>[\\s\\S]*?</\\1>`, 'g'), '');
    const isEmpty = text !== file.text && !/<\/(?!Translations>)/.test(text);
    return isEmpty ? [] : [{ ...file, text }];
  });
}

function declaredAt(file: SourceFile, version: number): SourceFile {
  const text = file.text.replace(/(?<=<apiVersion>)\s*([\d.]+)\s*(?=<\/apiVersion>)/, (written, declared: string) =>
    Number(declared) > version ? version.toFixed(1) : written
  );
  return text === file.text ? file : { ...file, text };
}
