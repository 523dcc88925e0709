import type { ApiHandler } from '../api';

/** The Metadata API. */
export type Metadata = {
  readonly metadataApi: ApiHandler;
  readonly soapSessionToken: (body: Buffer) => string | undefined;
  readonly soapFault: (code: string, message: string) => string;
};

/** Loads the Metadata API when it is first asked, so that an org starts at once. */
export function loadMetadata(): Metadata {
  // Not an import: that would be loaded at the start, or be asynchronous.
  return require('../metadata/metadata-api') as Metadata;
}
