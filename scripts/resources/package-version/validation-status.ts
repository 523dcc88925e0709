/** What an InstallValidationStatus means for this install. */
export type ValidationMeaning = {
  readonly severity: 'none' | 'warning' | 'blocked';
  readonly message: string;
  readonly fix: string;
};

/**
 * Every value of SubscriberPackageVersion.InstallValidationStatus (Tooling API; the list is that of Salesforce's packaging
 * library 5.0.21). Salesforce computes it for the org that asks; what passes by itself is a warning, since apply waits for it.
 */
export const validationMeanings = {
  NO_ERRORS_DETECTED: { severity: 'none', message: 'can be installed', fix: '' },
  BETA_INSTALL_INTO_PRODUCTION_ORG: {
    severity: 'blocked',
    message: 'is a beta version, and beta versions cannot be installed in production',
    fix: 'Ask the vendor for a released version and write its 04t id.'
  },
  CANNOT_INSTALL_EARLIER_VERSION: {
    severity: 'blocked',
    message: 'is older than the installed version, and Salesforce has no downgrade',
    fix: 'Write the installed version, or `version: at-least` to accept newer ones.'
  },
  CANNOT_UPGRADE_BETA: {
    severity: 'blocked',
    message: 'cannot replace the beta version that is installed',
    fix: 'Uninstall the beta first: Setup > Apps > Packaging > Installed Packages > Uninstall. Its data is lost.'
  },
  CANNOT_UPGRADE_UNMANAGED: {
    severity: 'blocked',
    message: 'cannot replace the unmanaged package that is installed',
    fix: 'Uninstall the unmanaged package first: Setup > Apps > Packaging > Installed Packages > Uninstall.'
  },
  DEPRECATED_INSTALL_PACKAGE: {
    severity: 'blocked',
    message: 'was deprecated by its publisher',
    fix: 'Ask the vendor for the current version and write its 04t id.'
  },
  EXTENSIONS_ON_LOCAL_PACKAGES: {
    severity: 'blocked',
    message: 'extends a package that was created in this very org',
    fix: 'Install it in an org where the base package is installed rather than developed.'
  },
  PACKAGE_NOT_INSTALLED: {
    severity: 'blocked',
    message: 'needs a package that the org does not have',
    fix: 'Put the package that it depends on before it under `packages:`, and name it in dependsOn.'
  },
  PACKAGE_HAS_IN_DEV_EXTENSIONS: {
    severity: 'blocked',
    message: 'is extended by a package that is developed in this org',
    fix: 'Install it in an org where no extension of it is developed.'
  },
  INSTALL_INTO_DEV_ORG: {
    severity: 'blocked',
    message: 'cannot be installed in the org where it is developed',
    fix: 'Choose another org.'
  },
  NO_ACCESS: {
    severity: 'blocked',
    message: 'is not open to the running user',
    fix: 'Give the running user Download AppExchange Packages, or ask the vendor to share the package with this org.'
  },
  PACKAGING_DISABLED: {
    severity: 'blocked',
    message: 'cannot be installed: packaging is switched off in the org',
    fix: 'Ask Salesforce Support to enable packages in this org.'
  },
  PACKAGING_NO_ACCESS: {
    severity: 'blocked',
    message: 'cannot be installed: the running user may not install packages',
    fix: 'Give the running user Download AppExchange Packages and Customize Application.'
  },
  PACKAGE_UNAVAILABLE: {
    severity: 'warning',
    message: 'is not yet available on the org’s instance',
    fix: 'Nothing: apply waits for it. When it never comes, the id is wrong or the version was withdrawn.'
  },
  PACKAGE_UNAVAILABLE_CRC: {
    severity: 'warning',
    message: 'has not been copied to the org’s instance completely',
    fix: 'Nothing: apply waits for it. When it never comes, ask the vendor.'
  },
  PACKAGE_UNAVAILABLE_ZIP: {
    severity: 'warning',
    message: 'has not been copied to the org’s instance yet',
    fix: 'Nothing: apply waits for it. When it never comes, ask the vendor.'
  },
  UNINSTALL_IN_PROGRESS: {
    severity: 'warning',
    message: 'is being uninstalled right now',
    fix: 'Nothing: apply waits until that is done.'
  },
  NAMESPACE_COLLISION: {
    severity: 'blocked',
    message: 'has a namespace that another package or the org itself uses',
    fix: 'Uninstall the other package, or choose another org.'
  },
  UNKNOWN_ERROR: {
    severity: 'blocked',
    message: 'cannot be installed, for a reason that Salesforce does not tell',
    fix: 'Open the install link to see the reason, or ask Salesforce Support.'
  }
} as const satisfies Readonly<Record<string, ValidationMeaning>>;

/** The meaning of a status; one that is newer than this list blocks, with its name. */
export function validationMeaning(status: string): ValidationMeaning {
  const known: Readonly<Record<string, ValidationMeaning>> = validationMeanings;
  return (
    known[status] ?? {
      severity: 'blocked',
      message: `has the validation status ${status}`,
      fix: 'Open the install link to see what Salesforce says about it.'
    }
  );
}
