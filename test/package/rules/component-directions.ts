import { componentFiles } from '../tree/component-bundle';
import type { PackageFile, Rule } from '../tree/package-file';
import { remembered } from '../tree/remembered';

const inStyles = [
  /(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/g,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\b/g,
  /(?<![\w-])(?:left|right)\s*:/g,
  /(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g
];
const inClasses =
  /\bslds-(?:(?:m|p)-(?:left|right)_|(?:float|text-align)_(?:left|right)\b|border_(?:left|right)\b)[\w-]*/g;

/** Nothing of a component is put left or right: in Arabic or Hebrew the line begins on the other side. */
export const componentDirections: Rule = (files) => [
  ...componentFiles(files, '.css').flatMap(({ path, text }) =>
    inStyles.flatMap((style) => [...withoutComments(text).matchAll(style)].map(([found]) => `${path} has ${found}`))
  ),
  ...['.html', '.ts'].flatMap((ending) =>
    componentFiles(files, ending).flatMap((file) => classesOf(file).map((found) => `${file.path} has ${found}`))
  )
];

const classesOf = remembered(({ text }: PackageFile) => [...text.matchAll(inClasses)].map(([found]) => found));

const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');
