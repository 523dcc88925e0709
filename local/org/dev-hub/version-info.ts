import { unzipSync } from 'fflate';

/** What a client sends to have a version made of: the descriptor and the zip of the source. */
export type VersionInfo = { readonly descriptor: Descriptor; readonly packageZip: Buffer };

/** package2-descriptor.json, as far as it matters here. */
export type Descriptor = {
  readonly versionName?: string;
  /** `1.2.0.NEXT`, or with the number of the build. */
  readonly versionNumber: string;
  /** Of the definition file. */
  readonly features?: unknown;
  readonly ancestorId?: string;
  readonly dependencies?: readonly { readonly subscriberPackageVersionId: string }[];
};

/** Reads package-version-info.zip; a sentence when it is not one. */
export function readVersionInfo(base64: string): VersionInfo | string {
  try {
    const files = unzipSync(Buffer.from(base64, 'base64'));
    const [descriptor, source] = [files['package2-descriptor.json'], files['package.zip']];
    if (!descriptor || !source) return 'The request holds no package2-descriptor.json or no package.zip';
    const parsed = JSON.parse(Buffer.from(descriptor).toString('utf8')) as Descriptor;
    return { descriptor: parsed, packageZip: Buffer.from(source) };
  } catch (error) {
    return `The request cannot be read: ${error instanceof Error ? error.message : ''}`;
  }
}
