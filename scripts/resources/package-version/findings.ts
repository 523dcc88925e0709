import type { ResolvedPackage } from '../../config/resolved-config/packages';
import type { Finding } from '../resource';
import { validationMeaning } from './validation-status';

/** How a package is named to people. */
export function packageName({ name, id }: ResolvedPackage): string {
  return `${name} (${id})`;
}

/** The finding of an InstallValidationStatus; none when nothing stands in the way. */
export function validationFinding(wanted: ResolvedPackage, status: string): readonly Finding[] {
  const { severity, message, fix } = validationMeaning(status);
  if (severity === 'none') return [];
  return [{ code: status, severity, message: `Package ${packageName(wanted)} ${message}.`, fix }];
}

export function downgrade(wanted: ResolvedPackage, wantedVersion: string, installedVersion: string): Finding {
  return {
    code: 'PACKAGE_DOWNGRADE',
    severity: 'blocked',
    message: `Package ${packageName(wanted)} is ${wantedVersion}, but the org has the newer ${installedVersion}; Salesforce has no downgrade.`,
    fix: 'Write the id of the installed version, or `version: at-least` to accept newer ones.'
  };
}

export function unknownVersion(wanted: ResolvedPackage): Finding {
  return {
    code: 'PACKAGE_VERSION_UNKNOWN',
    severity: 'blocked',
    message: `Salesforce knows no package version ${packageName(wanted)}.`,
    fix: `Check the id with the vendor: ${wanted.installUrl}. A version that was published minutes ago may not have arrived yet.`
  };
}

/** Salesforce refuses the whole query when a key is missing or wrong and says so only in its text, which is passed on. */
export function unreadableVersion(wanted: ResolvedPackage, code: string, said: string): Finding {
  return {
    code: wanted.installationKey ? 'INSTALLATION_KEY_REFUSED' : 'PACKAGE_UNREADABLE',
    severity: 'blocked',
    message: `Salesforce does not show package ${packageName(wanted)}: ${said} [${code}]`,
    fix: wanted.installationKey
      ? `Compare the installation key of ${wanted.name} with the vendor's.`
      : `When the package is protected, name its key: installationKey: { env: NAME } for ${wanted.name}.`
  };
}

export function otherInstallRunning(requestId: string, packageVersionId: string): Finding {
  return {
    code: 'OTHER_INSTALL_RUNNING',
    severity: 'warning',
    message: `The org is installing another package, ${packageVersionId} (request ${requestId}).`,
    fix: 'Nothing: apply waits until that is done.'
  };
}

/** A needed package version that is not there; `known` when it is certain that no newer one serves instead. */
export function dependencyMissing(
  wanted: ResolvedPackage,
  base: { readonly id: string; readonly name?: string; readonly isLater: boolean; readonly known: boolean }
): Finding {
  const named = base.name === undefined ? base.id : `${base.name} (${base.id})`;
  return {
    code: 'PACKAGE_DEPENDENCY_MISSING',
    severity: base.known ? 'blocked' : 'warning',
    message: base.isLater
      ? `Package ${packageName(wanted)} needs ${named}, which this plan installs after it.`
      : `Package ${packageName(wanted)} needs ${named}, which is neither installed nor under packages.`,
    fix: base.isLater
      ? `List ${base.id} under dependsOn of ${wanted.name}.`
      : `Add ${base.id} under packages, and list it under dependsOn of ${wanted.name}.`
  };
}
