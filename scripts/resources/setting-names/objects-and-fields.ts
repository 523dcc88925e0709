import type { ResolvedConfig } from '../../config/resolved-config';
import { recordsOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import type { Finding } from '../resource';
import { soqlList } from '../soql';
import { mayStillCome, unknownName, type UnknownName } from './unknown-name';

const objectsId = 'setting-names:objects';
const allObjectsId = 'setting-names:all-objects';
const fieldsId = (object: string): string => `setting-names:fields:${object}`;

/** The objects of screen-pop rules by their own spelling, and what each is made of. */
export function objectQuestions(config: ResolvedConfig): readonly Question[] {
  const objects = objectsOf(config);
  if (objects.length === 0) return [];
  return [
    {
      id: objectsId,
      via: 'data',
      soql: `SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName IN ${soqlList(objects)}`
    },
    ...objects.map((sobject): Question => ({ id: fieldsId(sobject), via: 'describe', sobject }))
  ];
}

/** Every object that a rule could have meant; asked only when one is not known. */
export function nearObjectQuestions(config: ResolvedConfig, answers: Answers): readonly Question[] {
  if (objectsOf(config).every((object) => isKnown(object, answers))) return [];
  const soql = 'SELECT QualifiedApiName FROM EntityDefinition WHERE IsCustomizable = true';
  return [{ id: allObjectsId, via: 'data', soql }];
}

/** Objects and fields of screen-pop rules that the org does not have. A package that is still to be installed may bring custom ones. */
export function objectFindings(config: ResolvedConfig, answers: Answers, packagesPending: boolean): readonly Finding[] {
  return (config.screenPop ?? []).flatMap(({ name, object, field }, index): readonly Finding[] => {
    const place = { at: `screenPop[${index}]`, path: `screenPop.${name}` };
    const wrong = isKnown(object, answers)
      ? unknownField({ object, field, ...place }, answers)
      : {
          at: `${place.at}.object`,
          path: `${place.path}.object`,
          expected: 'the API name of an object in the org',
          got: object,
          known: namesOf(allObjectsId, answers)
        };
    if (wrong === undefined) return [];
    const isCustom = wrong.got.includes('__');
    return packagesPending && isCustom && mayStillCome(wrong.got, wrong.known) ? [] : [unknownName(wrong, config)];
  });
}

type FieldOfRule = Pick<UnknownName, 'at' | 'path'> & { readonly object: string; readonly field: string };

function unknownField({ object, field, at, path }: FieldOfRule, answers: Answers): UnknownName | undefined {
  const rows = recordsOf(answers, fieldsId(object));
  const known = rows.flatMap((row) => textAt(row, 'name') ?? []);
  // An object that does not tell its fields proves nothing about them.
  if (known.length === 0 || known.includes(field)) return undefined;
  return { at: `${at}.field`, path: `${path}.field`, expected: `a field of ${object}`, got: field, known };
}

/** By its exact spelling, which rules go by; where the org does not list its objects, one that shows its fields. */
function isKnown(object: string, answers: Answers): boolean {
  const listed = answers.get(objectsId);
  if (listed?.ok === true) return namesOf(objectsId, answers).includes(object);
  return answers.get(fieldsId(object))?.ok !== false;
}

function namesOf(id: string, answers: Answers): readonly string[] {
  return recordsOf(answers, id).flatMap((row) => textAt(row, 'QualifiedApiName') ?? []);
}

function objectsOf({ screenPop = [] }: ResolvedConfig): readonly string[] {
  return [...new Set(screenPop.map(({ object }) => object))];
}
