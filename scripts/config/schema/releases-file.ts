import { z } from 'zod';
import { namespace } from './names';
import { packageId } from './package';
import { text } from './words';

/** releases.yaml beside the configuration, which the release workflow writes. */
export const releasesFile = z.strictObject({
  version: text('a version such as 1.2.0', /^\d+(\.\d+){2,3}$/),
  namespace,
  packages: z.strictObject({ main: packageId, voice: packageId.optional() })
});
