import { createHash } from 'node:crypto';
import type { PersonStep } from '../resolved-config/call-center';
import type { CallCenterSettings } from '../schema/call-center';
import { nearest } from '../../resources/nearest';
import { mustBe } from '../shape/problem';
import { choiceProblems } from '../vendor/check-vendor';
import { filled, vendorOrigin, type Vendor } from '../vendor/vendor';
import type { Scope } from './scope';

/** The steps in the vendors' consoles, with the admin's choices and the parameters filled in. */
export function resolvePersonSteps(scope: Scope): readonly PersonStep[] {
  return Object.entries(scope.settings.callCenters).flatMap(([key, given]) => {
    const vendor = given.vendor === undefined ? undefined : scope.vendors.get(given.vendor);
    checkChoices(key, { given, vendor, scope });
    return vendor === undefined ? [] : stepsOf(key, { given, vendor, scope });
  });
}

type Part = { readonly given: CallCenterSettings; readonly scope: Scope };

function stepsOf(key: string, { given, vendor, scope }: Part & { readonly vendor: Vendor }): readonly PersonStep[] {
  const { consoleSteps = [], choices = {} } = vendor.settings;
  const parameter = (name: string): string => given.parameters?.[name] ?? '';
  return consoleSteps.map(({ id, where, title, unlessPreAuthorized, values = [] }, index) => {
    const path = ['personSteps', `${key}/${id}`];
    scope.trace(path, vendorOrigin(vendor, ['consoleSteps', index]));
    scope.trace([...path, 'fingerprint'], 'derived: SHA-256 of the step');
    scope.trace([...path, 'callCenter'], ['callCenters', key]);
    const content = {
      id,
      callCenter: key,
      where,
      title,
      values: values.map(({ label, value, choice }, position) => {
        if (choice === undefined) return { label, value: filled(value ?? '', parameter) };
        const own = given.console?.[choice];
        const from =
          own === undefined
            ? vendorOrigin(vendor, ['choices', choice, 'default'])
            : ['callCenters', key, 'console', choice];
        scope.trace([...path, 'values', position, 'value'], from);
        return { label, value: [own ?? choices[choice]?.default ?? ''].flat().join(', ') };
      })
    };
    const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    return { ...content, fingerprint, ...(unlessPreAuthorized === true && { unlessPreAuthorized }) };
  });
}

function checkChoices(key: string, { given, vendor, scope }: Part & { readonly vendor: Vendor | undefined }): void {
  if (given.vendor !== undefined && vendor === undefined) return;
  const choices = vendor?.settings.choices ?? {};
  for (const [name, value] of Object.entries(given.console ?? {})) {
    const path = ['callCenters', key, 'console', name];
    const choice = choices[name];
    if (choice !== undefined) {
      for (const problem of choiceProblems(choice, value, path)) scope.problem(problem);
      continue;
    }
    const known = Object.keys(choices);
    const meant = nearest(name, known);
    const fix = meant
      ? `Did you mean ${meant}?`
      : known.length === 0
        ? 'Take it out'
        : `Known here: ${known.join(', ')}`;
    scope.problem({ ...mustBe(path, 'a choice that the vendor file declares', name, fix), atKey: true });
  }
}
