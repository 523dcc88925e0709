import type { Draft } from '../deploy/draft';
import type { Problem } from '../problem';
import { fieldExists } from './known-field';
import { apexClassExists, isThere, objectExists, type OrgView } from './reference';

/** The first thing that a bundle's files import or show and that the org does not have, nor gets in the same deploy. */
export function bundleReferenceProblem(draft: Draft, view: OrgView): Problem | undefined {
  for (const { path, text = '' } of draft.files) {
    const names = path.endsWith('.js') ? importsOf(text) : path.endsWith('.html') ? childrenIn(text) : [];
    const missing = names.find((name) => !exists(name, view));
    if (missing === undefined) continue;
    const line = text.slice(0, Math.max(0, text.indexOf(missing))).split('\n').length;
    const file = path.split('/').at(-1) ?? path;
    return { message: `[Line: ${line}, Col: 1] LWC1513: ${missing} of ${file} cannot be found: invalid reference` };
  }
  return undefined;
}

/** What a module imports from elsewhere than its own bundle. */
const importsOf = (code: string): readonly string[] =>
  [...code.matchAll(/^\s*(?:import|export)\b[^;'"]*?['"]((?:@salesforce\/|c\/)[^'"]+)['"]/gm)].map(
    ([, name = '']) => name
  );

/** The components of this namespace in a template: `<c-call-log>` is `c/callLog`. */
const childrenIn = (template: string): readonly string[] =>
  [...template.matchAll(/<c-([a-z][\w-]*)/g)].map(
    ([, name = '']) => `c/${name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`
  );

function exists(name: string, view: OrgView): boolean {
  const { org } = view;
  const [scope = '', kind = '', ...rest] = name.split('/');
  if (scope === 'c') return isThere(view, 'LightningComponentBundle', kind);
  const what = rest.join('/').replace(/^c\./, '');
  switch (kind) {
    case 'apex':
      return apexClassExists(org, what.slice(0, what.lastIndexOf('.')));
    case 'label':
      return rest.join('/').startsWith('c.') ? isThere(view, 'CustomLabel', what) : true;
    case 'messageChannel':
      return isThere(view, 'LightningMessageChannel', what.replace(/__c$/, ''));
    case 'resourceUrl':
      return isThere(view, 'StaticResource', what);
    case 'schema': {
      const [object = '', ...path] = what.split('.');
      return path.length === 1 ? fieldExists(org, object, path[0] ?? '') : objectExists(org, object);
    }
    default:
      return true;
  }
}
