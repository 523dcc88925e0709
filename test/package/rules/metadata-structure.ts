import { schemaFields } from '../../../local/org/metadata/schema/schema';
import { structureProblem } from '../../../local/org/metadata/validate/structure';
import { parseXml } from '../../../local/org/metadata/xml/parse-xml';
import { placeOf } from '../tree/component-of-path';
import type { PackageFile, Rule, Violation } from '../tree/package-file';
import { remembered } from '../tree/remembered';

/** Every metadata file holds what `@salesforce/types` says of its type: elements, their values, and nothing else. */
export const metadataStructure: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('force-app/') && path.endsWith('-meta.xml'))
    .flatMap((file) => problemsOf(file));

const problemsOf = remembered(({ path, text }: PackageFile): readonly Violation[] => {
  const place = placeOf(path);
  if (!place) return [`${path} stands in no folder, or has no name, that Salesforce knows`];
  if (!schemaFields(place.type)) return [`${path} is a ${place.type}, of which nothing is known here`];
  const parsed = parseXml(text);
  if (!parsed.root) return [`${path}:${parsed.line}:${parsed.column} ${parsed.problem}`];
  const problem = structureProblem(parsed.root, place.type);
  return problem ? [`${path}:${problem.line ?? 1}:${problem.column ?? 1} ${problem.message}`] : [];
});
