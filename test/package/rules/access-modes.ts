import type { PackageFile, Rule } from '../tree/package-file';
import { remembered } from '../tree/remembered';

/**
 * Every query and every write says in which mode it runs, and every class how it shares: what holds without a word changed with
 * the API version 67.0, and a class may be deployed at an older one [Apex Developer Guide, Versioned Behavior Changes].
 */
export const accessModes: Rule = (files) =>
  files
    .filter(({ path }) => /\/classes\/[^/]+\.cls$/.test(path))
    .flatMap((file) => problemsOf(file).map((problem) => `${file.path} ${problem}`));

const problemsOf = remembered(({ text }: PackageFile): readonly string[] => {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  // Text in quotes holds no statement that is compiled; a query in it takes its mode as an argument.
  const bare = code.replace(/'(?:\\.|[^'\\])*'/g, "''");
  const queries = [...bare.matchAll(/\[\s*(?:SELECT|FIND)\b[^\]]*/gi)].map(([query]) => query);
  const writes = [...bare.matchAll(/(?<=[;{}]\s*)(?:insert|update|upsert|delete|undelete|merge)\s+\w+(?: \w+)?/gi)];
  return [
    ...queries
      .filter((query) => !/\bWITH\s+(?:USER|SYSTEM)_MODE\b/i.test(query))
      .map((query) => `asks without a mode: ${query.replace(/\s+/g, ' ').slice(0, 60)}`),
    ...writes
      .filter(([write]) => !/^\w+ as (?:user|system)$/i.test(write))
      .map(([write]) => `writes without a mode: ${write}`),
    ...(/\b(?:with|without|inherited) sharing class\b/i.test(bare) ? [] : ['does not say how it shares']),
    ...[...bare.matchAll(/\bDatabase\.(?:query|insert|update|upsert|delete)\w*\((?:[^()]|\([^()]*\))*\)/gi)]
      .filter(([call]) => !/AccessLevel\.(?:USER|SYSTEM)_MODE/i.test(call))
      .map(([call]) => `asks or writes without a mode: ${call.slice(0, 60)}`)
  ];
});
