import { componentFiles } from '../tree/component-bundle';
import type { PackageFile, Rule } from '../tree/package-file';

/** The narrowest panel in which a component must be usable, in pixels. */
const narrowest = 320;
const pixelsOf: Readonly<Record<string, number>> = { px: 1, rem: 16, em: 16, vw: narrowest / 100 };

const fixed =
  /(?<![\w-])(?:min-)?(?:width|inline-size)\s*:\s*(?:calc\()?([\d.]+)(px|rem|em)\b|(?<![\w-])flex(?:-basis)?\s*:[^;}]*?([\d.]+)(px|rem|em)\b|minmax\(\s*([\d.]+)(px|rem|em)\b/g;

/** Nothing of a component demands more width than the narrowest panel has. */
export const componentWidths: Rule = (files) =>
  [...componentFiles(files, '.css'), ...componentFiles(files, '.html')].flatMap((file) =>
    [...stylesOf(file).matchAll(fixed)]
      .map(([found, ...parts]) => ({ found, parts: parts.filter((part) => part !== undefined) }))
      .filter(({ parts: [size, unit = ''] }) => Number(size) * (pixelsOf[unit] ?? 1) > narrowest)
      .map(({ found }) => `${file.path} has ${found}`)
  );

/** Conditions on the width of the window ask, and do not demand. */
function stylesOf({ path, text }: PackageFile): string {
  if (path.endsWith('.html')) return [...text.matchAll(/\sstyle="([^"]*)"/g)].map(([, style]) => style).join(';');
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@(?:media|container)[^{]*/g, '');
}
