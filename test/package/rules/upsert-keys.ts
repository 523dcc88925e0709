import { customFieldOf } from '../tree/custom-field';
import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

/** A field by which Apex upserts is a unique, case-sensitive external id, so that a record is saved once. */
export const upsertKeys: Rule = (files) => {
  const tree = treeOf(files);
  return files
    .filter(({ path }) => /\/classes\/(?!.*Test\.cls$)[^/]+\.cls$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bupsert as user (\w+) (\w+__c)\b/g)].flatMap(([, variable = '', name = '']) => {
        const object = new RegExp(`\\bList<(\\w+)> ${variable}\\b`).exec(text)?.[1] ?? '';
        const field = customFieldOf(tree, object, name);
        if (!field) return [`${path} upserts ${object} by ${name}, which is no field of it`];
        const missing = ['externalId', 'unique', 'caseSensitive'].filter((element) => !field.is(element));
        return missing.map((element) => `${field.path} is upserted by and must be ${element}`);
      })
    );
};
