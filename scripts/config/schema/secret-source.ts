import { z } from 'zod';
import { about, text } from './words';

export const secretEnv = z.strictObject({
  env: about(
    'Name of an environment variable.',
    text('the name of an environment variable', /^[A-Za-z_][A-Za-z0-9_]*$/)
  )
});

const secretFile = z.strictObject({ file: about('Path, relative to this file.', text('a path')) });

/** Where a secret is. The secret itself never stands in a configuration. */
export const secretSource = z.union([secretEnv, secretFile], { error: '{ env: NAME } or { file: PATH }' });

export const secretFromStdin = z.literal('stdin', { error: 'stdin' });
