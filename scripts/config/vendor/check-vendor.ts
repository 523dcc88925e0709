import type { UrlTemplate, VendorSettings } from '../schema/vendor-file';
import { nearest } from '../../resources/nearest';
import { mustBe, type Problem } from '../shape/problem';
import type { Path } from '../source/path';
import { placeholders } from './vendor';

/** What a vendor file's shape alone does not show: every name that it uses is declared, every example and default fits. */
export function checkVendor(vendor: VendorSettings): readonly Problem[] {
  return [...checkParameters(vendor), ...checkTemplates(vendor), ...checkChoices(vendor), ...checkSteps(vendor)];
}

function checkParameters({ parameters }: VendorSettings): readonly Problem[] {
  return Object.entries(parameters).flatMap(([name, { pattern, example }]) => {
    const path = ['parameters', name];
    const expression = wholeMatch(pattern);
    if (expression === undefined) return [mustBe([...path, 'pattern'], 'a regular expression', pattern)];
    return expression.test(example) ? [] : [mustBe([...path, 'example'], `a value that matches ${pattern}`, example)];
  });
}

/** A pattern that must match the whole value; undefined when it is not a regular expression. */
export function wholeMatch(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined; // a pattern that does not compile is the vendor file's mistake, reported by the caller
  }
}

function checkTemplates({ adapterUrl, parameters }: VendorSettings): readonly Problem[] {
  return Object.entries(adapterUrl).flatMap(([name, template]) =>
    templatesOf(template, ['adapterUrl', name]).flatMap(({ path, text }) => undeclared(text, path, parameters))
  );
}

function templatesOf(template: UrlTemplate, path: Path): readonly { readonly path: Path; readonly text: string }[] {
  if (typeof template === 'string') return [{ path, text: template }];
  return Object.entries(template).map(([kind, text]) => ({ path: [...path, kind], text }));
}

function undeclared(text: string, path: Path, declared: Readonly<Record<string, unknown>>): readonly Problem[] {
  return placeholders(text)
    .filter((name) => !Object.hasOwn(declared, name))
    .map((name) => {
      const meant = nearest(name, Object.keys(declared));
      return mustBe(
        path,
        'a text whose placeholders are declared under parameters',
        `{${name}}`,
        meant && `Did you mean {${meant}}?`
      );
    });
}

function checkChoices({ choices = {} }: VendorSettings): readonly Problem[] {
  return Object.entries(choices).flatMap(([name, choice]) =>
    choiceProblems(choice, choice.default, ['choices', name, 'default'])
  );
}

/** What is wrong with a choice's value, in a vendor file or in the settings. */
export function choiceProblems(
  choice: NonNullable<VendorSettings['choices']>[string],
  value: string | readonly string[],
  path: Path
): readonly Problem[] {
  const { select, values } = choice;
  if (select === 'text') return typeof value === 'string' ? [] : [mustBe(path, 'text', value)];
  if (select === 'one' && typeof value !== 'string') return [mustBe(path, 'one value', value)];
  if (select === 'several' && typeof value === 'string') return [mustBe(path, 'a list of values', value)];
  const given = typeof value === 'string' ? [value] : value;
  return given.flatMap((one, index) => {
    if (values === undefined || values.includes(one)) return [];
    const meant = nearest(one, values);
    return [
      mustBe(
        typeof value === 'string' ? path : [...path, index],
        `one of ${values.join(', ')}`,
        one,
        meant && `Did you mean ${meant}?`
      )
    ];
  });
}

function checkSteps({ consoleSteps = [], choices = {}, parameters }: VendorSettings): readonly Problem[] {
  return consoleSteps.flatMap(({ id, values = [] }, index) => {
    const path = ['consoleSteps', index];
    const again = consoleSteps.findIndex((step) => step.id === id) < index;
    const problems = values.flatMap(({ value, choice }, position) => {
      const at = [...path, 'values', position];
      if ((value === undefined) === (choice === undefined))
        return [mustBe(at, 'a value or a choice, one of the two', values[position])];
      if (choice !== undefined && !Object.hasOwn(choices, choice))
        return [mustBe([...at, 'choice'], `one of ${Object.keys(choices).join(', ')}`, choice)];
      return value === undefined ? [] : undeclared(value, [...at, 'value'], parameters);
    });
    return again ? [mustBe([...path, 'id'], 'an id that no other step has', id), ...problems] : problems;
  });
}
