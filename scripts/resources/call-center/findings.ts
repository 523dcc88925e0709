import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { Finding } from '../resource';
import type { BrokenRule } from './broken-rule';

export function brokenRule({ key }: ResolvedCallCenter, { at, message }: BrokenRule): Finding {
  return {
    code: 'CALL_CENTER_RULE',
    severity: 'blocked',
    message: `callCenters.${key}: ${at} ${message}`,
    fix: `Change callCenters.${key} in the configuration and plan again.`
  };
}

export function packagedMissing({ key, displayName, internalName }: ResolvedCallCenter): Finding {
  return {
    code: 'PACKAGED_CALL_CENTER_MISSING',
    severity: 'blocked',
    message: `The org has no call center ${internalName} (${displayName}), and no package that could bring it is waiting to be installed.`,
    fix: `Compare callCenters.${key}.internalName with Setup > Feature Settings > Service > Call Center > Call Centers, or make it an own call center.`
  };
}

export function fieldsMissing({ key, displayName }: ResolvedCallCenter, missing: readonly string[]): Finding {
  return {
    code: 'PACKAGED_CALL_CENTER_FIELDS',
    severity: 'warning',
    message: `${displayName} came from its package without ${missing.join(', ')}; the fields of a packaged call center cannot be added to.`,
    fix: `Nothing, when the vendor's adapter does not need them. Otherwise make callCenters.${key} an own call center.`
  };
}

export function unread({ displayName }: ResolvedCallCenter): Finding {
  return {
    code: 'CALL_CENTER_UNREAD',
    severity: 'warning',
    message: `The org did not return the definition of ${displayName}; only its adapter URL and its settings were compared.`,
    fix: 'Give the running user Modify Metadata, or compare the call center in Setup.'
  };
}
