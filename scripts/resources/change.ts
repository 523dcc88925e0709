/** One difference between the org and the configuration, ready to be printed, ordered and written. */
export type Change = InstallPackage | DeployPackage | DeployComponent | WriteRecord | TelephonyKeyChange | AskPerson;

type Shown = {
  /** What it is about, such as `package 04t…`, `call-center Support`, `user ann@example.com`. Unique in a plan. */
  readonly address: string;
  /** One sentence for people. */
  readonly summary: string;
  readonly details: readonly ChangeDetail[];
};

export type ChangeDetail = { readonly field: string; readonly before?: string; readonly after?: string };

export type InstallPackage = Shown & {
  readonly kind: 'install-package';
  readonly action: 'create' | 'update';
  /** 18 characters, 04t. */
  readonly packageVersionId: string;
  readonly securityType: 'None' | 'Full';
  /** The install request (0Hf) of this very version that already runs; apply adopts it. */
  readonly runningRequestId?: string;
  /** Salesforce's InstallValidationStatus that passes by itself, such as publish lag; apply asks again until it has. */
  readonly waitingFor?: string;
};

/** One of our own packages, deployed from source; its files stand in the configuration. */
export type DeployPackage = Shown & {
  readonly kind: 'deploy-package';
  readonly action: 'create' | 'update';
  readonly package: 'main' | 'voice';
  /** SHA-256 of what is deployed. */
  readonly hash: string;
  /** Full names of custom metadata records that the org has already: they are the admin's, and are left out of the deploy. */
  readonly kept: readonly string[];
};

export type DeployComponent = Shown & {
  readonly kind: 'deploy-component';
  readonly action: 'create' | 'update';
  /** Components of one phase go in one deploy; the phases go in this order. */
  readonly phase: 'vendor-info' | 'metadata' | 'contact-center';
  readonly component: MetadataFile;
  /** What a person does when the org refuses this component; without it the refusal fails the step. */
  readonly byHand?: PersonWork;
};

export type MetadataFile = {
  /** Metadata API type, such as `CallCenter`. */
  readonly type: string;
  readonly fullName: string;
  /** Path inside the deployed zip, such as `callCenters/Support.callCenter`. */
  readonly path: string;
  readonly content: string;
};

/** A value known now, the id that a component of this plan will have once it is deployed, or the time of the writing. */
export type FieldValue =
  string | number | boolean | null | { readonly idOf: ComponentReference } | { readonly now: true };
export type ComponentReference = {
  readonly type: 'CallCenter' | 'PermissionSet';
  readonly name: string;
  /** Of a packaged permission set. */
  readonly namespace?: string;
};

export type WriteRecord = Shown & {
  readonly kind: 'write-record';
  readonly action: 'create' | 'update';
  /** `User`, `PermissionSetAssignment`, or a custom setting of our package with its namespace. */
  readonly sobject: string;
  /** Absent for a creation. */
  readonly id?: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
};

/** The key pair with which our session service signs for a contact center. */
export type TelephonyKeyChange = Shown & {
  readonly kind: 'telephony-key';
  readonly action: 'create' | 'update';
  /** `create`: make one, deploy its certificate, activate it. `activate`: it is made, and waits for the org to have its certificate. */
  readonly step: 'create' | 'activate';
  /** Of a key that is made already. */
  readonly keyId?: string;
  /** Internal name of the contact center. */
  readonly callCenter: string;
};

export type PersonWork = {
  readonly where: string;
  readonly steps: readonly string[];
  /** A file to upload, written next to the other build output. */
  readonly file?: { readonly name: string; readonly content: string };
  /** What the org said when it refused the component that a person now makes. */
  readonly refusal?: readonly string[];
};

export type AskPerson = Shown & {
  readonly kind: 'ask-person';
  readonly action: 'create' | 'update';
  readonly work: PersonWork;
};
