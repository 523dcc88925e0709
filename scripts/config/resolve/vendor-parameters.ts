import { nearest } from '../../resources/nearest';
import { missing, mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import { wholeMatch } from '../vendor/check-vendor';
import type { Vendor } from '../vendor/vendor';
import type { AdapterUrlInput } from './adapter-url';

/** Says which parameters are not the vendor's, do not match its pattern, or are missing though the adapter URL needs them. */
export function checkParameters({ key, given, scope }: AdapterUrlInput, vendor: Vendor): void {
  const at: Path = ['callCenters', key, 'parameters'];
  const { parameters: declared } = vendor.settings;
  const parameters = given.parameters ?? {};
  for (const [name, value] of Object.entries(parameters)) {
    const rule = declared[name];
    if (rule === undefined) {
      const meant = nearest(name, Object.keys(declared));
      const known = Object.keys(declared).join(', ');
      scope.problem({
        path: [...at, name],
        atKey: true,
        message: `is not a parameter of ${vendor.settings.label}`,
        expected: `one of ${known}`,
        got: name,
        fix: meant ? `Did you mean ${meant}?` : `It has ${known}`
      });
    } else if (wholeMatch(rule.pattern)?.test(value) === false) {
      scope.problem(mustBe([...at, name], `like ${rule.example} (${rule.pattern})`, value, rule.help));
    }
  }
  if (given.adapterUrl !== undefined && given.parameters === undefined) return;
  for (const [name, { example, help }] of Object.entries(declared)) {
    if (parameters[name] === undefined) scope.problem(missing([...at, name], `text like ${example}`, help));
  }
}
